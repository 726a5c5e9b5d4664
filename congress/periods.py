"""Months, quarters, half-years and years as half-open ranges of days: start ≤ day < end."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def add_months(first: date, months: int) -> date:
    """`first` must be the first day of a month; `months` may be negative."""
    index = first.year * 12 + first.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


@dataclass(frozen=True, order=True)
class Period:
    """`number` counts within the year from 1; `end` is the first day that no longer belongs."""

    start: date
    end: date
    kind: str
    number: int

    @property
    def year(self) -> int:
        return self.start.year

    @property
    def code(self) -> str:
        """2026, 2026-03, 2026-q1 or 2026-h1: the form that URLs carry."""
        mark = {"year": "", "month": f"-{self.number:02}"}
        return f"{self.year}{mark.get(self.kind, f'-{self.kind[0]}{self.number}')}"

    @property
    def previous(self) -> "Period":
        return self.shifted(-1)

    @property
    def next(self) -> "Period":
        return self.shifted(1)

    def shifted(self, steps: int) -> "Period":
        """The period of the same length `steps` later (earlier where negative)."""
        length = MONTHS_OF[self.kind]
        start = add_months(self.start, steps * length)
        return Period(start, add_months(start, length), self.kind, (start.month - 1) // length + 1)

    def contains(self, day: date) -> bool:
        return self.start <= day < self.end

    def months(self) -> Iterator["Period"]:
        """The months of the period, in order."""
        for number in range(self.start.month, self.start.month + MONTHS_OF[self.kind]):
            yield period("month", self.year, number)


def period(kind: str, year: int, number: int = 1) -> Period:
    """Raises `ValueError` for an unknown kind, a number that the year does not have, or a year
    outside 1900–2999."""
    if kind not in MONTHS_OF or not 1900 <= year <= 2999:
        raise ValueError(f"no such period: {kind} {year}")
    length = MONTHS_OF[kind]
    if not 1 <= number <= 12 // length:
        raise ValueError(f"no such period: {kind} {year}-{number}")
    start = date(year, (number - 1) * length + 1, 1)
    return Period(start, add_months(start, length), kind, number)


def month_of(day: date) -> Period:
    return period("month", day.year, day.month)


def parse(code: str) -> Period:
    """The period of a `code`; raises `ValueError` where there is none."""
    year, _, rest = code.partition("-")
    if not (year.isascii() and year.isdigit()):
        raise ValueError(f"no such period: {code}")
    if not rest:
        return period("year", int(year))
    kind = {"q": "quarter", "h": "half"}.get(rest[0], "month")
    number = rest if kind == "month" else rest[1:]
    if not (number.isascii() and number.isdigit()):
        raise ValueError(f"no such period: {code}")
    return period(kind, int(year), int(number))
