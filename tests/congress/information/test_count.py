"""The count by hand: two townships, a sub-district, a second county; borders at midnight."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress.information import actions
from congress.information.models import PointsLine
from congress.information.queries.count import CountTable, count, rank_by
from congress.periods import Period, period
from tests.factories.information import (
    RETURN,
    AdoptionFactory,
    ItemFactory,
    PointsRuleFactory,
    actor_of,
)
from tests.factories.organisations import OrganisationFactory

SHANGHAI = ZoneInfo("Asia/Shanghai")
FEBRUARY, MARCH, YEAR = period("month", 2026, 2), period("month", 2026, 3), period("year", 2026)


def noon(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 12, tzinfo=SHANGHAI)


def figures(table: CountTable) -> dict[str, tuple]:
    """Submitted, returned, adopted at the four levels, points, rank, change by name."""
    return {
        row.organisation.name: (
            row.submitted,
            row.returned,
            *row.adopted.values(),
            row.points,
            row.rank,
            row.change,
        )
        for row in table.rows
    }


@pytest.fixture
def street(world):
    return OrganisationFactory(parent=world.county, subdistrict=True, name="城关街道")


def made(organisation, month: int, day: int, **traits):
    return ItemFactory(organisation=organisation, at=noon(month, day), **traits)


def adopted(item, on: date, level: str = "county"):
    """Entered at noon of its day."""
    return AdoptionFactory(
        item=item, level=level, on=on, at=datetime.combine(on, datetime.min.time(), SHANGHAI)
        + timedelta(hours=12),
    )  # fmt: skip


def test_a_month_by_hand(world, street):
    for level, points in (("county", 2), ("city", 5)):
        PointsRuleFactory(county=world.county, level=level, points=points)
    editor = actor_of("county_editor", world.county)
    first = made(world.township, 3, 2, submitted=True)
    adopted(first, date(2026, 3, 10))
    adopted(first, date(2026, 3, 11))
    adopted(first, date(2026, 3, 12), "city")
    late = made(world.township, 2, 3, submitted=True)
    adopted(late, date(2026, 3, 20))
    actions.return_item(made(world.other, 3, 5, submitted=True), **RETURN, by=editor, at=noon(3, 6))
    made(world.other, 3, 7, withdrawn=True)
    made(street, 3, 8)
    table = count(world.county, MARCH)
    assert figures(table) == {
        "石桥镇": (1, 0, 2, 1, 0, 0, Decimal(11), 1, None),
        "云坪镇": (1, 1, 0, 0, 0, 0, Decimal(0), 2, None),
        "城关街道": (0, 0, 0, 0, 0, 0, Decimal(0), 2, None),
    }
    rates = {row.organisation.name: row.adoption_rate for row in table.rows}
    assert rates == {"石桥镇": Decimal(2), "云坪镇": Decimal(0), "城关街道": None}
    total = table.total
    assert (total.submitted, total.returned, total.adopted_any, total.points) == (2, 1, 2, 11)
    assert total.adopted == {"county": 2, "city": 1, "province": 0, "national": 0}
    assert total.adoption_rate == Decimal(1)


def just_before(year: int, month: int) -> datetime:
    return datetime(year, month, 1, tzinfo=SHANGHAI) - timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("at", "months"),
    [
        (just_before(2026, 3), (1, 0)),
        (datetime(2026, 3, 1, tzinfo=SHANGHAI), (0, 1)),
        (just_before(2026, 4), (0, 1)),
        (datetime(2026, 4, 1, tzinfo=SHANGHAI), (0, 0)),
    ],
)
def test_a_month_ends_at_midnight_here(at, months, world):
    item = ItemFactory(organisation=world.township, at=at, submitted=True)
    editor = actor_of("county_editor", world.county)
    actions.return_item(item, **RETURN, by=editor, at=at)
    tables = [count(world.county, of).total for of in (FEBRUARY, MARCH)]
    assert tuple(table.submitted for table in tables) == months
    assert tuple(table.returned for table in tables) == months


def test_a_year_ends_at_midnight_here(world):
    for at in (just_before(2026, 1), just_before(2027, 1)):
        ItemFactory(organisation=world.township, at=at, submitted=True)
    assert count(world.county, YEAR).total.submitted == 1


def test_what_was_taken_back_counts_in_no_figure(world):
    PointsRuleFactory(county=world.county)
    editor, at = actor_of("county_editor", world.county), noon(4, 2)
    item = made(world.township, 2, 2, submitted=True)
    adoption = adopted(item, date(2026, 3, 3))
    actions.undo_adoption(adoption, reason="登错", by=editor, at=at)
    actions.return_item(item, **RETURN, by=editor, at=at)
    actions.undo_return(item, reason="看错", by=editor, at=at)
    for of in (MARCH, period("month", 2026, 4), YEAR):
        total = count(world.county, of).total
        assert (total.adopted_any, total.returned, total.points) == (0, 0, 0)
    counter = PointsLine.objects.get(source="counter")
    assert (counter.date, counter.points) == (date(2026, 3, 3), -5)
    adopted(item, date(2026, 4, 3))
    of_months = [count(world.county, period("month", 2026, m)).total.points for m in (3, 4)]
    assert of_months == [0, 5]


def test_rank_and_change(world, street):
    """February: 石桥 10, 云坪 5, 城关 5. March: 石桥 0, 云坪 5, 城关 5: the two tie."""
    PointsRuleFactory(county=world.county)
    for organisation, days in ((world.township, (5, 6)), (world.other, (7,)), (street, (8,))):
        item = made(organisation, 2, 2, submitted=True)
        for day in days:
            adopted(item, date(2026, 2, day))
        if organisation != world.township:
            adopted(item, date(2026, 3, 9))
    february, march = count(world.county, FEBRUARY), count(world.county, MARCH)
    assert [(r.organisation.name, r.rank, r.change) for r in february.rows] == [
        ("石桥镇", 1, None),
        ("云坪镇", 2, None),
        ("城关街道", 2, None),
    ]
    assert [(r.organisation.name, r.rank, r.change) for r in march.rows] == [
        ("云坪镇", 1, 1),
        ("城关街道", 1, 1),
        ("石桥镇", 3, -2),
    ]
    assert {row.organisation.name: row.cumulative for row in march.rows} == {
        "云坪镇": 10,
        "城关街道": 10,
        "石桥镇": 10,
    }


def test_only_who_was_active_stands_in_it(world):
    PointsRuleFactory(county=world.county)
    adopted(made(world.township, 2, 2, submitted=True), date(2026, 2, 3))
    new = OrganisationFactory(parent=world.county, name="新镇", active_from=date(2026, 3, 31))
    OrganisationFactory(parent=world.county, name="旧镇", active_to=date(2026, 3, 1))
    OrganisationFactory(parent=world.county, name="将来镇", active_from=date(2026, 4, 1))
    names = {row.organisation.name: row.change for row in count(world.county, MARCH).rows}
    assert names == {"石桥镇": 0, "云坪镇": 1, "新镇": None}
    before = {row.organisation.name for row in count(world.county, FEBRUARY).rows}
    assert before == {"石桥镇", "云坪镇", "旧镇"}
    assert new.name not in before


def test_the_second_county_counts_for_itself(world):
    PointsRuleFactory(county=world.foreign_county)
    adopted(made(world.foreign_township, 3, 2, submitted=True), date(2026, 3, 3))
    ours, theirs = (count(county, MARCH) for county in (world.county, world.foreign_county))
    assert (ours.total.submitted, ours.total.points) == (0, 0)
    assert list(figures(theirs)) == ["柳河镇"]
    assert theirs.total.points == 5


def test_equal_points_go_by_place_then_by_key(world):
    first = OrganisationFactory(parent=world.county, name="先镇")
    world.township.position, world.other.position = 2, 1
    for organisation in (world.township, world.other):
        organisation.save()
    names = [row.organisation for row in count(world.county, MARCH).rows]
    assert names == [first, world.other, world.township]


@pytest.mark.parametrize("lines", [("0.10", "0.20", "-0.10", "-0.20"), ("0.30", "-0.10", "-0.20")])
def test_fractions_that_cancel_out_are_nothing(lines, world):
    """0.1 + 0.2 and back is no point, on a database that adds in binary too."""
    item = made(world.township, 3, 2, submitted=True)
    for points in lines:
        PointsLine.objects.create(
            item=item, organisation=world.township, source="book", date=MARCH.start,
            points=Decimal(points),
        )  # fmt: skip
    table = count(world.county, MARCH)
    assert [row.rank for row in table.rows] == [1, 1]
    assert str(table.total.points) == "0.00"


@pytest.mark.parametrize("of", [period("year", 1900), period("month", 2999, 12)])
def test_the_farthest_periods_have_an_answer(of: Period, world):
    assert count(world.county, of).total.submitted == 0


@given(st.dictionaries(st.integers(), st.decimals(-9, 9, places=1), min_size=1))
def test_a_rank_is_one_more_than_those_before(points):
    for key, rank in rank_by(points).items():
        assert rank == 1 + sum(other > points[key] for other in points.values())
