"""Clocks as they are explained, and what a change of the calendar would move."""

from dataclasses import dataclass
from datetime import date

from congress.organisations.models import CongressSession, Organisation
from congress.suggestions.models import Clock, Suggestion
from congress.workdays.clocks import Count, Skipped
from congress.workdays.clocks import count as counted
from congress.workdays.days import Calendar
from congress.workdays.deadlines import Deadline, deadline
from congress.workdays.queries import calendar_of, rules_of
from congress.workdays.rulebook import NoAnswer, NoRule, Row, row_for


def county_of(suggestion: Suggestion) -> Organisation:
    congress = suggestion.congress
    return congress.parent or congress


def foreseen(suggestion: Suggestion, event: str, on: date) -> Deadline | None:
    """The time limit that an act of that day begins; None where neither the county's rule set nor
    the national law has a rule for it. A rule that counts from the close of the session starts
    there for what was raised in a session that has closed."""
    county = county_of(suggestion)
    rules = rules_of(county)
    try:
        row = row_for(rules, event, on)
    except NoRule:
        return None
    start = on
    session = suggestion.session
    if row.starts == "session_closed" and session and session.closes_on:
        start = session.closes_on
    return deadline(event, start, rules, calendar_of(county))


def lengthened(clock: Clock) -> Deadline | None:
    """With its extension, by the rule under which it began; None where that knows none."""
    calendar = calendar_of(county_of(clock.suggestion))
    try:
        return deadline(clock.event, clock.start, clock.rules, calendar, extended=True)
    except NoAnswer:
        return None


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
    """A running clock and where another calendar, or another last day of the session, would put
    it."""

    clock: Clock
    start: date
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
            changed.append(Shift(clock, clock.start, count))
    return changed


def session_shifts(session: CongressSession, closes_on: date, calendar: Calendar) -> list[Shift]:
    """Each running clock of what was raised in the session that counts from its close and began
    on another day: handed over before it closed, or before its last day was corrected."""
    rows = Clock.objects.running().filter(suggestion__session=session, starts="session_closed")
    rows = rows.select_related("suggestion__congress__parent", "assignment__unit")
    return [
        Shift(clock, closes_on, counted(closes_on, clock.length, clock.unit, calendar))
        for clock in rows.exclude(start=closes_on)
    ]
