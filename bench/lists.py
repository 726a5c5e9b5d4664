"""The list of items, its page 500, its search, and the count, on SQLite.

`python -m bench.lists --check` ends with 1 where one of them takes more than 150 ms.
"""

import argparse
import sys
from typing import Any

from django.db import connection
from django.test import Client

from bench.count import COUNTY, YEAR, compare, get, logged_in
from bench.loading import load, settle
from bench.place import sqlite
from bench.reading import rows_of
from bench.scale import Scale
from bench.timing import Result, milliseconds, table

AIM = 150
ROWS = 50
BARE = """
    SELECT reference FROM information_item
    JOIN organisations_organisation ON organisations_organisation.id = organisation_id
    WHERE parent_id = %s AND submitted_at IS NOT NULL
        AND (title LIKE %s OR reference LIKE %s)
    ORDER BY submitted_at DESC, information_item.id DESC LIMIT %s OFFSET %s
"""
# What is asked for: name, query, words, page.
ASKED = (
    ("the list", "", "", 1),
    ("its page {page}", "page={page}", "", 500),
    ("a search for words", "q=选民", "选民", 1),
    ("a search for a number", "q=2019-0031", "2019-0031", 1),
)


def bare(cursor: Any, words: str, page: int) -> list[str]:
    """The numbers on a page of the list, asked by hand."""
    cursor.execute(BARE, [COUNTY, f"%{words}%", f"%{words}%", ROWS, (page - 1) * ROWS])
    return [reference for (reference,) in cursor.fetchall()]


def compare_list(client: Client, cursor: Any, query: str, words: str, page: int) -> list[str]:
    """The numbers that page and bare SQL agree on; raises `AssertionError`."""
    rows = rows_of(get(client, f"/work/information/?{query}"))
    on_page = [row[2] for row in rows]
    assert on_page == bare(cursor, words, page), f"?{query} shows other items"
    return on_page


def measure(scale: Scale) -> list[Result]:
    load(scale)
    settle()
    client, results = logged_in(), []
    with connection.cursor() as cursor:
        for name, pattern, words, page in ASKED:
            query = pattern.format(page=page)
            compare_list(client, cursor, query, words, page)
            url = f"/work/information/?{query}"
            (taken,) = milliseconds(lambda url=url: get(client, url))
            results.append(Result(name.format(page=page), taken, AIM, "the aim"))
        compare(client, cursor)
    (taken,) = milliseconds(lambda: get(client, f"/work/count/?period={YEAR}"))
    return [*results, Result("a county's year", taken, AIM, "the aim")]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="end with 1 above the aim")
    given = parser.parse_args()
    scale = Scale(50_000)
    with sqlite():
        results = measure(scale)
    print(table(f"SQLite, {scale.items:,} items, ten years", results))
    return 1 if given.check and not all(result.holds for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
