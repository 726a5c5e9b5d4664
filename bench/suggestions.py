"""The county's list of suggestions and its board against their bare SQL, on PostgreSQL.

`python -m bench.suggestions --check` ends with 1 where a page takes more than twice the time of
the SQL plus 40 ms.
"""

import argparse
import re
import sys
from collections import Counter
from datetime import date
from typing import Any

import psycopg
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client
from django.utils import timezone
from django.utils.module_loading import import_string

from bench.count import get
from bench.loading import copy_rows, settle
from bench.place import NotOurs, postgresql, postgresql_url
from bench.reading import parsed, rows_of, text_of
from bench.suggestion_rows import SUPERVISOR, Suggestions
from bench.suggestion_sql import asked_board, asked_list
from bench.timing import Result, milliseconds, table

YEAR = 2025
# What is asked for: name, query, page, only what is late.
LISTS = (
    ("the list", "", 1, False),
    ("what is late", "show=late", 1, True),
    ("page 500", "page=500", 500, False),
)
BOARDS = ((f"the board of {YEAR}", YEAR), ("the board of all years", None))


def logged_in() -> Client:
    client = Client()
    client.force_login(get_user_model().objects.get(pk=SUPERVISOR))
    return client


def list_url(query: str) -> str:
    return f"/work/suggestions/?{query}"


def board_url(year: int | None) -> str:
    return f"/work/suggestions/board/?year={year or ''}"


def compare_list(page: bytes, asked: tuple[int, list[Any]]) -> None:
    """Value by value; raises `AssertionError`."""
    number, rows = asked
    label = import_string("congress.suggestions.states.SUGGESTION").state
    assert [row[:5] for row in rows_of(page)] == [list(row[:5]) for row in rows]
    lines = parsed(page).xpath("//table[contains(@class, 'table')]/tbody/tr")
    days = [next(iter(line.xpath(".//time/@datetime")), None) for line in lines]
    assert days == [row[5] and row[5].isoformat() for row in rows]
    badges = [text(line.xpath(".//*[contains(@class, 'badge')]")[-1]) for line in lines]
    assert badges == [str(label(row[6]).label) for row in rows]
    said = text(parsed(page).xpath("//div[@class='filter-bar']/span")[0])
    assert str(number) in re.findall(r"\d+", said), said


def text(element: Any) -> str:
    return " ".join(element.text_content().split())


def numbers_on(page: bytes) -> dict[str, int]:
    """By the code in the address of the rows behind."""
    found = {}
    for link in parsed(page).xpath("//main//a[contains(@href, 'figure=')]"):
        code = link.get("href").partition("figure=")[2]
        beside = link.getparent().xpath("./*[@class='figure-number']")
        found[code] = int(text_of(beside[0] if beside else link))
    return found


def numbers_asked(asked: dict[str, list[Any]]) -> dict[str, int]:
    found: Counter[str] = Counter()
    for name in ("states", "dissatisfied", "clocks", "given", "late"):
        found.update(dict(asked[name]))
    found["all"] = sum(number for _code, number in asked["states"])
    for said, part, number in asked["ratings"]:
        found[f"each.{said}"] += number
        found[f"lead.{said}"] += number if part == "lead" else 0
    for unit, _name, number in asked["units"]:
        found[f"unit.{unit}.all"] = number
    for letter, unit, number in asked["replies"]:
        found[f"class.{letter}"] += number
        found[f"unit.{unit}.answered"] += number
    return found


def compare_board(page: bytes, asked: dict[str, list[Any]]) -> int:
    """How many figures agree; raises `AssertionError`."""
    shown, expected = numbers_on(page), numbers_asked(asked)
    wrong = {code: (n, expected[code]) for code, n in shown.items() if n != expected[code]}
    assert not wrong, wrong
    hidden = {code for code, number in expected.items() if number} - set(shown)
    assert hidden <= {"clock.later", "reply.late"}, hidden
    assert {row[0] for row in rows_of(page)} >= {row[1] for row in asked["units"]}
    offered = [option.get("value") for option in parsed(page).xpath("//select[@name='year']/*")]
    assert offered == ["", *(str(year) for (year,) in asked["years"])]
    chosen = parsed(page).xpath("//select[@name='congress']/option/@value")
    assert {int(key) for key in chosen if key} == {key for key, _name in asked["congresses"]}
    return len(shown)


def limit(page: float, sql: float, name: str) -> Result:
    return Result(name, page, 2 * sql + 40, f"2 × {sql:.1f} ms of bare SQL + 40 ms")


def measure_lists(client: Client, cursor: Any, today: date) -> list[Result]:
    results = []
    for name, query, page, late in LISTS:
        url = list_url(query)
        compare_list(get(client, url), asked_list(cursor, today, page, late))
        taken = milliseconds(
            lambda url=url: get(client, url),
            lambda page=page, late=late: asked_list(cursor, today, page, late),
        )
        results.append(limit(*taken, name))
    return results


def measure_boards(client: Client, cursor: Any, today: date) -> list[Result]:
    results = []
    for name, year in BOARDS:
        url = board_url(year)
        number = compare_board(get(client, url), asked_board(cursor, today, year))
        taken = milliseconds(
            lambda url=url: get(client, url),
            lambda year=year: asked_board(cursor, today, year),
        )
        results.append(limit(*taken, f"{name}, {number} figures"))
    return results


def measure(number: int, townships: int, url: str) -> list[Result]:
    with transaction.atomic():
        for rows in Suggestions(number, townships).tables():
            copy_rows(rows)
    settle()
    client, today = logged_in(), timezone.localdate()
    with psycopg.connect(url, autocommit=True) as own, own.cursor() as cursor:
        lists = measure_lists(client, cursor, today)
        return [*lists, *measure_boards(client, cursor, today)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="end with 1 above a limit")
    parser.add_argument("--suggestions", type=int, default=50_000)
    parser.add_argument("--townships", type=int, default=55)
    given = parser.parse_args()
    url = postgresql_url()
    try:
        with postgresql(url):
            results = measure(given.suggestions, given.townships, url)
    except (NotOurs, psycopg.OperationalError) as reason:
        sys.exit(f"The suggestions were not measured: {reason}")
    print(table(f"PostgreSQL, {given.suggestions:,} suggestions, ten years", results))
    return 1 if given.check and not all(result.holds for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
