"""Periods are half-open and fill the calendar without gap or overlap."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress import periods
from congress.periods import MONTHS_OF, Period, add_months, month_of, parse, period

DAYS = st.dates(date(1900, 1, 1), date(2999, 12, 31))
MONTHS = st.dates(date(1000, 1, 1), date(3000, 12, 1)).map(lambda day: day.replace(day=1))


@st.composite
def some_period(draw: st.DrawFn) -> Period:
    kind = draw(st.sampled_from(sorted(MONTHS_OF)))
    number = draw(st.integers(1, 12 // MONTHS_OF[kind]))
    return period(kind, draw(st.integers(1900, 2999)), number)


@given(some_period())
def test_its_first_day_belongs_and_its_end_does_not(of: Period):
    assert of.contains(of.start)
    assert of.contains(of.end - timedelta(days=1))
    assert not of.contains(of.end)
    assert not of.contains(of.start - timedelta(days=1))


@given(some_period())
def test_neighbours_touch(of: Period):
    assert (of.previous.end, of.next.start) == (of.start, of.end)
    assert (of.previous.next, of.next.previous) == (of, of)


@given(some_period(), st.integers(-40, 40), st.integers(-40, 40))
def test_shifts_add_up(of: Period, one: int, other: int):
    assert of.shifted(one).shifted(other) == of.shifted(one + other)


@given(some_period())
def test_months_fill_the_period(of: Period):
    months = list(of.months())
    assert len(months) == MONTHS_OF[of.kind]
    assert (months[0].start, months[-1].end) == (of.start, of.end)
    assert all(one.end == other.start for one, other in pairwise(months))


@given(DAYS)
def test_each_day_has_one_month_quarter_half_and_year(day: date):
    for kind, length in MONTHS_OF.items():
        all_of_the_year = [period(kind, day.year, n + 1) for n in range(12 // length)]
        assert [one.contains(day) for one in all_of_the_year].count(True) == 1
    assert month_of(day).contains(day)


@given(some_period())
def test_its_code_names_it_alone(of: Period):
    assert parse(of.code) == of


@given(MONTHS, st.integers(-600, 600))
def test_months_add_and_come_back(first: date, months: int):
    assert add_months(add_months(first, months), -months) == first


@given(st.text(max_size=12))
def test_any_other_text_is_refused_by_name(code: str):
    try:
        found = parse(code)
    except ValueError:
        return
    assert 1900 <= found.year <= 2999


@pytest.mark.parametrize(
    "code",
    ["", "2026-13", "2026-h", "2026-0", "2026-q5", "2026-h3", "2026-q", "1899", "3000", "２０２６",
     "2026-3-1", "-2026", "2026-x1", "9" * 5000, "2026-" + "9" * 5000],
)  # fmt: skip
def test_there_is_no_such_period(code: str):
    with pytest.raises(ValueError, match=r"."):
        parse(code)


@pytest.mark.parametrize(
    ("kind", "number", "start", "end"),
    [
        ("month", 12, date(2026, 12, 1), date(2027, 1, 1)),
        ("month", 2, date(2026, 2, 1), date(2026, 3, 1)),
        ("quarter", 4, date(2026, 10, 1), date(2027, 1, 1)),
        ("half", 1, date(2026, 1, 1), date(2026, 7, 1)),
        ("year", 1, date(2026, 1, 1), date(2027, 1, 1)),
    ],
)
def test_by_hand(kind: str, number: int, start: date, end: date):
    found = periods.period(kind, 2026, number)
    assert (found.start, found.end) == (start, end)


def test_the_earliest_year_has_one_before():
    assert period("year", 1900).previous.start == date(1899, 1, 1)
    assert period("month", 2999, 12).next.start == date(3000, 1, 1)
