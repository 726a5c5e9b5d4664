"""Units that handle a suggestion, and what each of them asks for and notes."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.organisations.models import Organisation
from congress.suggestions.models.choices import REPLYING, ContactWay, Decision, HandlingRole
from congress.suggestions.models.suggestions import Suggestion


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def running(self):
        """Not returned and not taken back."""
        return self.filter(ended_at=None)

    def replying(self):
        """Those that owe the deputies a reply, not the lead an opinion."""
        return self.filter(role__in=REPLYING)


class Assignment(models.Model):
    """One unit's part in the handling (交办). A co-handler's opinion goes to the lead.

    `ended_at` is set where it was returned or taken back; what was answered stays running. In the
    part `upward` the unit is the county itself.
    """

    suggestion = models.ForeignKey(Suggestion, on_delete=models.CASCADE, related_name="assignments")
    unit = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="assignments",
        verbose_name=pgettext_lazy("field", "handling unit"),
    )
    role = models.CharField(max_length=12, choices=HandlingRole.choices)
    handed_over_at = models.DateTimeField()
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by = models.CharField(max_length=150, blank=True)
    opinion = models.TextField(
        pgettext_lazy("handling", "opinion to the lead unit"), max_length=8000, blank=True
    )
    opinion_at = models.DateTimeField(null=True, blank=True)
    opinion_by = models.CharField(max_length=150, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_why = models.CharField(max_length=200, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["pk"]
        indexes: ClassVar = [
            models.Index(
                fields=["unit", "suggestion"], condition=Q(ended_at=None), name="assignment_of_unit"
            )
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["suggestion", "unit"],
                condition=Q(ended_at=None),
                name="assignment_unit_once",
                violation_error_message=_("This unit handles it already."),
            ),
            models.UniqueConstraint(
                fields=["suggestion"],
                condition=Q(ended_at=None, role=HandlingRole.LEAD),
                name="assignment_one_lead",
            ),
            models.CheckConstraint(
                condition=Q(opinion_at=None, opinion="")
                | (Q(opinion_at__isnull=False, role=HandlingRole.CO_HANDLER) & ~Q(opinion="")),
                name="assignment_opinion_of_co_handler",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_why="")
                | (Q(ended_at__isnull=False) & ~Q(ended_why="")),
                name="assignment_ended_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}（{self.get_role_display()}）"


class Request(models.Model):
    """What a unit asks of the presidium, and what it decided."""

    reason = models.TextField(pgettext_lazy("request", "reason"), max_length=1000)
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=150)
    decision = models.CharField(max_length=10, choices=Decision.choices, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=150, blank=True)
    remark = models.TextField(pgettext_lazy("request", "remark"), max_length=1000, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.reason[:40]


class ReturnRequest(Request):
    """申请退回交办."""

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="returns")

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["assignment"], condition=Q(decision=""), name="return_request_one_open"
            ),
            models.CheckConstraint(
                condition=Q(decision="", decided_at=None)
                | (~Q(decision="") & Q(decided_at__isnull=False)),
                name="return_request_decided_with_moment",
            ),
        ]


class Contact(models.Model):
    """Contact with the deputy (面商、沟通) before, in or after the handling."""

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="contacts")
    day = models.DateField(pgettext_lazy("contact", "day"))
    way = models.CharField(
        pgettext_lazy("contact", "way"), max_length=10, choices=ContactWay.choices
    )
    person = models.CharField(pgettext_lazy("contact", "with whom"), max_length=60)
    gist = models.TextField(pgettext_lazy("contact", "what was said"), max_length=1000)
    entered_at = models.DateTimeField()
    entered_by = models.CharField(max_length=150)

    class Meta:
        ordering: ClassVar = ["day", "pk"]

    def __str__(self) -> str:
        return f"{self.day} {self.person}"
