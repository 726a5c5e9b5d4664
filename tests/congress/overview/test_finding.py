"""The sentence above the count is true of the figures, for every kind of period."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from congress.information.queries.count import CountTable, Figures, Submissions
from congress.overview.queries.finding import finding, period_name
from congress.periods import Period, period
from tests.factories.information import AdoptionFactory, ItemFactory

SHANGHAI = ZoneInfo("Asia/Shanghai")
MARCH = period("month", 2025, 3)
PERIODS = {
    period("month", 2025, 1): "一月",
    MARCH: "三月",
    period("month", 2025, 12): "十二月",
    period("quarter", 2025, 1): "第一季度",
    period("quarter", 2025, 4): "第四季度",
    period("half", 2025, 1): "上半年",
    period("half", 2025, 2): "下半年",
    period("year", 2025): "全年",
}
numbers = st.integers(0, 300)
some = st.integers(1, 300)


def table(of: Period, submitted: int, adopted: int) -> CountTable:
    nothing = {"returned": 0, "adopted": {}, "instructions": 0}
    points = {"points": Decimal(0), "cumulative": Decimal(0)}
    return CountTable(of, (), Figures(submitted, adopted, **nothing, **points))


def said(now: tuple[int, int], before: tuple[int, int], of: Period = MARCH, on: date | None = None):
    """Of (submitted, adopted) now and before; on the day after the period unless said."""
    return finding(table(of, *now), Submissions(*before), on or of.end)


@pytest.mark.parametrize(("of", "name"), PERIODS.items())
def test_every_kind_of_period_has_its_name(of, name):
    assert period_name(of) == f"2025年{name}"
    assert said((5, 3), (4, 2), of) == f"{name}：报得多了，采用率也上升了"
    assert said((5, 3), (4, 2), of, of.start) == f"{name}至今：报送5条，采用3条"
    assert said((0, 0), (4, 2), of) == f"{name}：还没有报送信息"


@pytest.mark.parametrize(
    ("now", "before", "sentence"),
    [
        ((4, 3), (2, 1), "报得多了，采用率也上升了"),
        ((4, 2), (2, 1), "报得多了，采用率与上期持平"),
        ((6, 2), (3, 1), "报得多了，采用率与上期持平"),
        ((4, 1), (2, 1), "报得多了，采用率没有跟上"),
        ((2, 2), (2, 1), "报送与上期持平，采用率上升"),
        ((2, 1), (2, 1), "报送与采用率都与上期持平"),
        ((2, 0), (2, 1), "报送与上期持平，采用率下降"),
        ((2, 2), (4, 1), "报得少了，采用率上升了"),
        ((2, 0), (4, 0), "报送减少，采用率与上期持平"),
        ((2, 0), (4, 1), "报送减少，采用率也下降了"),
        ((3, 4), (3, 3), "报送与上期持平，采用率上升"),
        ((5, 1), (0, 0), "报送5条，上期没有报送"),
        ((5, 1), (0, 7), "报送5条，上期没有报送"),
        ((0, 7), (0, 0), "还没有报送信息"),
    ],
)
def test_a_period_that_is_over_is_compared(now, before, sentence):
    assert said(now, before) == f"三月：{sentence}"


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        (MARCH.start - timedelta(1), "三月：报得多了，采用率也上升了"),
        (MARCH.start, "三月至今：报送4条，采用3条"),
        (MARCH.end - timedelta(1), "三月至今：报送4条，采用3条"),
        (MARCH.end, "三月：报得多了，采用率也上升了"),
    ],
)
def test_a_period_runs_from_its_first_day_to_its_last(on, sentence):
    assert said((4, 3), (2, 1), on=on) == sentence
    assert said((0, 0), (2, 1), on=on) == "三月：还没有报送信息"


CLAIMS = {
    1: ({"报得多了"}, {"采用率也上升了", "采用率上升了", "采用率上升"}),
    0: ({"报送与上期持平"}, {"采用率与上期持平"}),
    -1: ({"报得少了", "报送减少"}, {"采用率也下降了", "采用率下降", "采用率没有跟上"}),
}


@given(some, numbers, some, numbers)
def test_what_is_said_is_true(submitted, adopted, submitted_before, adopted_before):
    sentence = said((submitted, adopted), (submitted_before, adopted_before))
    sentence = sentence.replace("报送与采用率都与上期持平", "报送与上期持平，采用率与上期持平")
    about_number, about_rate = sentence.removeprefix("三月：").split("，")
    more = submitted - submitted_before
    better = adopted * submitted_before - adopted_before * submitted
    assert about_number in CLAIMS[(more > 0) - (more < 0)][0]
    assert about_rate in CLAIMS[(better > 0) - (better < 0)][1]


def test_the_page_compares_the_county_with_the_period_before(world, client_as):
    for month, adopted in ((2, [True, False]), (3, [True, False, False])):
        at = datetime(2025, month, 10, 12, tzinfo=SHANGHAI)
        for town, is_adopted in zip(
            (world.township, world.other, world.other), adopted, strict=False
        ):
            item = ItemFactory(organisation=town, at=at, submitted=True)
            if is_adopted:
                AdoptionFactory(item=item, at=at)
    for _ in range(5):
        at = datetime(2025, 2, 10, 12, tzinfo=SHANGHAI)
        ItemFactory(organisation=world.foreign_township, at=at, submitted=True)
    client, url = client_as("secretary"), reverse("overview:count")
    pages = [client.get(url, {"period": code}) for code in ("2025-02", "2025-03", "2025-q1")]
    assert [page.context["title"] for page in pages] == [
        "二月：报送2条，上期没有报送",
        "三月：报得多了，采用率没有跟上",
        "第一季度：报送5条，上期没有报送",
    ]
    assert all(page.context["title"] in page.content.decode() for page in pages)
