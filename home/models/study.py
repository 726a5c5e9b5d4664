"""Study pages of the county, which deputies and staff mark as learned."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import pgettext, pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import PageManager

from congress.organisations.models import Organisation
from home.copying import ReviewedCopyForm
from home.models.articles import Article, ArticleQuerySet
from home.models.base import FramePage
from home.models.reviewed import ReviewedPage


class StudyIndexPage(FramePage):
    """The list of a county's study pages."""

    section = models.OneToOneField(
        Organisation, on_delete=models.PROTECT, related_name="study_index", editable=False
    )

    is_creatable = False
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.StudyPage"]
    promote_panels: ClassVar = []
    content_panels: ClassVar = [FieldPanel("title")]

    class Meta:
        verbose_name = pgettext_lazy("noun", "study list")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        pages = StudyPage.objects.live().in_section(self.section_id).newest()
        return self.listed(pages, super().get_context(request, *args, **kwargs))


class StudyPage(Article):
    """`section` is the county, copied from the list it stands in. Whoever is logged in finds the
    button below the text (`request.learning`, set by `home.wagtail_hooks`)."""

    section = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="study_pages", editable=False
    )

    objects = PageManager.from_queryset(ArticleQuerySet)()

    copy_form_class = ReviewedCopyForm
    parent_page_types = ["home.StudyIndexPage"]
    subpage_types: ClassVar = []
    exclude_fields_in_copy = ["section", "correction"]
    promote_panels: ClassVar = []
    content_panels: ClassVar = [
        FieldPanel("title"),
        FieldPanel("summary"),
        FieldPanel("body"),
        FieldRowPanel([FieldPanel("source"), FieldPanel("author"), FieldPanel("published_on")]),
        ReviewedPage.schedule_panel,
        ReviewedPage.correction_panel,
    ]

    class Meta:
        verbose_name = pgettext_lazy("noun", "study page")
        verbose_name_plural = pgettext_lazy("noun", "study pages")
        indexes: ClassVar = [models.Index(fields=["section", "-published_on"], name="study_newest")]

    def crumb_label(self) -> str:
        return pgettext("breadcrumbs", "Text")

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """What is shown to one person is kept by no cache, neither ours nor the browser's."""
        response = super().serve(request, *args, **kwargs)
        if getattr(request, "learning", None) is not None:
            response.is_public = False  # type: ignore[attr-defined]
            response["Cache-Control"] = "private, no-store"
        return response
