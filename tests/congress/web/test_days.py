"""Days and moments as an office writes them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from congress.web.templatetags import web

YEAR = timezone.localdate().year


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (date(YEAR, 11, 22), "11月22日"),
        (date(YEAR, 1, 1), "1月1日"),
        (date(YEAR - 1, 12, 31), f"{YEAR - 1}年12月31日"),
        (date(YEAR + 1, 3, 5), f"{YEAR + 1}年3月5日"),
        (datetime(YEAR, 5, 4, 15, 59, tzinfo=UTC), "5月4日"),
        (datetime(YEAR, 5, 4, 16, 0, tzinfo=UTC), "5月5日"),
        (datetime(YEAR - 1, 12, 31, 15, 59, tzinfo=UTC), f"{YEAR - 1}年12月31日"),
        (datetime(YEAR - 1, 12, 31, 16, 0, tzinfo=UTC), "1月1日"),
    ],
)
def test_a_day_has_its_year_where_it_is_not_this_one(value, text):
    assert web.day(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (datetime(YEAR, 11, 22, 2, 20, tzinfo=UTC), "11月22日 10:20"),
        (datetime(YEAR, 11, 22, 16, 5, 59, tzinfo=UTC), "11月23日 00:05"),
        (datetime(YEAR - 1, 12, 31, 16, 0, tzinfo=UTC), "1月1日 00:00"),
        (datetime(2020, 2, 28, 16, 30, tzinfo=UTC), "2020年2月29日 00:30"),
    ],
)
def test_a_moment_is_told_in_the_time_of_this_place(value, text):
    assert web.moment(value) == text


def test_every_day_of_the_week_has_its_name():
    monday = date(2026, 3, 2)
    week = [web.weekday(monday + timedelta(days)) for days in range(7)]
    assert week == ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"]


@pytest.mark.parametrize(
    ("days", "text"), [(-1, "今天"), (0, "今天"), (1, "1天前"), (400, "400天前")]
)
def test_how_long_ago_is_counted_in_days(days, text):
    noon = timezone.localtime().replace(hour=12, minute=0)
    assert web.ago(noon - timedelta(days)) == text
    assert web.ago((noon - timedelta(days)).replace(hour=0)) == text
    assert web.ago((noon - timedelta(days)).replace(hour=23)) == text
