"""Days as offices write them, with and without a year."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from congress.files.spreadsheets import Cell, text_of
from congress.organisations.roster.words import number_of

FIRST_YEAR, LAST_YEAR = 1990, 2100
EXCEL_EPOCH = date(1899, 12, 30)
EXCEL_SERIALS = range(32_874, 73_416)

CHINESE = re.compile(r"[〇○零一二三四五六七八九十]+(?=[年月日号])")
WHOLE = re.compile(r"(\d{4})(\d{2})(\d{2})")
SERIAL = re.compile(r"\d{5}(\.\d+)?")
MARK = r"\s*[年月日号./\-–—,，、]\s*"
WITH_YEAR = re.compile(
    rf"(\d{{4}}|\d{{2}}(?={MARK}\d{{1,2}}{MARK}\d)){MARK}(\d{{1,2}}){MARK}(\d{{1,2}})(?!\d)"
)
WITHOUT_YEAR = re.compile(rf"(\d{{1,2}}){MARK}(\d{{1,2}})(?!\d)")
YEAR_LAST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
DAY_ALONE = re.compile(r"(\d{1,2})\s*[日号]")
YEAR = re.compile(r"((?:19|20)\d{2})\s*年?度?")
MONTH = re.compile(r"(?<![\d-])(\d{1,2})\s*月(?!\d)")


class Unreadable(ValueError):
    """The cell holds no day."""


class NoYear(ValueError):
    """The day has no year, and neither has the title."""


class NoSuchDay(ValueError):
    """There is no such day; `str()` is the day as written."""


@dataclass(frozen=True)
class Frame:
    """What the titles of a sheet say about the days in it."""

    year: int | None
    month: int | None


def frame_of(titles: tuple[str, ...], sheet: str) -> Frame:
    """2025年1月…登记表 on a sheet 1月 is 2025 and 1. A title with several months has no month."""
    year = next(filter(None, map(_year_in, (*titles, sheet))), None)
    month = next(filter(None, map(_month_in, (sheet, *titles))), None)
    return Frame(year, month)


def _year_in(text: str) -> int | None:
    found = YEAR.search(_readable(text))
    return int(found[1]) if found else None


def _month_in(text: str) -> int | None:
    months = {int(month) for month in MONTH.findall(_readable(text))}
    months = {month for month in months if 1 <= month <= 12}
    return months.pop() if len(months) == 1 and "至" not in text else None


def read_day(cell: Cell, frame: Frame) -> date:
    """The day in a cell. Raises `Unreadable`, `NoYear` or `NoSuchDay`."""
    if isinstance(cell, datetime):
        return _day(cell.year, cell.month, cell.day)
    if isinstance(cell, date):
        return _day(cell.year, cell.month, cell.day)
    text = _readable(text_of(cell))
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


def _readable(text: str) -> str:
    """Half width; Chinese numerals before 年, 月 and 日 as digits."""
    plain = unicodedata.normalize("NFKC", text).strip()
    return CHINESE.sub(lambda found: str(number_of(found[0])), plain)
