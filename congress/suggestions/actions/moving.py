"""Running clocks follow their county's calendar and the last day of their session."""

from collections.abc import Iterable
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.organisations.models import CongressSession, Organisation
from congress.organisations.registry import Moved
from congress.suggestions.actions.clocks import counted
from congress.suggestions.models import Clock
from congress.suggestions.queries.clocks import Shift, session_shifts, shifts
from congress.workdays.clocks import count
from congress.workdays.days import Calendar
from congress.workdays.queries import calendar_of
from congress.workdays.wording import EVENT_WORDS


def move_clocks(
    shifts: Iterable[Shift], calendar: Calendar, *, label: str, why: str, by: Actor, at: datetime
) -> int:
    """Each date that moves is one entry of its record. A clock that was stopped meanwhile stays,
    one that was lengthened is counted as it stands."""
    moved = 0
    for shift in shifts:
        clock = Clock.objects.select_for_update(of=("self",)).get(pk=shift.clock.pk)
        if clock.stopped_on:
            continue
        before, clock.start = clock.due, shift.start
        for field, value in counted(count(clock.start, clock.length, clock.unit, calendar)).items():
            setattr(clock, field, value)
        clock.full_clean()
        clock.save()
        if clock.due != before:
            moved += 1
            note = f"{EVENT_WORDS[clock.event]}：{before} → {clock.due}（{why}）"
            details = {"event": clock.event, "from": str(before), "to": str(clock.due)}
            suggestion = shift.clock.suggestion
            record(suggestion, "move_clock", by=by, at=at, label=label, note=note, details=details)
    return moved


class CalendarMover:
    """What `congress.workdays` asks when a county changes its calendar."""

    def preview(self, county: Organisation, calendar: Calendar) -> list[Moved]:
        return [_moved(shift) for shift in shifts(county, calendar) if shift.moves]

    def move(
        self, county: Organisation, calendar: Calendar, *, why: str, by: Actor, at: datetime
    ) -> int:
        label = pgettext("act done", "the calendar moved a date")
        found = shifts(county, calendar)
        return move_clocks(found, calendar, label=label, why=why, by=by, at=at)


class SessionFollower:
    """What `congress.organisations` asks when the last day of a session is entered or corrected:
    time limits that count from the close begin there, also where the hand-over came before it."""

    def preview(self, session: CongressSession, closes_on: date) -> list[Moved]:
        found = session_shifts(session, closes_on, self._calendar(session))
        return [_moved(shift) for shift in found if shift.moves]

    def move(self, session: CongressSession, *, why: str, by: Actor, at: datetime) -> int:
        assert session.closes_on is not None
        label = pgettext("act done", "the last day of the session moved a date")
        calendar = self._calendar(session)
        found = session_shifts(session, session.closes_on, calendar)
        return move_clocks(found, calendar, label=label, why=why, by=by, at=at)

    def _calendar(self, session: CongressSession) -> Calendar:
        congress = session.term.congress
        return calendar_of(congress.parent or congress)


CLOCKS = CalendarMover()
SESSIONS = SessionFollower()


def _moved(shift: Shift) -> Moved:
    clock = shift.clock
    what = str(EVENT_WORDS[clock.event])
    if clock.assignment:
        what = f"{what}（{clock.assignment.unit.name}）"
    title = f"{clock.suggestion.congress.name}：{clock.suggestion.title}"
    path = reverse("suggestions:detail", args=[clock.suggestion_id])
    return Moved(title, what, clock.due, shift.count.due, path)
