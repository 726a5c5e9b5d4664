"""The part of a township or sub-district."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from congress.organisations.models import Organisation
from home.models.base import FramePage
from home.models.news import NewsIndexPage, NewsPage

NEWS_SHOWN = 12


class TownshipPage(FramePage):
    organisation = models.OneToOneField(
        Organisation, on_delete=models.PROTECT, related_name="township_page", editable=False
    )

    is_creatable = False
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.NewsIndexPage"]
    promote_panels: ClassVar = []
    content_panels: ClassVar = [FieldPanel("title")]

    class Meta:
        verbose_name = _("section of a township")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        news = NewsPage.objects.live().in_section(self.organisation_id).newest()
        own = NewsIndexPage.objects.live().filter(section=self.organisation_id)
        index = own.only("url_path").first()
        shown = list(news[: NEWS_SHOWN + 1])
        return super().get_context(request, *args, **kwargs) | {
            "news": shown[:NEWS_SHOWN],
            "has_congress": self.organisation.kind == Organisation.Kind.TOWNSHIP,
            "more": index.get_url(request) if index and len(shown) > NEWS_SHOWN else "",
        }
