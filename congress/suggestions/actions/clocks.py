"""Clocks begin, stop, run on, are lengthened and recomputed within the acts that cause it."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone

from congress.notifications.actions import settle
from congress.organisations.models import Organisation
from congress.suggestions.models import Assignment, Clock, ExtensionRequest, Suggestion
from congress.suggestions.models.choices import HandlingRole
from congress.suggestions.queries.clocks import county_of, foreseen
from congress.workdays.clocks import Count
from congress.workdays.deadlines import Deadline, deadline
from congress.workdays.queries import calendar_of
from congress.workdays.rulebook import NoAnswer, row_for

OF_PART: dict[str, tuple[str, ...]] = {
    HandlingRole.LEAD: ("reply", "first_contact", "return"),
    HandlingRole.SEPARATE: ("reply", "first_contact", "return"),
    HandlingRole.CO_HANDLER: ("co_opinion", "return"),
}


def begin_clock(
    suggestion: Suggestion, event: str, *, on: date, assignment: Assignment | None = None
) -> Clock | None:
    """None where no rule gives a time limit for it; `on` is the day of the act."""
    found = foreseen(suggestion, event, on)
    return _begin(suggestion, found, assignment) if found else None


def _begin(suggestion: Suggestion, found: Deadline, assignment: Assignment | None) -> Clock:
    clock = Clock(suggestion=suggestion, assignment=assignment, **copied(found))
    clock.full_clean()
    clock.save()
    return clock


def begin_part_clocks(part: Assignment, *, received: bool, at: datetime) -> None:
    """The clocks of a unit's part: with the hand-over, or `received` those that its rule counts
    from the day on which the unit receives it."""
    suggestion, day = part.suggestion, timezone.localdate(at)
    for event in OF_PART.get(part.role, ()):
        if event == "first_contact" and part.contacts.exists():
            continue
        found = foreseen(suggestion, event, day)
        if found and (found.row.starts == "unit_received") == received:
            _begin(suggestion, found, part)


def copied(found: Deadline) -> dict[str, Any]:
    """A deadline as the fields of a clock."""
    row = found.row
    return {
        "event": row.event,
        "rules": row.rules,
        "source": row.source,
        "article": row.article,
        "starts": row.starts,
        "condition": row.condition,
        "valid_from": row.valid_from,
        "usual_length": row.length,
        "length": found.length,
        "unit": row.unit,
        "extended": found.extended,
        "start": found.start,
        **counted(found.count),
    }


def counted(count: Count) -> dict[str, Any]:
    return {
        "due": count.due,
        "estimated": count.estimated,
        "rest": count.rest,
        "skipped": [[each.day.isoformat(), each.reason] for each in count.skipped],
    }


def stop_clocks(
    suggestion: Suggestion,
    events: Iterable[str] | None = None,
    *,
    at: datetime,
    met: bool,
    on: date | None = None,
    assignment: Assignment | None = None,
) -> None:
    """Stops the running clocks of these events, all where none are named; of one unit's part where
    it is given. `met` says that what was owed was done, `on` which day, where not that of the
    entry. Their reminders have done their work, and nobody can lengthen them now."""
    clocks = suggestion.clocks.running()
    if events is not None:
        clocks = clocks.filter(event__in=tuple(events))
    if assignment is not None:
        clocks = clocks.filter(assignment=assignment)
    stopped = list(clocks)
    clocks.update(stopped_on=on or timezone.localdate(at), met=met)
    settle(*stopped, at=at)
    settle(*ExtensionRequest.objects.filter(clock__in=stopped, decision=""), at=at)


def resume_clock(
    suggestion: Suggestion, event: str, assignment: Assignment | None = None, *, met: bool
) -> None:
    """The clock that stopped last, met or not, runs on as if it had not stopped."""
    stopped = suggestion.clocks.filter(event=event, assignment=assignment, met=met)
    last = stopped.exclude(stopped_on=None).order_by("-pk").first()
    if last:
        last.stopped_on, last.met = None, False
        last.full_clean()
        last.save(update_fields=["stopped_on", "met"])


def lengthen(clock: Clock) -> Clock:
    """To the extended length of its rule, from the same start. Raises a `NoAnswer` where the rule
    set knows no extension or the clock was lengthened before."""
    county = county_of(clock.suggestion)
    found = extended(clock, county)
    for field, value in copied(found).items():
        setattr(clock, field, value)
    clock.full_clean()
    clock.save()
    return clock


def extended(clock: Clock, county: Organisation) -> Deadline:
    """The clock with its extension, by the rule under which it began."""
    return deadline(clock.event, clock.start, clock.rules, calendar_of(county), extended=True)


def may_be_lengthened(clock: Clock) -> bool:
    if clock.extended or clock.stopped_on:
        return False
    try:
        return row_for(clock.rules, clock.event, clock.start).extended is not None
    except NoAnswer:
        return False


def running(suggestion: Suggestion, event: str, assignment: Assignment | None) -> Clock | None:
    return suggestion.clocks.running().filter(Q(event=event, assignment=assignment)).first()
