"""The county's word on its days, years and rule set: who, what it changes, how it is taken back."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from congress.audit.models import Entry
from congress.organisations.roles import COUNTY_ADMIN
from congress.organisations.rules import NotAllowed
from congress.workdays import actions
from congress.workdays.days import REST, WORK
from congress.workdays.decrees import decreed_calendar
from congress.workdays.models import CalendarDay, ClockSettings, DecreedYear
from congress.workdays.queries import calendar_of, rules_of, year_of
from tests.factories.information import actor_of
from tests.factories.workdays import CalendarDayFactory, DecreedYearFactory

DAY = date(2026, 10, 8)


@pytest.fixture
def admin(world):
    return actor_of(COUNTY_ADMIN, world.county)


def trail() -> list[tuple[str, str]]:
    return list(Entry.objects.order_by("pk").values_list("act", "note"))


def test_a_day_holds_in_its_county_alone_until_it_is_put_back(world, admin):
    row = actions.set_day(world.county, day=DAY, kind=REST, name=" 县庆日 ", by=admin, at=world.at)
    assert calendar_of(world.county).rest_on(DAY) == "县庆日"
    assert calendar_of(world.foreign_county) == decreed_calendar()
    actions.clear_day(row, by=admin, at=world.at)
    assert calendar_of(world.county) == decreed_calendar()
    assert trail() == [
        ("set_day", "2026-10-08 休息日 县庆日"),
        ("clear_day", "2026-10-08 休息日 县庆日"),
    ]


def test_a_second_word_replaces_the_first(world, admin):
    CalendarDayFactory(county=world.county, day=DAY)
    actions.set_day(world.county, day=DAY, kind=WORK, by=admin, at=world.at)
    assert list(CalendarDay.objects.values_list("day", "kind", "name")) == [(DAY, WORK, "")]
    assert [act for act, _ in trail()] == ["set_day", "set_day"]


@pytest.mark.parametrize("fields", [{"kind": REST}, {"kind": REST, "name": " "}, {"kind": "half"}])
def test_a_day_of_rest_has_a_reason(world, admin, fields):
    with pytest.raises(ValidationError):
        actions.set_day(world.county, day=DAY, **fields, by=admin, at=world.at)
    assert (CalendarDay.objects.count(), trail()) == (0, [])


def test_the_database_holds_the_rules(world):
    CalendarDayFactory(county=world.county, day=DAY)
    DecreedYearFactory(county=world.county)
    for make in (
        lambda: CalendarDay.objects.create(county=world.county, day=DAY, kind=WORK),
        lambda: CalendarDay.objects.create(county=world.foreign_county, day=DAY, kind=REST),
        lambda: CalendarDay.objects.create(county=world.foreign_county, day=DAY, kind="half"),
        lambda: DecreedYear.objects.create(county=world.county, year=2027, source="文"),
        lambda: DecreedYear.objects.create(county=world.foreign_county, year=2027, source=""),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            make()


@pytest.mark.parametrize(
    ("role", "place"),
    [
        ("county_admin", "foreign_county"),
        ("county_supervisor", "county"),
        ("auditor", "county"),
        ("secretary", "township"),
        ("chair", "township"),
    ],
)
def test_only_the_countys_administrator_keeps_them(world, role, place):
    by = actor_of(role, getattr(world, place))
    row, year = CalendarDayFactory(county=world.county), DecreedYearFactory(county=world.county)
    kept = {"by": by, "at": world.at}
    for act in (
        lambda: actions.set_day(world.county, day=DAY, kind=WORK, **kept),
        lambda: actions.clear_day(row, **kept),
        lambda: actions.decree_year(world.county, year=2028, source="文", **kept),
        lambda: actions.undo_decree(year, **kept),
        lambda: actions.choose_rules(world.county, rules="henan", **kept),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_an_entered_year_is_no_estimate_until_it_is_taken_back(world, admin):
    row = DecreedYearFactory(county=world.county, year=2027)
    assert 2027 in calendar_of(world.county).decreed
    assert 2027 not in calendar_of(world.foreign_county).decreed
    actions.undo_decree(row, by=admin, at=world.at)
    assert 2027 not in calendar_of(world.county).decreed
    assert [act for act, _ in trail()] == ["decree_year", "undo_decree"]


@pytest.mark.parametrize(("year", "source"), [(2026, "文"), (2027, ""), (2000, "文"), (2061, "文")])
def test_what_is_no_year_to_enter(world, admin, year, source):
    with pytest.raises(ValidationError):
        actions.decree_year(world.county, year=year, source=source, by=admin, at=world.at)
    assert DecreedYear.objects.count() == 0


def test_a_year_is_entered_once(world):
    DecreedYearFactory(county=world.county)
    with pytest.raises(ValidationError):
        DecreedYearFactory(county=world.county)


def test_the_rule_set_is_the_nations_until_one_is_chosen(world, admin):
    assert rules_of(world.county) == "national"
    actions.choose_rules(world.county, rules="shanghai", by=admin, at=world.at)
    actions.choose_rules(world.county, rules="henan", by=admin, at=world.at)
    assert (rules_of(world.county), rules_of(world.foreign_county)) == ("henan", "national")
    assert trail() == [("choose_rules", "上海市"), ("choose_rules", "河南省")]
    with pytest.raises(ValidationError):
        actions.choose_rules(world.county, rules="guangxi", by=admin, at=world.at)
    assert ClockSettings.objects.get().rules == "henan"


def test_a_year_as_the_page_shows_it(world):
    CalendarDayFactory(county=world.county, day=DAY)
    CalendarDayFactory(county=world.county, day=date(2027, 1, 4))
    shown = year_of(world.county, 2026, date(2026, 10, 9))
    cells = {
        cell.day: cell for month in shown.months for week in month.weeks for cell in week if cell
    }
    assert len(cells) == 365
    assert [row.day for row in shown.own_days] == [DAY]
    assert [(m.number, m.working_days) for m in shown.months[8:10]] == [(9, 22), (10, 17)]
    marks = {
        day: (cells[day].mark, cells[day].own, cells[day].today)
        for day in (date(2026, 10, n) for n in (3, 5, 8, 9, 10, 11))
    }
    assert list(marks.values()) == [
        ("rest", False, False),
        ("rest", False, False),
        ("rest", True, False),
        ("", False, True),
        ("work", False, False),
        ("", False, False),
    ]
