"""The small words of the templates: rates, numbers and references as an office writes them."""

from decimal import Decimal

import pytest

from congress.web.templatetags import web


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
    ("reference", "text"),
    [("石桥-信息-2026-0031", "信息-2026-0031"), ("", ""), (None, "")],
)
def test_the_own_pages_leave_the_place_out_of_a_number(reference, text):
    assert web.own_reference(reference) == text
