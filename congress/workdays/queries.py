"""A county's calendar, its rule set, and a year as a page shows it."""

from calendar import Calendar as Weeks
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from congress.organisations.models import Organisation
from congress.workdays.days import REST, WORK, Calendar, Mark
from congress.workdays.decrees import decreed_calendar
from congress.workdays.models import CalendarDay, ClockSettings, DecreedYear
from congress.workdays.rulebook import NATIONAL

WEEKS = Weeks()


def calendar_of(
    county: Organisation, but: Mapping[date, Mark | None] = MappingProxyType({})
) -> Calendar:
    """The decreed calendar with the county's own days and years laid over it. `but` are days as
    they would be changed; None puts a day back to the decree."""
    days = CalendarDay.objects.filter(county=county)
    years = DecreedYear.objects.filter(county=county)
    marks = {row.day: Mark(row.kind, row.name) for row in days}
    changed = {**marks, **but}
    return decreed_calendar().overlaid(
        {day: mark for day, mark in changed.items() if mark},
        frozenset(row.year for row in years),
    )


def rules_of(county: Organisation) -> str:
    """The rule set that the county's clocks follow."""
    chosen = ClockSettings.objects.filter(county=county).values_list("rules", flat=True).first()
    return chosen or NATIONAL


@dataclass(frozen=True)
class Cell:
    """A day of a month's table. `mark` is REST or WORK where the day is not as its weekday has
    it, else empty; `why` is the reason of a day of rest; `own` was entered by the county."""

    day: date
    mark: str
    why: str
    name: str
    own: bool
    today: bool


@dataclass(frozen=True)
class Month:
    """Weeks from Monday to Sunday; None where another month begins or ends the week."""

    number: int
    weeks: tuple[tuple[Cell | None, ...], ...]
    working_days: int


@dataclass(frozen=True)
class Year:
    """`decreed`: the days off are published, or entered by the county from the notice `source`."""

    number: int
    months: tuple[Month, ...]
    decreed: bool
    source: str
    own_days: tuple[CalendarDay, ...]
    working_days: int


def year_of(county: Organisation, number: int, today: date) -> Year:
    own = {row.day: row for row in CalendarDay.objects.filter(county=county)}
    sources = {row.year: row.source for row in DecreedYear.objects.filter(county=county)}
    marks = {day: Mark(row.kind, row.name) for day, row in own.items()}
    calendar = decreed_calendar().overlaid(marks, frozenset(sources))
    months = tuple(_month(calendar, number, month, set(own), today) for month in range(1, 13))
    return Year(
        number,
        months,
        number in calendar.decreed,
        sources.get(number, ""),
        tuple(row for row in own.values() if row.day.year == number),
        sum(month.working_days for month in months),
    )


def _month(calendar: Calendar, year: int, number: int, own: set[date], today: date) -> Month:
    weeks = tuple(
        tuple(cell_of(calendar, day, own, today) if day.month == number else None for day in week)
        for week in WEEKS.monthdatescalendar(year, number)
    )
    days = (cell.day for week in weeks for cell in week if cell)
    return Month(number, weeks, sum(map(calendar.works_on, days)))


def cell_of(calendar: Calendar, day: date, own: set[date], today: date) -> Cell:
    mark = calendar.marks.get(day)
    as_usual = mark is None or (mark.kind == WORK) == Calendar().works_on(day)
    named_weekend = mark is not None and mark.kind == REST
    return Cell(
        day,
        mark.kind if mark and (named_weekend or not as_usual) else "",
        calendar.rest_on(day),
        mark.name if mark else "",
        day in own,
        day == today,
    )
