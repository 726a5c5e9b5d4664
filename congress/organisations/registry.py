"""What higher rooms count from the last day of a session, and move when it is entered or corrected.

A room registers in its `announce.py`, loaded when all apps are ready.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from congress.audit.actors import Actor
from congress.organisations.models import CongressSession


@dataclass(frozen=True)
class Moved:
    """A date of a record that a change moves; `path` leads to the record."""

    title: str
    what: str
    before: date
    after: date
    path: str


class Follower(Protocol):
    """`preview` gives every date that would move and changes nothing; `move` takes the day over,
    within the transaction of the act that changed it."""

    def preview(self, session: CongressSession, closes_on: date) -> Iterable[Moved]: ...

    def move(self, session: CongressSession, *, why: str, by: Actor, at: datetime) -> int: ...


_followers: list[Follower] = []


def register_follower(follower: Follower) -> None:
    if follower not in _followers:
        _followers.append(follower)


def preview(session: CongressSession, closes_on: date | None) -> list[Moved]:
    """The earliest new date first; none where no last day is given: what runs stays."""
    if closes_on is None or closes_on == session.closes_on:
        return []
    found = [moved for each in _followers for moved in each.preview(session, closes_on)]
    return sorted(found, key=lambda moved: (moved.after, moved.title))


def move(session: CongressSession, *, why: str, by: Actor, at: datetime) -> int:
    if session.closes_on is None:
        return 0
    return sum(each.move(session, why=why, by=by, at=at) for each in _followers)
