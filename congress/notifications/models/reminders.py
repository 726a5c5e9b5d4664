"""The ledger of reminders, and when the job went through it."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from congress.organisations.models import User


class ReminderRun(models.Model):
    """One pass of `send_reminders`; without an end it broke off."""

    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["-ended_at"], name="reminder_run_newest")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("began_at")),
                name="reminder_run_order",
            )
        ]

    def __str__(self) -> str:
        return f"{self.began_at:%Y-%m-%d %H:%M}"


class Reminder(models.Model):
    """One stage of one record for one person: told, or passed over for a newer stage. The row
    stands before anything is sent, so that nobody is told twice."""

    run = models.ForeignKey(ReminderRun, on_delete=models.PROTECT, related_name="reminders")
    room = models.CharField(max_length=40)
    kind = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    stage = models.CharField(max_length=60)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="reminders")
    due_at = models.DateTimeField()
    passed_over = models.BooleanField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["room", "kind", "object_id", "stage", "user"], name="reminder_once"
            ),
            models.CheckConstraint(condition=~Q(stage=""), name="reminder_stage_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.room} {self.object_id} {self.stage}"
