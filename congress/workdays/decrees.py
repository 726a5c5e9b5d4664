"""The State Council's yearly notices on days off, as the library `holidays` holds them."""

import re
from functools import cache

import holidays

from congress.workdays.days import REST, WORK, Calendar, Mark

FIRST, LAST = 2001, 2060
MOVED = "调休"
# The library adds to a festival's name how its day was found: 国庆节（补假）.
ADDED = re.compile(r"（.*?）")


@cache
def decreed_calendar() -> Calendar:
    """Every day off and make-up working day from `FIRST` to `LAST`; undecreed years hold the
    festivals of the law alone."""
    china = holidays.country_holidays("CN", years=range(FIRST, LAST + 1), language="zh_CN")
    marks = {day: Mark(REST, _plain(name)) for day, name in china.items()}
    marks |= {day: Mark(WORK) for day in china.weekend_workdays}
    return Calendar(marks, frozenset(china.special_public_holidays))


def _plain(name: str) -> str:
    """休息日（由 2026-02-14 调休） → 调休, 国庆节（补假） → 国庆节."""
    return MOVED if MOVED in name else ADDED.sub("", name)
