"""Replies of units, and the promises in them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.suggestions.models.assignments import Assignment
from congress.suggestions.models.choices import ReportKind
from congress.suggestions.models.suggestions import Suggestion
from congress.suggestions.states import COMMITMENT, REPLY

WITH_DAY = (ReportKind.LATER, ReportKind.RENEWED)


class Reply(models.Model):
    """One unit's answer in one round. What its class demands (`schemes`) is asked at the signature.

    `class_label` is the class in the words of the scheme of that day. `taken_from` is the county's
    reply that a township took over. `remark` says why it was given back last.
    """

    suggestion = models.ForeignKey(Suggestion, on_delete=models.CASCADE, related_name="replies")
    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="replies")
    round_no = models.PositiveSmallIntegerField()
    state = models.CharField(
        pgettext_lazy("item", "state"),
        max_length=10,
        choices=REPLY.choices(),
        default="draft",
        editable=False,
    )
    body = models.TextField(
        pgettext_lazy("reply", "text of the reply"), max_length=10000, blank=True
    )
    document_no = models.CharField(
        _("number of the letter"),
        max_length=40,
        blank=True,
        help_text=_("As on the letter, such as 石农函〔2026〕3号."),
    )
    result_class = models.CharField(
        pgettext_lazy("reply", "result class"), max_length=1, blank=True
    )
    class_label = models.CharField(max_length=60, blank=True, editable=False)
    class_reason = models.TextField(_("why it cannot be settled now"), max_length=1000, blank=True)
    promise = models.CharField(_("what is promised"), max_length=300, blank=True)
    promised_on = models.DateField(pgettext_lazy("reply", "promised by"), null=True, blank=True)
    reported_to = models.CharField(
        pgettext_lazy("reply", "reported to"), max_length=100, blank=True
    )
    reported_on = models.DateField(pgettext_lazy("reply", "reported on"), null=True, blank=True)
    signed_by = models.CharField(_("signed by the head of the unit"), max_length=40, blank=True)
    handler = models.CharField(pgettext_lazy("reply", "handled by"), max_length=40, blank=True)
    handler_phone = models.CharField(_("telephone of the handler"), max_length=30, blank=True)
    signed_at = models.DateTimeField(null=True, blank=True, editable=False)
    released_at = models.DateTimeField(null=True, blank=True, editable=False)
    released_by = models.CharField(max_length=150, blank=True, editable=False)
    remark = models.TextField(max_length=1000, blank=True, editable=False)
    edition = models.PositiveIntegerField(default=0, editable=False)
    taken_from = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        related_name="taken_over",
        null=True,
        blank=True,
        editable=False,
    )

    class Meta:
        ordering: ClassVar = ["round_no", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["assignment", "round_no"], name="reply_once_a_round"),
            models.CheckConstraint(
                condition=Q(state__in=[state.code for state in REPLY.states]), name="reply_state"
            ),
            models.CheckConstraint(
                condition=Q(state="draft", signed_at=None)
                | (~Q(state="draft") & Q(signed_at__isnull=False) & ~Q(signed_by="")),
                name="reply_signed_with_name",
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | (~Q(result_class="") & ~Q(body="")),
                name="reply_signed_with_class",
            ),
            models.CheckConstraint(
                condition=Q(state="released", released_at__isnull=False)
                | (~Q(state="released") & Q(released_at=None)),
                name="reply_released_with_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assignment} {self.round_no}"


class Commitment(models.Model):
    """A promise (承诺事项) of a released reply, followed across terms until it is kept. The second
    reply of the unit that promises something again takes it over."""

    suggestion = models.ForeignKey(Suggestion, on_delete=models.PROTECT, related_name="commitments")
    reply = models.OneToOneField(Reply, on_delete=models.PROTECT, related_name="commitment")
    text = models.CharField(pgettext_lazy("commitment", "promise"), max_length=300)
    promised_on = models.DateField(pgettext_lazy("commitment", "promised by"))
    first_promised_on = models.DateField()
    state = models.CharField(
        pgettext_lazy("item", "state"),
        max_length=10,
        choices=COMMITMENT.choices(),
        default="open",
        editable=False,
    )
    kept_on = models.DateField(null=True, blank=True, editable=False)

    class Meta:
        ordering: ClassVar = ["promised_on", "pk"]
        indexes: ClassVar = [models.Index(fields=["state", "promised_on"], name="commitment_due")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state__in=[state.code for state in COMMITMENT.states]),
                name="commitment_state",
            ),
            models.CheckConstraint(
                condition=Q(state="kept", kept_on__isnull=False)
                | (~Q(state="kept") & Q(kept_on=None)),
                name="commitment_kept_with_day",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class CommitmentReport(models.Model):
    """What was said of a commitment; `promised_on` is the other day, where there is one."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="reports")
    kind = models.CharField(max_length=10, choices=ReportKind.choices)
    text = models.TextField(pgettext_lazy("commitment", "what was done"), max_length=1000)
    promised_on = models.DateField(null=True, blank=True)
    entered_at = models.DateTimeField()
    entered_by = models.CharField(max_length=150)

    class Meta:
        ordering: ClassVar = ["entered_at", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind__in=WITH_DAY, promised_on__isnull=False)
                | (~Q(kind__in=WITH_DAY) & Q(promised_on=None)),
                name="commitment_report_later_with_day",
            )
        ]

    def __str__(self) -> str:
        return self.text[:40]
