"""The cases of cases.csv, worked on paper from the State Council's notices on 2025 (January 28 to
February 4, April 4 to 6, May 1 to 5, May 31 to June 2, October 1 to 8 off; January 26, February 8,
April 27, September 28, October 11 worked) and 2026 (January 1 to 3, February 15 to 23, April 4 to
6, May 1 to 5, June 19 to 21, September 25 to 27, October 1 to 7 off; January 4, February 14 and
28, May 9, September 20, October 10 worked). `how` is the way on paper; `skipped` holds days and
ranges of days."""

import csv
import json
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

SHEET = Path(__file__).with_name("cases.csv").read_text("utf-8")
CASES = list(csv.DictReader(SHEET.splitlines()))
LENGTHS = {
    "national": (3, 6),
    "henan": (3, 6),
    "zhejiang": (3, 6),
    "shanghai": (3, 6),
    "shandong": (3, 6),
    "qingdao": (3, 6),
    "beijing": (3, 6),
    "chongqing": (3, 6),
    "shandong-township": (2, 4),
    "chongqing-township": (2, 4),
}


def days(written: str) -> list[str]:
    found = []
    for part in written.split():
        first, _, last = part.partition("..")
        day, end = date.fromisoformat(first), date.fromisoformat(last or first)
        while day <= end:
            found.append(day.isoformat())
            day += timedelta(days=1)
    return found


def asked(*arguments: str) -> dict:
    out = StringIO()
    call_command("due_date", *arguments, "--format", "json", stdout=out)
    return json.loads(out.getvalue())


def arguments(case: dict) -> list[str]:
    told = ["--event", case["event"], "--start", case["start"], "--rules", case["rules"]]
    return [*told, "--extended"] if case["extended"] else told


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['rules']} {c['event']} {c['start']}")
def test_the_date_is_the_one_found_on_paper(case, db):
    answer = asked(*arguments(case))
    del answer["length"], answer["unit"]
    assert answer == {
        "due": case["due"],
        "start": case["start"],
        "rules": case["rules"],
        "event": case["event"],
        "article": case["article"],
        "skipped": days(case["skipped"]),
        "extended": bool(case["extended"]),
        "estimated": bool(case["estimated"]),
    }


def test_there_are_forty_cases_and_more():
    assert len(CASES) >= 40


@pytest.mark.parametrize(("rules", "lengths"), LENGTHS.items())
def test_the_lengths_of_the_reply(rules, lengths, db):
    plain = asked("--event", "reply", "--start", "2026-03-02", "--rules", rules)
    longer = asked("--event", "reply", "--start", "2026-03-02", "--rules", rules, "--extended")
    assert (plain["length"], longer["length"]) == lengths
    assert plain["unit"] == longer["unit"] == "calendar_months"
