"""Lines that higher rooms add to Today.

A room registers in its `announce.py`, loaded when all apps are ready.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from congress.audit.actors import Actor


@dataclass(frozen=True)
class Line:
    """When it began to wait, what, why, and the one act; the date by which it is owed and the days
    left to it, where there is one."""

    when: datetime
    title: str
    why: str
    act_label: str
    act_url: str
    due: date | None = None
    days: int | None = None


@dataclass(frozen=True)
class Waiting:
    """All that waits for a person in a room: how many, and the lines of those that waited
    longest, as many as were asked for."""

    count: int
    lines: list[Line]


Source = Callable[[Iterable[Actor], datetime, int], Waiting]
_sources: list[Source] = []


def register(source: Source) -> None:
    """`source(actors, at, limit)` is asked for everybody who works, also where nothing waits."""
    if source not in _sources:
        _sources.append(source)


def waiting_elsewhere(actors: Iterable[Actor], at: datetime, limit: int) -> Waiting:
    """What the registered rooms have for these actors, together."""
    found = [source(actors, at, limit) for source in _sources]
    lines = [line for waiting in found for line in waiting.lines]
    return Waiting(sum(waiting.count for waiting in found), lines)
