"""A due date with all that explains it; pure."""

from dataclasses import dataclass
from datetime import date

from congress.workdays.clocks import Count, count
from congress.workdays.days import Calendar
from congress.workdays.rulebook import NoAnswer, NoExtension, Row, row_for


class BeyondCalendar(NoAnswer):
    """The due date would lie beyond the year 9999."""


@dataclass(frozen=True)
class Deadline:
    """How a date was found: the row of law, the day it starts from, and the count."""

    row: Row
    start: date
    extended: bool
    length: int
    count: Count

    @property
    def due(self) -> date:
        return self.count.due


def deadline(
    event: str, start: date, rules: str, calendar: Calendar, *, extended: bool = False
) -> Deadline:
    """Raises a `NoAnswer`. An extension lengthens the clock as a whole, from the same start."""
    row = row_for(rules, event, start)
    length = row.extended if extended else row.length
    if length is None:
        raise NoExtension
    try:
        return Deadline(row, start, extended, length, count(start, length, row.unit, calendar))
    except OverflowError:
        raise BeyondCalendar from None
