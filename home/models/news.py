"""News of the county and of its townships."""

from datetime import date
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy
from modelsearch import index
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.images.models import Image
from wagtail.models import PageManager, PageQuerySet

from congress.information.models import Item
from congress.organisations.models import Organisation, User
from home.blocks import BodyBlock
from home.copying import NewsCopyForm
from home.models.base import FramePage, SitePage
from home.models.reviewed import ReviewedPage
from home.panels import OriginPanel
from home.pictures import light_rendition
from home.review.notes import CorrectionForm

PAGE_SIZE = 20
NEWEST_FIRST = ("-published_on", "-pk")


class NewsQuerySet(PageQuerySet):
    def in_section(self, organisation_id: int) -> Self:
        return self.filter(section_id=organisation_id)

    def of_townships(self, county_id: int) -> Self:
        return self.filter(section__parent_id=county_id)

    def of_editors(self, user: User) -> Self:
        """The news of the sections whose editors the person belongs to, by the groups."""
        sections = Organisation.objects.filter(section__editors__user=user)
        return self.filter(Q(section__in=sections) | Q(section__parent__in=sections))

    def newest(self) -> Self:
        """As lists show them, which is without their texts."""
        return self.order_by(*NEWEST_FIRST).defer_streamfields()


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
        page = Paginator(news, PAGE_SIZE).get_page(request.GET.get("page"))
        context = super().get_context(request, *args, **kwargs) | {"page_obj": page}
        if page.number > 1:
            context["canonical"] += f"?page={page.number}"
        return context


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


class NewsPage(ReviewedPage):
    """One piece of news. `origin` is the number of the information item it came from, or empty;
    `section` is copied from the list it stands in and kept for the rule "once per section"."""

    section = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="news", editable=False
    )
    summary = models.TextField(
        pgettext_lazy("news", "summary"),
        max_length=300,
        blank=True,
        help_text=_("Two or three sentences; shown in lists and below the title."),
    )
    body = StreamField(BodyBlock(), verbose_name=pgettext_lazy("news", "text"), blank=True)
    source = models.CharField(pgettext_lazy("news", "source"), max_length=60, blank=True)
    author = models.CharField(pgettext_lazy("news", "author"), max_length=60, blank=True)
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
    published_on = models.DateField(pgettext_lazy("news", "date shown"), default=timezone.localdate)
    origin = models.CharField(_("from information item"), max_length=60, blank=True, editable=False)

    objects = PageManager.from_queryset(NewsQuerySet)()

    search_fields: ClassVar = [
        *SitePage.search_fields,
        index.SearchField("summary"),
        index.SearchField("body"),
        index.SearchField("document_words"),
    ]
    newest_first = NEWEST_FIRST
    base_form_class = NewsForm
    copy_form_class = NewsCopyForm
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

    def _set_core_field_defaults(self) -> None:
        """Wagtail calls this before it validates a live page and a draft alike. A page takes the
        section of its list, and its address from its day: 20261122, 20261122-2, …"""
        if self.path and self.section_id is None:
            parent = NewsIndexPage.objects.get(pk=self.get_parent().pk)
            self.section_id = parent.section_id
        if self.path and not self.slug:
            self.slug = self._get_autogenerated_slug(self._day.strftime("%Y%m%d"))
        super()._set_core_field_defaults()

    @property
    def shown_on(self) -> date:
        return self.published_on

    @property
    def _day(self) -> date:
        return self.published_on or timezone.localdate()

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
