"""Days as offices write them."""

from datetime import date, datetime

import pytest

from congress.information.book.dates import (
    NoSuchDay,
    NoYear,
    Unreadable,
    may_have_lost_zero,
    read_day,
)
from congress.information.book.frames import Frame, frame_of

JANUARY = Frame(2025, 1)


@pytest.mark.parametrize(
    "cell",
    [
        "2025/01/03",
        "2025-01-03",
        "2025.1.3",
        "2025年1月3日",
        "2025年1月3号（周五）",
        "２０２５．１．３",
        "二〇二五年一月三日",
        "25.1.3",
        "1月3日",
        "1月3",
        "1.3",
        "1/3",
        "01-03",
        "一月三日",
        "3日",
        "1月3日-5日",
        "1/3/2025",
        20250103.0,
        "20250103",
        45660.0,
        45660.5,
        1.3,
        date(2025, 1, 3),
        datetime.fromisoformat("2025-01-03T15:30"),
        "2025-01-03 15:30:00",
    ],
)
def test_kinds_of_days(cell):
    assert read_day(cell, JANUARY) == date(2025, 1, 3)


@pytest.mark.parametrize("cell", ["2月30日", "2025/13/01", 20250230.0, "2025年2月29日", "0月5日"])
def test_days_that_do_not_exist(cell):
    with pytest.raises(NoSuchDay):
        read_day(cell, JANUARY)


@pytest.mark.parametrize("cell", ["", "上旬", "1月", "2025年1月", 2025.1, True, 7.0])
def test_what_is_no_day(cell):
    with pytest.raises(Unreadable):
        read_day(cell, JANUARY)


def test_a_day_without_a_year_needs_a_title_with_one():
    with pytest.raises(NoYear):
        read_day("1月3日", Frame(None, 1))


@pytest.mark.parametrize(
    ("titles", "sheet", "frame"),
    [
        (("2025年1月信息报送登记表",), "1月", Frame(2025, 1)),
        (("2025年度信息登记表",), "十二月", Frame(2025, 12)),
        (("信息登记表",), "2025年3月", Frame(2025, 3)),
        (("2025年1月至3月登记表",), "一季度", Frame(2025, None)),
        (("登记表",), "表", Frame(None, None)),
    ],
)
def test_titles_frame_the_days(titles, sheet, frame):
    assert frame_of(titles, sheet) == frame


def test_a_number_may_have_lost_its_last_zero():
    assert may_have_lost_zero(1.1)
    assert not may_have_lost_zero(1.15)
    assert not may_have_lost_zero("1.1")
