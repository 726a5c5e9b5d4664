"""What higher rooms count by a county's calendar, and move when it changes.

A room registers in its `announce.py`, loaded when all apps are ready.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from congress.audit.actors import Actor
from congress.organisations.models import Organisation
from congress.organisations.registry import Moved
from congress.workdays.days import Calendar


class Mover(Protocol):
    """`preview` gives every date that would move and changes nothing; `move` takes the calendar
    over, within the transaction of the act that changed it, and returns how many dates moved."""

    def preview(self, county: Organisation, calendar: Calendar) -> Iterable[Moved]: ...

    def move(
        self, county: Organisation, calendar: Calendar, *, why: str, by: Actor, at: datetime
    ) -> int: ...


_movers: list[Mover] = []


def register_mover(mover: Mover) -> None:
    if mover not in _movers:
        _movers.append(mover)


def preview(county: Organisation, calendar: Calendar) -> list[Moved]:
    """The earliest new date first."""
    found = [moved for mover in _movers for moved in mover.preview(county, calendar)]
    return sorted(found, key=lambda moved: (moved.after, moved.title))


def move(county: Organisation, calendar: Calendar, *, why: str, by: Actor, at: datetime) -> int:
    return sum(mover.move(county, calendar, why=why, by=by, at=at) for mover in _movers)
