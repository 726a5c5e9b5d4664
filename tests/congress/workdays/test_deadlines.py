"""What the arithmetic holds for every day, and when there is no answer."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress.workdays import rulebook
from congress.workdays.clocks import months_after, working_days_after
from congress.workdays.days import REST, WORK, Calendar, Mark
from congress.workdays.deadlines import BeyondCalendar, deadline
from congress.workdays.decrees import decreed_calendar
from congress.workdays.rulebook import (
    EVENTS,
    RULES,
    NoExtension,
    NoRule,
    UnknownEvent,
    UnknownRules,
    row_for,
    rows_of,
)

DAY = timedelta(days=1)
START = date(2026, 3, 2)
DECREED = st.dates(date(2025, 1, 1), date(2026, 10, 1))
# What domain.md's table of clocks gives: length and unit, and the extended length.
TABLE = {
    ("national", "reply"): "3m 6",
    ("zhejiang", "notify"): "7d",
    ("zhejiang", "return"): "10d",
    ("zhejiang", "co_opinion"): "2m",
    ("zhejiang", "reply"): "3m 6",
    ("zhejiang", "rehandling"): "1m",
    ("henan", "return"): "10w",
    ("henan", "reassign"): "10w",
    ("henan", "co_opinion"): "2m",
    ("henan", "reply"): "3m 6",
    ("henan", "feedback"): "10w",
    ("henan", "rehandling"): "1m",
    ("shanghai", "hand_over"): "7w",
    ("shanghai", "return"): "7w",
    ("shanghai", "co_opinion"): "1m",
    ("shanghai", "reply"): "3m 6",
    ("shanghai", "rehandling"): "1m",
    ("shandong", "hand_over"): "5d",
    ("shandong", "return"): "5d",
    ("shandong", "co_opinion"): "1m",
    ("shandong", "reply"): "3m 6",
    ("shandong", "rehandling"): "1m",
    ("qingdao", "hand_over"): "5w",
    ("qingdao", "return"): "5w",
    ("qingdao", "co_opinion"): "1m",
    ("qingdao", "reply"): "3m 6",
    ("beijing", "reply"): "3m 6",
    ("beijing", "feedback"): "15w",
    ("beijing", "rehandling"): "2m",
    ("chongqing", "hand_over"): "10w",
    ("chongqing", "return"): "10w",
    ("chongqing", "reassign"): "10w",
    ("chongqing", "first_contact"): "20w",
    ("chongqing", "co_opinion"): "30w 35",
    ("chongqing", "reply"): "3m 6",
    ("chongqing", "feedback"): "20w",
    ("chongqing", "rehandling"): "2m",
    ("shandong-township", "reply"): "2m 4",
    ("chongqing-township", "reply"): "2m 4",
}
LETTERS = {"calendar_months": "m", "calendar_days": "d", "working_days": "w"}
SHEET = Path(__file__).with_name("cases.csv").read_text("utf-8")
CASES = list(csv.DictReader(SHEET.splitlines()))


def test_the_sets_hold_the_table_and_nothing_else():
    found = {
        (row.rules, row.event): f"{row.length}{LETTERS[row.unit]} {row.extended or ''}".strip()
        for rules in RULES
        for row in rows_of(rules)
    }
    assert found == TABLE


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['rules']} {c['event']} {c['start']}")
def test_a_date_on_a_day_of_rest_stays_and_says_so(case):
    found = deadline(
        case["event"],
        date.fromisoformat(case["start"]),
        case["rules"],
        decreed_calendar(),
        extended=bool(case["extended"]),
    )
    assert found.count.rest == case["rest"]


@pytest.mark.parametrize(
    ("event", "rules", "extended", "error"),
    [
        ("notify", "national", False, NoRule),
        ("feedback", "shanghai", False, NoRule),
        ("rehandling", "qingdao", False, NoRule),
        ("return", "chongqing-township", False, NoRule),
        ("co_opinion", "shandong-township", True, NoRule),
        ("feedback", "henan", True, NoExtension),
        ("notify", "zhejiang", True, NoExtension),
        ("first_contact", "chongqing", True, NoExtension),
        ("answer", "national", False, UnknownEvent),
        ("reply", "guangxi", False, UnknownRules),
    ],
)
def test_no_answer_is_made_up(event, rules, extended, error):
    with pytest.raises(error):
        deadline(event, START, rules, decreed_calendar(), extended=extended)


@pytest.mark.parametrize(("event", "rules"), [("reply", "national"), ("notify", "zhejiang")])
def test_the_calendar_ends(event, rules):
    with pytest.raises(BeyondCalendar):
        deadline(event, date(9999, 12, 30), rules, Calendar())


def test_an_event_the_set_is_silent_on_follows_the_nation(tmp_path, monkeypatch):
    silent = 'source = "某县办法"\nvalid_from = 2020-01-01\n[[rows]]\n'
    silent += 'event = "return"\nlength = 5\nunit = "calendar_days"\n'
    (tmp_path / "silent.toml").write_text(silent, "utf-8")
    (tmp_path / "national.toml").symlink_to(rulebook.FOLDER / "national.toml")
    monkeypatch.setattr(rulebook, "FOLDER", tmp_path)
    monkeypatch.setattr(rulebook, "RULES", ("national", "silent"))
    assert row_for("silent", "return", START).source == "某县办法"
    assert row_for("silent", "reply", START) == row_for("national", "reply", START)


def test_the_nations_text_changes_on_its_day():
    articles = [row_for("national", "reply", date(2025, 3, day)).article for day in (10, 11)]
    assert articles == ["第42条第1款", "第51条第2款"]


@given(DECREED, st.integers(1, 40))
def test_counting_back_finds_the_number_again(start, number):
    calendar = decreed_calendar()
    due, skipped = working_days_after(start, number, calendar)
    between = [start + n * DAY for n in range(1, (due - start).days + 1)]
    rested = [row.day for row in skipped]
    assert [day for day in between if not calendar.works_on(day)] == rested
    assert len(between) - len(rested) == number
    assert calendar.works_on(due)


@given(DECREED, st.integers(1, 40))
def test_a_later_start_is_never_due_earlier(start, number):
    calendar = decreed_calendar()
    one, _ = working_days_after(start, number, calendar)
    next_one, _ = working_days_after(start + DAY, number, calendar)
    assert one <= next_one


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_months_keep_the_day_number_or_take_the_last(start, months):
    due = months_after(start, months)
    assert (due.year * 12 + due.month) - (start.year * 12 + start.month) == months
    assert due.day == start.day or ((due + DAY).day == 1 and due.day < start.day)


def test_the_countys_word_goes_before_the_decree():
    calendar = decreed_calendar().overlaid(
        {date(2026, 10, 8): Mark(REST, "县庆"), date(2026, 10, 7): Mark(WORK)}, frozenset({2027})
    )
    assert calendar.rest_on(date(2026, 10, 8)) == "县庆"
    assert calendar.works_on(date(2026, 10, 7))
    assert calendar.rest_on(date(2026, 10, 6)) == "调休"
    assert not deadline("feedback", date(2026, 12, 20), "chongqing", calendar).count.estimated


def test_every_event_has_a_clock_somewhere():
    assert {row.event for rules in RULES for row in rows_of(rules)} == set(EVENTS)
