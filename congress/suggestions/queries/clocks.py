"""Clocks as they are explained, and what a change of the calendar would move."""

from dataclasses import dataclass
from datetime import date

from congress.organisations.models import Organisation
from congress.suggestions.models import Clock
from congress.workdays.clocks import Count, Skipped
from congress.workdays.clocks import count as counted
from congress.workdays.days import Calendar
from congress.workdays.deadlines import Deadline
from congress.workdays.rulebook import Row


def found(clock: Clock) -> Deadline:
    """How the date was found, as it was copied: what `workdays.wording` explains."""
    skipped = tuple(Skipped(date.fromisoformat(day), why) for day, why in clock.skipped)
    return Deadline(
        row_of(clock),
        clock.start,
        clock.extended,
        clock.length,
        Count(clock.due, skipped, clock.estimated, clock.rest),
    )


def row_of(clock: Clock) -> Row:
    return Row(
        rules=clock.rules,
        event=clock.event,
        source=clock.source,
        valid_from=clock.valid_from,
        length=clock.usual_length,
        unit=clock.unit,
        article=clock.article,
        starts=clock.starts,
        condition=clock.condition,
    )


@dataclass(frozen=True)
class Shift:
    """A running clock and where another calendar would put it."""

    clock: Clock
    count: Count

    @property
    def moves(self) -> bool:
        return self.count.due != self.clock.due


def shifts(county: Organisation, calendar: Calendar) -> list[Shift]:
    """Each running clock of the county that the calendar would change, in its due date or in the
    explanation of it. Clocks of records that are over do not run."""
    rows = Clock.objects.running().select_related(
        "suggestion__congress__parent", "assignment__unit"
    )
    congresses = Organisation.objects.in_county(county.pk)
    changed = []
    for clock in rows.filter(suggestion__congress__in=congresses):
        count = counted(clock.start, clock.length, clock.unit, calendar)
        if count != found(clock).count:
            changed.append(Shift(clock, count))
    return changed
