"""The small words of the templates: rates, numbers, days and texts as an office writes them."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils import timezone

from congress.web.templatetags import web

YEAR = timezone.localdate().year


def shown(text: str, value: object) -> str:
    return Template("{% load web %}" + text).render(Context({"value": value}))


@pytest.mark.parametrize(
    ("rate", "text"),
    [
        (None, "—"),
        (Decimal(0), "0%"),
        (Decimal("0.004"), "0%"),
        (Decimal("0.005"), "1%"),
        (Decimal("0.125"), "13%"),
        (Decimal("0.625"), "63%"),
        (Decimal("0.6249"), "62%"),
        (Decimal("0.995"), "100%"),
        (Decimal(1) / 3, "33%"),
        (Decimal(2) / 3, "67%"),
        (Decimal(1), "100%"),
        (Decimal("1.5"), "150%"),
    ],
)
def test_a_rate_is_rounded_half_up(rate, text):
    assert web.percent(rate) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (None, "—"),
        (Decimal("85.00"), "85"),
        (Decimal("7.50"), "7.5"),
        (Decimal("0.25"), "0.25"),
        (Decimal("100.00"), "100"),
        (Decimal(100), "100"),
        (Decimal("1E+2"), "100"),
        (Decimal("0.00"), "0"),
        (Decimal("-2.50"), "-2.5"),
    ],
)
def test_a_number_has_no_idle_zeros(number, text):
    assert web.plain(number) == text


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


@pytest.mark.parametrize(
    ("reference", "text"),
    [("石桥-信息-2026-0031", "信息-2026-0031"), ("", ""), (None, "")],
)
def test_the_own_pages_leave_the_place_out_of_a_number(reference, text):
    assert web.own_reference(reference) == text


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        (" \n　\n\t", ""),
        ("　　第一段。\r\n\r\n　　第二段。 ", "<p>第一段。</p>\n<p>第二段。</p>"),
        ("一\n二\r三", "<p>一</p>\n<p>二</p>\n<p>三</p>"),
        ("<script>看(1)</script>", "<p>&lt;script&gt;看(1)&lt;/script&gt;</p>"),
        ("<b>甲\n乙</b>", "<p>&lt;b&gt;甲</p>\n<p>乙&lt;/b&gt;</p>"),
        ("甲 & 乙 \"丙\" '丁'", "<p>甲 &amp; 乙 &quot;丙&quot; &#x27;丁&#x27;</p>"),
        ("</p><p>{{ x }}", "<p>&lt;/p&gt;&lt;p&gt;{{ x }}</p>"),
    ],
)
def test_paragraphs_are_escaped_once(text, html):
    assert web.paragraphs(text) == html
    assert shown("{{ value|paragraphs }}", text) == html


def test_the_templates_find_every_word():
    assert shown("{{ value|percent }}", Decimal("0.625")) == "63%"
    assert shown("{{ value|plain }}", Decimal("7.50")) == "7.5"
    assert shown("{{ value|day }} {{ value|weekday }}", date(YEAR, 1, 1)).startswith("1月1日 星期")
    assert shown("{{ value|moment }}|{{ value|day }}|{{ value|ago }}", None) == "||"
    assert shown("{{ value|own_reference }}", "石桥-<信息>") == "&lt;信息&gt;"
