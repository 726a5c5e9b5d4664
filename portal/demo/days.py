"""When an office works: pure arithmetic over days, with the chance of a given `Random`."""

from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

MONTHS_SHOWN = 18
# More before the sessions of winter and summer, less at Spring Festival and in the rice harvest.
BUSY = {1: 1.2, 2: 0.6, 3: 1.25, 4: 1.0, 5: 0.95, 6: 1.05, 7: 1.3, 8: 1.0, 9: 0.9, 10: 0.85}
BUSY |= {11: 1.05, 12: 1.2}
WEEKDAY, WEEKEND = 1.35, 0.12


def first_day(today: date) -> date:
    """The first day of the month that lies `MONTHS_SHOWN` months back."""
    months = today.year * 12 + today.month - 1 - MONTHS_SHOWN
    return date(months // 12, months % 12 + 1, 1)


def last_change_of_rules(today: date) -> date:
    """The first of July at least four months ago."""
    day = today - timedelta(days=120)
    return date(day.year if day.month >= 7 else day.year - 1, 7, 1)


def working_day_before(today: date, days: int) -> date:
    """The weekday that lies `days` weekdays before `today`."""
    day = today
    while days:
        day -= timedelta(days=1)
        days -= day.weekday() < 5
    return day


def days_of_writing(start: date, end: date, monthly: float, chance: Random) -> list[date]:
    """The days of start ≤ day < end on which an item is begun, a day for each item."""
    found = []
    day = start
    while day < end:
        rate = monthly / 30.4 * BUSY[day.month] * (WEEKEND if day.weekday() > 4 else WEEKDAY)
        while chance.random() < rate / (1 + rate):
            found.append(day)
        day += timedelta(days=1)
    return found


def moment(day: date, chance: Random) -> datetime:
    """A minute of office hours, more often in the morning."""
    hour = chance.choice((8, 8, 9, 9, 9, 10, 10, 11, 14, 15, 15, 16, 17))
    return timezone.make_aware(
        datetime.combine(day, time(hour, chance.randrange(60), chance.randrange(60)))
    )


def later(at: datetime, days: int, chance: Random) -> datetime:
    """A moment of office hours `days` working days later; for 0, one to ninety minutes later."""
    if days == 0:
        return at + timedelta(minutes=chance.randrange(3, 90))
    day = timezone.localdate(at)
    while days:
        day += timedelta(days=1)
        days -= day.weekday() < 5
    return moment(day, chance)
