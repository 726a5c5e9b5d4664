"""The library against the State Council's notices, day by day."""

from datetime import date, timedelta

import pytest

from congress.workdays.decrees import decreed_calendar

# From 国办发明电〔2024〕12号 and 国办发明电〔2025〕7号.
OFF = {
    2025: ["0101-0101", "0128-0204", "0404-0406", "0501-0505", "0531-0602", "1001-1008"],
    2026: [
        *("0101-0103", "0215-0223", "0404-0406", "0501-0505"),
        *("0619-0621", "0925-0927", "1001-1007"),
    ],
}
MADE_UP = {
    2025: ["0126", "0208", "0427", "0928", "1011"],
    2026: ["0104", "0214", "0228", "0509", "0920", "1010"],
}


def day(year: int, text: str) -> date:
    return date(year, int(text[:2]), int(text[2:]))


@pytest.mark.parametrize("year", OFF)
def test_every_day_is_as_the_notice_has_it(year):
    off = {
        day(year, span[:4]) + timedelta(days=n)
        for span in OFF[year]
        for n in range((day(year, span[5:]) - day(year, span[:4])).days + 1)
    }
    made_up = {day(year, text) for text in MADE_UP[year]}
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]
    expected = [d in made_up or (d.weekday() < 5 and d not in off) for d in days]
    assert [decreed_calendar().works_on(d) for d in days] == expected


def test_which_years_are_decreed():
    assert {2025, 2026} <= decreed_calendar().decreed
    assert 2027 not in decreed_calendar().decreed


@pytest.mark.parametrize(
    ("on", "why"),
    [
        (date(2026, 2, 16), "农历除夕"),
        (date(2026, 2, 20), "调休"),
        (date(2026, 10, 5), "国庆节"),
        (date(2026, 10, 11), "weekend"),
        (date(2026, 10, 10), ""),
    ],
)
def test_the_reason_is_the_festivals_plain_name(on, why):
    assert decreed_calendar().rest_on(on) == why
