"""Days as offices write them, with and without a year."""

import re
from datetime import date, datetime, timedelta

from congress.files.spreadsheets import Cell, text_of
from congress.information.book.frames import Frame, readable

FIRST_YEAR, LAST_YEAR = 1990, 2100
EXCEL_EPOCH = date(1899, 12, 30)
EXCEL_SERIALS = range(32_874, 73_416)

WHOLE = re.compile(r"(\d{4})(\d{2})(\d{2})")
SERIAL = re.compile(r"\d{5}(\.\d+)?")
MARK = r"\s*[年月日号./\-–—,，、]\s*"
WITH_YEAR = re.compile(
    rf"(\d{{4}}|\d{{2}}(?={MARK}\d{{1,2}}{MARK}\d)){MARK}(\d{{1,2}}){MARK}(\d{{1,2}})(?!\d)"
)
WITHOUT_YEAR = re.compile(rf"(\d{{1,2}}){MARK}(\d{{1,2}})(?!\d)")
YEAR_LAST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
DAY_ALONE = re.compile(r"(\d{1,2})\s*[日号]")


class Unreadable(ValueError):
    """The cell holds no day."""


class NoYear(ValueError):
    """The day has no year, and neither has the title."""


class NoSuchDay(ValueError):
    """There is no such day; `str()` is the day as written."""


def read_day(cell: Cell, frame: Frame) -> date:
    """The day in a cell. Raises `Unreadable`, `NoYear` or `NoSuchDay`."""
    if isinstance(cell, datetime):
        return _day(cell.year, cell.month, cell.day)
    if isinstance(cell, date):
        return _day(cell.year, cell.month, cell.day)
    text = readable(text_of(cell))
    whole = WHOLE.fullmatch(text)
    if whole:
        return _day(*map(int, whole.groups()))
    if SERIAL.fullmatch(text):
        return _from_serial(float(text))
    return _written(text, frame)


def may_have_lost_zero(cell: Cell) -> bool:
    """A number 1.1 may have been typed as 1.10; the cell no longer tells."""
    return (
        isinstance(cell, float)
        and cell < 13
        and round(cell * 10) % 10 in (1, 2, 3)
        and (round(cell * 10) == round(cell * 100) / 10)
    )


def _from_serial(days: float) -> date:
    if int(days) not in EXCEL_SERIALS:
        raise Unreadable
    return EXCEL_EPOCH + timedelta(days=int(days))


def _written(text: str, frame: Frame) -> date:
    found = WITH_YEAR.match(text)
    if found:
        year, month, day = map(int, found.groups())
        return _day(year if year > 99 else 2000 + year, month, day)
    found = YEAR_LAST.match(text)
    if found:
        month, day, year = map(int, found.groups())
        return _day(year, month, day)
    found = WITHOUT_YEAR.match(text)
    if found:
        month, day = map(int, found.groups())
    else:
        found = DAY_ALONE.match(text)
        if not found or frame.month is None:
            raise Unreadable
        month, day = frame.month, int(found[1])
    if frame.year is None:
        raise NoYear
    return _day(frame.year, month, day)


def _day(year: int, month: int, day: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NoSuchDay(f"{year}年{month}月{day}日")
    try:
        return date(year, month, day)
    except ValueError as error:
        raise NoSuchDay(f"{year}年{month}月{day}日") from error
