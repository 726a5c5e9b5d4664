"""The county's year page against its bare SQL, on PostgreSQL.

`python -m bench.count --check` ends with 1 where the page takes more than 1.5 times the time of
the SQL plus 30 ms.
"""

import argparse
import sys
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from zoneinfo import ZoneInfo

import psycopg
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.utils import timezone
from django.utils.module_loading import import_string

from bench.loading import load, settle
from bench.place import NotOurs, postgresql, postgresql_url
from bench.reading import rows_of, title_of
from bench.scale import EDITOR, Scale
from bench.timing import Result, milliseconds, table
from congress.periods import period

COUNTY = 1
YEAR = 2025
SHANGHAI = ZoneInfo("Asia/Shanghai")
BARE = """
    WITH township AS (
        SELECT id, name, position FROM organisations_organisation
        WHERE parent_id = %(county)s AND kind IN ('township', 'subdistrict')
            AND (active_from IS NULL OR active_from < %(end)s)
            AND (active_to IS NULL OR active_to > %(start)s)
    ), submitted AS (
        SELECT organisation_id, count(*) AS items FROM information_item
        WHERE organisation_id IN (SELECT id FROM township) AND state <> 'withdrawn'
            AND submitted_at >= %(first)s AND submitted_at < %(last)s
        GROUP BY organisation_id
    ), returned AS (
        SELECT organisation_id, count(*) AS acts FROM information_return
        WHERE organisation_id IN (SELECT id FROM township) AND undone_at IS NULL
            AND at >= %(first)s AND at < %(last)s
        GROUP BY organisation_id
    ), adopted AS (
        SELECT organisation_id, count(DISTINCT item_id) AS items,
            count(DISTINCT CASE WHEN level = 'county' THEN item_id END) AS county,
            count(DISTINCT CASE WHEN level = 'city' THEN item_id END) AS city,
            count(DISTINCT CASE WHEN level = 'province' THEN item_id END) AS province,
            count(DISTINCT CASE WHEN level = 'national' THEN item_id END) AS nation
        FROM information_adoption
        WHERE organisation_id IN (SELECT id FROM township) AND undone_at IS NULL
            AND adopted_on >= %(start)s AND adopted_on < %(end)s
        GROUP BY organisation_id
    ), instructed AS (
        SELECT organisation_id, count(*) AS acts FROM information_instruction
        WHERE organisation_id IN (SELECT id FROM township) AND undone_at IS NULL
            AND given_on >= %(start)s AND given_on < %(end)s
        GROUP BY organisation_id
    ), earned AS (
        SELECT organisation_id,
            coalesce(sum(CASE WHEN date >= %(start)s THEN points END), 0) AS points,
            coalesce(sum(CASE WHEN date < %(start)s THEN points END), 0) AS before
        FROM information_pointsline
        WHERE organisation_id IN (SELECT id FROM township)
            AND date >= %(earlier)s AND date < %(end)s
        GROUP BY organisation_id
    ), ranked AS (
        SELECT township.*, coalesce(points, 0) AS points,
            rank() OVER (ORDER BY coalesce(points, 0) DESC) AS place,
            rank() OVER (ORDER BY coalesce(before, 0) DESC) AS place_before
        FROM township LEFT JOIN earned ON earned.organisation_id = township.id
    ), earlier AS (
        SELECT (
            SELECT count(*) FROM information_item
            WHERE organisation_id IN (SELECT id FROM township) AND state <> 'withdrawn'
                AND submitted_at >= %(first_before)s AND submitted_at < %(first)s
        ) AS items_before, (
            SELECT count(DISTINCT item_id) FROM information_adoption
            WHERE organisation_id IN (SELECT id FROM township) AND undone_at IS NULL
                AND adopted_on >= %(earlier)s AND adopted_on < %(start)s
        ) AS adopted_before
    )
    SELECT items_before, adopted_before, place, name,
        coalesce(submitted.items, 0), coalesce(returned.acts, 0),
        coalesce(county, 0), coalesce(city, 0), coalesce(province, 0), coalesce(nation, 0),
        coalesce(adopted.items, 0), coalesce(instructed.acts, 0), points, place_before - place
    FROM ranked CROSS JOIN earlier
    LEFT JOIN submitted ON submitted.organisation_id = ranked.id
    LEFT JOIN returned ON returned.organisation_id = ranked.id
    LEFT JOIN adopted ON adopted.organisation_id = ranked.id
    LEFT JOIN instructed ON instructed.organisation_id = ranked.id
    ORDER BY place, position, ranked.id
"""


def bare(cursor: Any) -> list[tuple[Any, ...]]:
    """What the page shows, asked by hand."""
    before, begins, ends = (
        connection.ops.adapt_datetimefield_value(datetime(year, 1, 1, tzinfo=SHANGHAI))
        for year in (YEAR - 1, YEAR, YEAR + 1)
    )
    values = {
        "county": COUNTY,
        "start": date(YEAR, 1, 1),
        "end": date(YEAR + 1, 1, 1),
        "earlier": date(YEAR - 1, 1, 1),
        "first_before": before,
        "first": begins,
        "last": ends,
    }
    cursor.execute(BARE, values)
    return cursor.fetchall()


def as_shown(row: tuple[Any, ...]) -> list[str]:
    """A row of the bare SQL as the page writes it. In a whole year the points since January are
    those of the period."""
    place, name, submitted, *counts, adopted, instructed, points, change = row[2:]
    rate = "—"
    if submitted:
        share = Decimal(100 * adopted) / submitted
        rate = f"{share.quantize(Decimal(1), ROUND_HALF_UP)}%"
    points = f"{Decimal(str(points)).normalize():f}"
    arrow = "0" if not change else f"↑ {change}" if change > 0 else f"↓ {-change}"
    shown = (place, name, submitted, *counts, rate, instructed, points, points, arrow)
    return [str(value) for value in shown]


def logged_in() -> Client:
    client = Client()
    client.force_login(get_user_model().objects.get(pk=EDITOR))
    return client


def get(client: Client, path: str) -> bytes:
    response = client.get(path, secure=True)
    assert response.status_code == 200, f"{path} answered {response.status_code}"
    return response.content


def compare(client: Client, cursor: Any) -> list[list[str]]:
    """The rows on which page and bare SQL agree, value by value; raises `AssertionError`."""
    page, asked = get(client, f"/work/count/?period={YEAR}"), bare(cursor)
    on_page, expected = rows_of(page), [as_shown(row) for row in asked]
    assert on_page == expected, differences(on_page, expected)
    assert title_of(page) == title(asked)
    return on_page


def title(rows: list[tuple[Any, ...]]) -> str:
    """What the page says above the table: this year's totals beside those of the year before."""
    queries = "congress.information.queries.count"
    totals = import_string(f"{queries}.Submissions")
    total = totals(sum(row[4] for row in rows), sum(row[10] for row in rows))
    counted = import_string(f"{queries}.CountTable")(period("year", YEAR), (), total)
    finding = import_string("congress.overview.queries.finding.finding")
    return finding(counted, totals(*rows[0][:2]), timezone.localdate())


def differences(on_page: list[list[str]], expected: list[list[str]]) -> str:
    pairs = zip(on_page, expected, strict=False)
    lines = [f"{shown}\n{asked}" for shown, asked in pairs if shown != asked]
    return f"{len(on_page)} rows on the page, {len(expected)} asked\n" + "\n".join(lines)


def measure(scale: Scale, url: str) -> Result:
    load(scale)
    settle()
    client = logged_in()
    with psycopg.connect(url, autocommit=True) as own, own.cursor() as cursor:
        rows = compare(client, cursor)
        page, sql = milliseconds(
            lambda: get(client, f"/work/count/?period={YEAR}"), lambda: bare(cursor)
        )
    beside = f"1.5 × {sql:.1f} ms of bare SQL + 30 ms"
    return Result(f"a county's year, {len(rows)} townships", page, 1.5 * sql + 30, beside)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="end with 1 above the limit")
    parser.add_argument("--items", type=int, default=200_000)
    parser.add_argument("--counties", type=int, default=1)
    parser.add_argument("--townships", type=int, default=55, help="of each county")
    given = parser.parse_args()
    scale = Scale(given.items, given.counties, given.townships)
    url = postgresql_url()
    try:
        with postgresql(url):
            result = measure(scale, url)
    except (NotOurs, psycopg.OperationalError) as reason:
        sys.exit(f"The count was not measured: {reason}")
    print(table(f"PostgreSQL, {scale.items:,} items, ten years", [result]))
    return 1 if given.check and not result.holds else 0


if __name__ == "__main__":
    sys.exit(main())
