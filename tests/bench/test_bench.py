"""The benches on a few hundred rows: they compare what they measure, and touch only their own."""

import psycopg
import pytest
from django.db import connection

from bench import count, lists, pages
from bench.loading import load
from bench.place import NotOurs, drop
from bench.scale import Scale
from bench.timing import Result, milliseconds, table
from congress.information.models import Adoption, Instruction, Item, PointsLine, Return

SCALE = Scale(items=700, counties=2, townships=3, first_year=2023)


@pytest.fixture
def county(db):
    load(SCALE)
    return count.logged_in()


def test_the_data_keep_the_rules_of_the_records(county):
    for model in (Item, Return, Adoption, Instruction, PointsLine):
        for row in model.objects.all():
            row.full_clean(exclude=["organisation", "item", "adoption", "rule", "counters"])


def test_the_year_page_shows_what_the_bare_sql_says(county):
    with connection.cursor() as cursor:
        rows = count.compare(county, cursor)
    assert {row[1] for row in rows} == {"第3镇", "第4镇", "第5镇"}
    assert sum(int(row[2]) for row in rows) > 50


@pytest.mark.parametrize(("query", "words", "page"), [("", "", 1), ("page=4", "", 4)])
def test_the_list_shows_what_the_bare_sql_says(county, query, words, page):
    with connection.cursor() as cursor:
        shown = lists.compare_list(county, cursor, query, words, page)
    assert len(shown) == 50


def test_the_searches_find_what_the_bare_sql_says(county):
    with connection.cursor() as cursor:
        found = [
            lists.compare_list(county, cursor, f"q={words}", words, 1)
            for words in ("选民", "2024-0031")
        ]
    assert [bool(numbers) for numbers in found] == [True, True]


def test_steps_take_turns():
    seen = []
    taken = milliseconds(lambda: seen.append("page"), lambda: seen.append("sql"), rounds=1)
    assert (len(taken), seen) == (2, ["page", "sql"] * 6)


def test_a_missed_limit_is_told():
    results = [Result("a page", 45.2, 44.9, "the aim"), Result("another", 44.9, 44.9, "the aim")]
    assert [result.holds for result in results] == [False, True]
    assert "| a page | 45 ms **missed** | 45 ms | the aim |" in table("Here", results)


def test_a_missed_share_is_told():
    rates = [pages.Rate("kept", 690, 0.69, 0.7), pages.Rate("made anew", 60, 0.06, 0.046)]
    assert [rate.holds for rate in rates] == [False, True]
    assert "| kept | 690 | 0.690 **missed** | 0.700 |" in pages.table(rates)


@pytest.mark.django_db(transaction=True)
def test_a_database_of_others_is_not_dropped():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite's benches use a temporary folder")
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    own = connection.connection.info
    url = f"postgres://{own.user}:{own.password}@{own.host}:{own.port}/{own.dbname}"
    with psycopg.connect(url, dbname="postgres", autocommit=True) as server:
        with pytest.raises(NotOurs):
            drop(server, url, own.dbname)
        names = server.execute("SELECT datname FROM pg_database").fetchall()
    assert (own.dbname,) in names
