"""What is to go out, entered with the message; nothing is sent here.

The rows are committed with the act or not at all: an act never waits for another office's server,
and what it was answered with is not lost. Where a worker runs it begins at once; otherwise the
progress page of the record carries on, and `send_reminders` by its timer in any case.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django_tasks import default_task_backend, task

from congress.notifications.actions.delivering import deliver
from congress.notifications.channels import channels_on
from congress.notifications.models import Delivery, Message
from congress.organisations.models import User


def post(messages: Sequence[Message], *, at: datetime) -> int:
    """One first attempt for each message and configured channel that reaches its person; none for
    an act that is entered for an earlier day."""
    channels = channels_on()
    if not channels or not messages or timezone.localdate(at) != timezone.localdate():
        return 0
    relations = {name for channel in channels for name in channel.prefetch}
    people = _people((message.user_id for message in messages), relations)
    rows = [
        Delivery(message=message, channel=channel.code, due_at=at)
        for message in messages
        for channel in channels
        if channel.address_of(people[message.user_id])
    ]
    Delivery.objects.bulk_create(rows)
    if rows and has_worker():
        transaction.on_commit(send_waiting.enqueue)
    return len(rows)


def has_worker() -> bool:
    """Whether tasks wait for `manage.py db_worker`; otherwise they would run within the request."""
    return default_task_backend.supports_defer


@task()
def send_waiting() -> None:
    """Runs in the worker until nothing more can be sent now."""
    while True:
        done = deliver(at=timezone.now())
        if not done.sent:
            return


def _people(keys: Iterable[int], relations: Iterable[str]) -> dict[int, User]:
    return User.objects.filter(pk__in=set(keys)).prefetch_related(*relations).in_bulk()
