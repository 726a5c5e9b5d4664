"""Due dates; pure. The day after the start is the first day."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from congress.workdays.days import Calendar

MONTHS = "calendar_months"
DAYS = "calendar_days"
WORKING_DAYS = "working_days"
UNITS = (MONTHS, DAYS, WORKING_DAYS)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Skipped:
    """A day that did not count, and why: a festival's name or `days.WEEKEND`."""

    day: date
    reason: str


@dataclass(frozen=True)
class Count:
    """`skipped` and `estimated` belong to working days alone. A due date on a day of rest stays
    where it is; `rest` says why that day is none of work."""

    due: date
    skipped: tuple[Skipped, ...]
    estimated: bool
    rest: str


def count(start: date, length: int, unit: str, calendar: Calendar) -> Count:
    """OverflowError where the calendar ends before the due date."""
    skipped: tuple[Skipped, ...] = ()
    estimated = False
    if unit == MONTHS:
        due = months_after(start, length)
    elif unit == DAYS:
        due = start + length * DAY
    else:
        due, skipped = working_days_after(start, length, calendar)
        years = range((start + DAY).year, due.year + 1)
        estimated = not calendar.decreed.issuperset(years)
    return Count(due, skipped, estimated, calendar.rest_on(due))


def months_after(start: date, months: int) -> date:
    """The same day number, or the last day of a month that is too short for it."""
    years, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + years, month + 1
    if year > date.max.year:
        raise OverflowError
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def working_days_after(
    start: date, number: int, calendar: Calendar
) -> tuple[date, tuple[Skipped, ...]]:
    day, skipped = start, []
    while number:
        day += DAY
        if reason := calendar.rest_on(day):
            skipped.append(Skipped(day, reason))
        else:
            number -= 1
    return day, tuple(skipped)
