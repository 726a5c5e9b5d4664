"""The passes of the reminder job."""

from datetime import datetime, timedelta

from congress.notifications.models import ReminderRun

KEPT = timedelta(days=30)


def begin_run(*, at: datetime) -> ReminderRun:
    """Opens a pass and forgets old ones that told nobody."""
    ReminderRun.objects.filter(began_at__lt=at - KEPT, reminders=None).delete()
    return ReminderRun.objects.create(began_at=at)


def end_run(run: ReminderRun, *, at: datetime) -> None:
    """Marks that the pass came to its end, which /health/ asks for."""
    ReminderRun.objects.filter(pk=run.pk).update(ended_at=at)
