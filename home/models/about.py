"""What the county says of itself: one page with pages below it, outside of the reviews."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import pgettext_lazy
from modelsearch import index
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from home.blocks import BodyBlock
from home.models.base import FrameTester, SitePage

TOP = 3


class AboutTester(FrameTester):
    """The county takes the pages below the first one offline and away as it likes."""

    def can_publish_subpage(self) -> bool:
        return self.keeps

    def can_unpublish(self) -> bool:
        return self.keeps and self.page.live and self.page.depth > TOP

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return self.keeps and self.page.depth > TOP


class AboutPage(SitePage):
    """`open_site` makes the first one as a draft; the county writes it, publishes it and adds
    pages of one level below it."""

    body = StreamField(BodyBlock(), verbose_name=pgettext_lazy("news", "text"), blank=True)

    search_fields: ClassVar = [
        *SitePage.search_fields,
        index.SearchField("body"),
        index.SearchField("document_words"),
    ]
    parent_page_types = ["home.HomePage", "home.AboutPage"]
    subpage_types = ["home.AboutPage"]
    promote_panels: ClassVar = []
    content_panels: ClassVar = [FieldPanel("title"), FieldPanel("body")]

    class Meta:
        verbose_name = pgettext_lazy("noun", "page about the office")
        verbose_name_plural = pgettext_lazy("noun", "pages about the office")

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        return parent.depth == TOP and super().can_create_at(parent)

    def permissions_for_user(self, user: Any) -> AboutTester:
        return AboutTester(user, self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """`pages` are the first page and those below it, in the county's order."""
        top = self if self.depth == TOP else self.get_parent()
        pages = [top, *top.get_children().live()] if top.pk else []
        return super().get_context(request, *args, **kwargs) | {
            "pages": pages if len(pages) > 1 else []
        }
