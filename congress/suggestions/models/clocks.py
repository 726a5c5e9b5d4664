"""Running and stopped clocks of a suggestion."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from congress.suggestions.models.assignments import Assignment, Request
from congress.suggestions.models.suggestions import Suggestion

# A window closes and is never late; everything else is owed by somebody.
WINDOWS = ("return",)


class ClockQuerySet(models.QuerySet["Clock"]):
    def running(self) -> Self:
        return self.filter(stopped_on=None)

    def owed(self) -> Self:
        return self.exclude(event__in=WINDOWS)

    def late_on(self, day: date) -> Self:
        return self.running().owed().filter(due__lt=day)


class Clock(models.Model):
    """One time limit (期限): the rule as it was copied, its start and its due date.

    `event`, `rules`, `unit`, `starts` are codes of `congress.workdays`. `skipped` are the days that
    did not count, each as [ISO date, reason]. `stopped_on` is the day on which what was owed was
    done, or on which it ceased to be owed (`met` false). The assignment is empty for a clock of the
    suggestion as a whole.
    """

    suggestion = models.ForeignKey(Suggestion, on_delete=models.CASCADE, related_name="clocks")
    assignment = models.ForeignKey(
        Assignment, on_delete=models.CASCADE, related_name="clocks", null=True, blank=True
    )
    event = models.CharField(max_length=20)
    rules = models.CharField(max_length=30)
    source = models.CharField(max_length=120)
    article = models.CharField(max_length=60, blank=True)
    starts = models.CharField(max_length=30, blank=True)
    condition = models.CharField(max_length=120, blank=True)
    valid_from = models.DateField()
    usual_length = models.PositiveSmallIntegerField()
    length = models.PositiveSmallIntegerField()
    unit = models.CharField(max_length=20)
    extended = models.BooleanField(default=False)
    start = models.DateField()
    due = models.DateField(pgettext_lazy("clock", "due"))
    estimated = models.BooleanField(default=False)
    rest = models.CharField(max_length=30, blank=True)
    skipped = models.JSONField(default=list, blank=True)
    stopped_on = models.DateField(null=True, blank=True)
    met = models.BooleanField(default=False)

    objects = ClockQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["due", "pk"]
        indexes: ClassVar = [
            models.Index(
                fields=["due", "event"], condition=Q(stopped_on=None), name="clock_running"
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["suggestion", "event"],
                condition=Q(assignment=None, stopped_on=None),
                name="clock_one_running_of_record",
            ),
            models.UniqueConstraint(
                fields=["assignment", "event"],
                condition=Q(assignment__isnull=False, stopped_on=None),
                name="clock_one_running_of_unit",
            ),
            models.CheckConstraint(
                condition=Q(met=False) | Q(stopped_on__isnull=False), name="clock_met_is_stopped"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event} {self.due}"

    @property
    def is_window(self) -> bool:
        return self.event in WINDOWS

    @property
    def days_late(self) -> int | None:
        """How many days after the due date it was met; none while it runs."""
        return (self.stopped_on - self.due).days if self.stopped_on else None


class ExtensionRequest(Request):
    """申请延期: of the reply, of the second reply or of a co-handler's opinion."""

    clock = models.ForeignKey(Clock, on_delete=models.CASCADE, related_name="extensions")

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["clock"], condition=Q(decision=""), name="extension_one_open"
            ),
            models.CheckConstraint(
                condition=Q(decision="", decided_at=None)
                | (~Q(decision="") & Q(decided_at__isnull=False)),
                name="extension_decided_with_moment",
            ),
        ]
