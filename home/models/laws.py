"""Laws and rules, with what their reader asks first: whose, since when, still in force."""

from datetime import date
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, F, Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy
from modelsearch import index
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager

from congress.organisations.models import Organisation
from home.blocks import BodyBlock
from home.copying import ReviewedCopyForm
from home.models.base import FramePage, Pill, SitePage
from home.models.reviewed import ReviewedPage, ReviewedQuerySet
from home.review.notes import CorrectionForm


class Status(models.TextChoices):
    VALID = "valid", pgettext_lazy("law", "in force")
    AMENDED = "amended", pgettext_lazy("law", "amended")
    REPEALED = "repealed", pgettext_lazy("law", "repealed")


TONES = {Status.VALID: "success", Status.AMENDED: "warning", Status.REPEALED: "neutral"}


class LawQuerySet(ReviewedQuerySet):
    def latest(self) -> Self:
        """Those in force first, of each status the last adopted first."""
        return self.order_by(
            models.Case(models.When(status=Status.VALID, then=0), default=1), "-adopted_on", "-pk"
        )


class LawIndexPage(FramePage):
    """The list of a county's laws; `?status=` shows one status alone."""

    section = models.OneToOneField(
        Organisation, on_delete=models.PROTECT, related_name="law_index", editable=False
    )

    is_creatable = False
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.LawPage"]
    promote_panels: ClassVar = []
    content_panels: ClassVar = [FieldPanel("title")]

    class Meta:
        verbose_name = pgettext_lazy("noun", "list of laws")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        laws = LawPage.objects.live().in_section(self.section_id)
        numbers = dict(laws.order_by().values_list("status").annotate(number=Count("pk")))
        asked = request.GET.get("status", "")
        status = asked if asked in numbers else ""
        shown = laws.filter(status=status) if status else laws
        pills = list(_pills(numbers, status)) if len(numbers) > 1 else []
        context = super().get_context(request, *args, **kwargs) | {"pills": pills}
        return self.listed(shown.latest(), context)


def _pills(numbers: dict[str, int], current: str) -> Any:
    yield Pill(pgettext("filter", "All"), "?", current == "", sum(numbers.values()))
    for status in Status:
        if status in numbers:
            url = f"?status={status.value}"
            yield Pill(str(status.label), url, status == current, numbers[status])


class LawForm(CorrectionForm):
    def clean(self) -> dict[str, Any]:
        """A draft too is kept only with a date that fits: the database holds the rule."""
        data = super().clean()
        status, day = data.get("status"), data.get("status_on")
        if status == Status.VALID and day:
            words = _t("A law in force has no such date. Please leave it empty.")
            self.add_error("status_on", ValidationError(words))
        elif status in (Status.AMENDED, Status.REPEALED) and not day:
            words = _t("Please say since when.")
            self.add_error("status_on", ValidationError(words))
        return data


class LawPage(ReviewedPage):
    """A law, a regulation or a rule. `section` is the county, copied from the list it stands in.

    `amended` is a text that a newer one has replaced, `repealed` one that has none; `status_on` is
    the first day of that.
    """

    section = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="law_pages", editable=False
    )
    issuer = models.CharField(pgettext_lazy("law", "issuing body"), max_length=100)
    number = models.CharField(
        pgettext_lazy("law", "document number"),
        max_length=60,
        blank=True,
        help_text=_("As printed, for example the number of the president's order."),
    )
    adopted_on = models.DateField(pgettext_lazy("law", "adopted on"))
    effective_on = models.DateField(pgettext_lazy("law", "effective from"))
    status = models.CharField(
        pgettext_lazy("law", "validity"),
        max_length=10,
        choices=Status.choices,
        default=Status.VALID,
    )
    status_on = models.DateField(
        _("amended or repealed since"),
        null=True,
        blank=True,
        help_text=_("Only for a law that is no longer in force as it stands here."),
    )
    body = StreamField(BodyBlock(), verbose_name=pgettext_lazy("news", "text"), blank=True)

    objects = PageManager.from_queryset(LawQuerySet)()

    found_on = F("adopted_on")
    newest_first = ("-adopted_on", "-pk")
    search_fields: ClassVar = [
        *SitePage.search_fields,
        index.SearchField("issuer"),
        index.SearchField("number"),
        index.SearchField("body"),
        index.SearchField("document_words"),
    ]
    base_form_class = LawForm
    copy_form_class = ReviewedCopyForm
    parent_page_types = ["home.LawIndexPage"]
    subpage_types: ClassVar = []
    exclude_fields_in_copy = ["section", "correction"]
    promote_panels: ClassVar = []
    content_panels: ClassVar = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("issuer"), FieldPanel("number")]),
        FieldRowPanel([FieldPanel("adopted_on"), FieldPanel("effective_on")]),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("status"), FieldPanel("status_on")])],
            heading=pgettext_lazy("law", "validity"),
        ),
        FieldPanel("body"),
        ReviewedPage.schedule_panel,
        ReviewedPage.correction_panel,
    ]

    class Meta:
        verbose_name = pgettext_lazy("noun", "law")
        verbose_name_plural = pgettext_lazy("noun", "laws")
        indexes: ClassVar = [models.Index(fields=["section", "-adopted_on"], name="law_latest")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(status__in=Status.values), name="law_status"),
            models.CheckConstraint(
                condition=Q(status=Status.VALID, status_on=None)
                | (~Q(status=Status.VALID) & Q(status_on__isnull=False)),
                name="law_status_dated",
            ),
        ]

    @property
    def shown_on(self) -> date:
        return self.adopted_on

    @property
    def day(self) -> date:
        return self.adopted_on or super().day

    @property
    def standing(self) -> tuple[str | Promise, str]:
        """The word of its validity today, and its tone."""
        if self.status == Status.VALID and self.effective_on > timezone.localdate():
            return pgettext("law", "not yet in force"), "info"
        return Status(self.status).label, TONES[Status(self.status)]

    def crumb_label(self) -> str:
        return pgettext("breadcrumbs", "Text")
