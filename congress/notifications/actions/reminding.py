"""The one job that reminds: every stage once, also after an outage and beside a second worker."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.db import transaction

from congress.notifications.actions.messages import shortened
from congress.notifications.actions.posting import post
from congress.notifications.dues import Due
from congress.notifications.models import Message, Reminder, ReminderRun
from congress.notifications.registry import providers

logger = logging.getLogger(__name__)
BATCH = 200
KEY = ("room", "kind", "object_id", "user_id", "stage")


@dataclass(frozen=True)
class Reminded:
    """How many people were told, how many stages were passed over, how many rooms failed."""

    told: int = 0
    passed_over: int = 0
    faults: int = 0

    def __add__(self, other: "Reminded") -> "Reminded":
        return Reminded(
            self.told + other.told,
            self.passed_over + other.passed_over,
            self.faults + other.faults,
        )


def remind(run: ReminderRun, *, at: datetime) -> Reminded:
    """Tells what is due by `at` and not in the ledger yet, batch by batch, each whole or not at
    all. Of several stages of a record for a person only the newest is told. A room that fails
    keeps no other from its reminders."""
    total = Reminded()
    for provider in providers():
        try:
            rows = newest_first(due for due in provider(at) if due.due_at <= at)
            for start in range(0, len(rows), BATCH):
                total += _enter(run, rows[start : start + BATCH], at)
        except Exception:
            logger.exception("reminders of %s failed", provider.__module__)
            total += Reminded(faults=1)
    return total


def newest_first(dues: Iterable[Due]) -> list[tuple[Due, bool]]:
    """Each due with whether it is the newest for its record and person; sorted, so that two
    workers take the rows of the ledger in one order and never wait for each other in a ring."""
    ordered = sorted(dues, key=lambda due: (*_case(due), due.due_at, due.stage), reverse=True)
    cases = (case for _, case in groupby(ordered, key=_case))
    return [(due, place == 0) for case in cases for place, due in enumerate(case)]


def _case(due: Due) -> tuple[str, str, int, int]:
    room, kind, object_id, _ = due.record
    return room, kind, object_id, due.user_id


@transaction.atomic
def _enter(run: ReminderRun, rows: Iterable[tuple[Due, bool]], at: datetime) -> Reminded:
    """Rows of the ledger first: what another worker enters meanwhile stays with its run."""
    asked = {_key(due): (due, newest) for due, newest in rows}
    rooms, kinds, records = ({key[place] for key in asked} for place in range(3))
    known = Reminder.objects.filter(room__in=rooms, kind__in=kinds, object_id__in=records)
    for key in known.values_list(*KEY):
        asked.pop(key, None)
    fresh = [_row(run, due, newest) for due, newest in asked.values()]
    Reminder.objects.bulk_create(fresh, ignore_conflicts=True)
    won = [asked[key] for key in known.filter(run=run).values_list(*KEY) if key in asked]
    told = [due for due, newest in won if newest]
    post(Message.objects.bulk_create(_message(due, at) for due in told), at=at)
    return Reminded(told=len(told), passed_over=len(won) - len(told))


def _key(due: Due) -> tuple[str, str, int, int, str]:
    return *_case(due), due.stage


def _row(run: ReminderRun, due: Due, newest: bool) -> Reminder:
    room, kind, object_id, user_id = _case(due)
    return Reminder(
        run=run,
        room=room,
        kind=kind,
        object_id=object_id,
        stage=due.stage,
        user_id=user_id,
        due_at=due.due_at,
        passed_over=not newest,
    )


def _message(due: Due, at: datetime) -> Message:
    room, kind, object_id, user_id = _case(due)
    return Message(
        user_id=user_id,
        title=shortened(due.title, 200),
        text=shortened(due.text, 500),
        path=due.path,
        room=room,
        kind=kind,
        object_id=object_id,
        sent_at=at,
    )
