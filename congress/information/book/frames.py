"""Year and month that the titles of a sheet give to the days in it."""

import re
import unicodedata
from dataclasses import dataclass

from congress.files.numerals import number_of

CHINESE = re.compile(r"[〇○零一二三四五六七八九十]+(?=[年月日号])")
YEAR = re.compile(r"((?:19|20)\d{2})\s*年?度?")
MONTH = re.compile(r"(?<![\d-])(\d{1,2})\s*月(?!\d)")


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
    found = YEAR.search(readable(text))
    return int(found[1]) if found else None


def _month_in(text: str) -> int | None:
    months = {int(month) for month in MONTH.findall(readable(text))}
    months = {month for month in months if 1 <= month <= 12}
    return months.pop() if len(months) == 1 and "至" not in text else None


def readable(text: str) -> str:
    """Half width; Chinese numerals before 年, 月 and 日 as digits."""
    plain = unicodedata.normalize("NFKC", text).strip()
    return CHINESE.sub(lambda found: str(number_of(found[0])), plain)
