"""Which days are worked; pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

REST = "rest"
WORK = "work"
WEEKEND = "weekend"
SATURDAY = 5


@dataclass(frozen=True)
class Mark:
    """What a decree or a county says of one day: `REST` or `WORK`, and the festival's name."""

    kind: str
    name: str = ""


@dataclass(frozen=True)
class Calendar:
    """Days without a mark are worked from Monday to Friday.

    `decreed` are the years whose days off are published; in any other year the marks are the
    festivals of the law alone, and a count of working days is an estimate.
    """

    marks: Mapping[date, Mark] = field(default_factory=dict)
    decreed: frozenset[int] = frozenset()

    def works_on(self, day: date) -> bool:
        mark = self.marks.get(day)
        return mark.kind == WORK if mark else day.weekday() < SATURDAY

    def rest_on(self, day: date) -> str:
        """Why nobody works on `day`: the festival's name or `WEEKEND`; empty on a working day."""
        if self.works_on(day):
            return ""
        mark = self.marks.get(day)
        return (mark and mark.name) or WEEKEND

    def overlaid(self, marks: Mapping[date, Mark], decreed: frozenset[int]) -> "Calendar":
        """This calendar with the days and years that a county entered itself."""
        return Calendar({**self.marks, **marks}, self.decreed | decreed)
