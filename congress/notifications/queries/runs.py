"""When the reminder job ran."""

from datetime import datetime

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from congress.notifications.models import ReminderRun


def last_run() -> datetime:
    """When the job last came to its end; where it never did, when its table was made."""
    ended = ReminderRun.objects.exclude(ended_at=None).order_by("-ended_at")
    last = ended.values_list("ended_at", flat=True).first()
    return last or _installed_at()


def _installed_at() -> datetime:
    made = MigrationRecorder(connection).migration_qs.filter(app="notifications")
    return made.filter(name="0003_reminders").values_list("applied", flat=True).get()
