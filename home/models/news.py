"""News of the county and of its townships."""

from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.images.models import Image
from wagtail.models import PageManager

from congress.information.models import Item
from congress.organisations.models import Organisation
from home.copying import ReviewedCopyForm
from home.models.articles import LISTED, Article, ArticleQuerySet
from home.models.base import FramePage
from home.models.reviewed import ReviewedPage
from home.panels import OriginPanel
from home.pictures import light_rendition
from home.review.notes import CorrectionForm


class NewsQuerySet(ArticleQuerySet):
    def newest(self) -> Self:
        return super().newest().only(*LISTED, "cover", "cover_alternative")

    def of_townships(self, county_id: int) -> Self:
        return self.filter(section__parent_id=county_id)


class NewsIndexPage(FramePage):
    """The list of a section's news; `section` is the county or the township."""

    section = models.OneToOneField(
        Organisation, on_delete=models.PROTECT, related_name="news_index", editable=False
    )

    is_creatable = False
    parent_page_types = ["home.HomePage", "home.TownshipPage"]
    subpage_types = ["home.NewsPage"]
    promote_panels: ClassVar = []
    content_panels: ClassVar = [FieldPanel("title")]

    class Meta:
        verbose_name = pgettext_lazy("noun", "news list")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        news = NewsPage.objects.live().in_section(self.section_id).newest()
        return self.listed(news, super().get_context(request, *args, **kwargs))


class NewsForm(CorrectionForm):
    def clean(self) -> dict[str, Any]:
        data = super().clean()
        wanted = data.get("cover") and not data.get("cover_alternative")
        if wanted and not self.is_deferred_validation:
            self.add_error(
                "cover_alternative",
                ValidationError(_t("Please say in a sentence what the cover picture shows.")),
            )
        return data


class NewsPage(Article):
    """One piece of news. `origin` is the number of the information item it came from, or empty;
    `section` is copied from the list it stands in and kept for the rule "once per section"."""

    section = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="news", editable=False
    )
    cover = models.ForeignKey(
        Image,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=pgettext_lazy("news", "cover picture"),
    )
    cover_alternative = models.CharField(
        _("alternative text of the cover"),
        max_length=200,
        blank=True,
        help_text=_("Says in a sentence what the picture shows, for those who cannot see it."),
    )
    origin = models.CharField(_("from information item"), max_length=60, blank=True, editable=False)

    objects = PageManager.from_queryset(NewsQuerySet)()

    base_form_class = NewsForm
    copy_form_class = ReviewedCopyForm
    parent_page_types = ["home.NewsIndexPage"]
    subpage_types: ClassVar = []
    exclude_fields_in_copy = ["section", "origin", "correction"]
    promote_panels: ClassVar = []
    content_panels: ClassVar = [
        OriginPanel(),
        FieldPanel("title"),
        FieldPanel("summary"),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("cover"), FieldPanel("cover_alternative")],
            heading=pgettext_lazy("heading", "Cover picture"),
        ),
        FieldRowPanel([FieldPanel("source"), FieldPanel("author"), FieldPanel("published_on")]),
        ReviewedPage.schedule_panel,
        ReviewedPage.correction_panel,
    ]

    class Meta:
        verbose_name = pgettext_lazy("noun", "piece of news")
        verbose_name_plural = pgettext_lazy("noun", "news")
        indexes: ClassVar = [models.Index(fields=["section", "-published_on"], name="news_newest")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["section", "origin"],
                condition=~Q(origin=""),
                name="news_origin_once",
                violation_error_message=_("This item is a piece of news of the section already."),
            )
        ]

    def origin_item(self) -> Item | None:
        """The information item the page came from, if it is still there."""
        if not self.origin:
            return None
        place = Q(organisation_id=self.section_id) | Q(organisation__parent_id=self.section_id)
        return Item.objects.filter(place, reference=self.origin).first()

    def crumb_label(self) -> str:
        return pgettext("breadcrumbs", "Text")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        cover = light_rendition(self.cover, "width-760")
        return super().get_context(request, *args, **kwargs) | {"cover": cover}
