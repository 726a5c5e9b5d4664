"""Running clocks follow their county's calendar."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.organisations.models import Organisation
from congress.suggestions.actions.clocks import counted
from congress.suggestions.models import Clock
from congress.suggestions.queries.clocks import Shift, shifts
from congress.workdays.clocks import count
from congress.workdays.days import Calendar
from congress.workdays.registry import Moved
from congress.workdays.wording import EVENT_WORDS


def move_clocks(
    county: Organisation, calendar: Calendar, *, why: str, by: Actor, at: datetime
) -> int:
    """Takes over what another calendar says; each date that moves is one entry of its record. A
    clock that was stopped or lengthened meanwhile is counted as it stands."""
    moved = 0
    for shift in shifts(county, calendar):
        clock = Clock.objects.select_for_update(of=("self",)).get(pk=shift.clock.pk)
        if clock.stopped_on:
            continue
        before = clock.due
        for field, value in counted(count(clock.start, clock.length, clock.unit, calendar)).items():
            setattr(clock, field, value)
        clock.full_clean()
        clock.save()
        if clock.due != before:
            moved += 1
            label = pgettext("act done", "the calendar moved a date")
            note = f"{EVENT_WORDS[clock.event]}：{before} → {clock.due}（{why}）"
            details = {"event": clock.event, "from": str(before), "to": str(clock.due)}
            suggestion = shift.clock.suggestion
            record(suggestion, "move_clock", by=by, at=at, label=label, note=note, details=details)
    return moved


class ClockMover:
    """What `congress.workdays` asks when a county changes its calendar."""

    def preview(self, county: Organisation, calendar: Calendar) -> list[Moved]:
        return [_moved(shift) for shift in shifts(county, calendar) if shift.moves]

    def move(
        self, county: Organisation, calendar: Calendar, *, why: str, by: Actor, at: datetime
    ) -> int:
        return move_clocks(county, calendar, why=why, by=by, at=at)


CLOCKS = ClockMover()


def _moved(shift: Shift) -> Moved:
    clock = shift.clock
    what = str(EVENT_WORDS[clock.event])
    if clock.assignment:
        what = f"{what}（{clock.assignment.unit.name}）"
    title = f"{clock.suggestion.congress.name}：{clock.suggestion.title}"
    path = reverse("suggestions:detail", args=[clock.suggestion_id])
    return Moved(title, what, clock.due, shift.count.due, path)
