"""Every list, shown by the trail's: pages, order and filter come from the URL; htmx gets the table
alone."""

import re
from collections.abc import Iterator
from datetime import timedelta
from html import unescape
from urllib.parse import parse_qs

import pytest
from django.urls import reverse

from congress.audit.actions import entry_for, record
from congress.audit.models import Entry
from tests.factories.information import actor_of

HTMX = {"HX-Request": "true"}
LINK = re.compile(r'class="page-link" href="\?([^"]*)"')


@pytest.fixture
def notes(world) -> list[str]:
    """Of three pages of a hundred, in the order in which they were written."""
    by = actor_of("secretary", world.township)
    names = [f"第{number:03}条" for number in range(203)]
    Entry.objects.bulk_create(
        entry_for(world.township, "edit", by=by, at=world.at + timedelta(seconds=n), note=name)
        for n, name in enumerate(names)
    )
    return names


@pytest.fixture
def get(client_as):
    client, url = client_as("auditor"), reverse("overview:trail")
    return lambda query="", **headers: client.get(f"{url}?{query}", headers=headers)


def shown(response) -> list[str]:
    return [entry.note for entry in response.context["entries"]]


def page_queries(response) -> Iterator[dict[str, list[str]]]:
    for query in LINK.findall(response.content.decode()):
        yield parse_qs(unescape(query), keep_blank_values=True)


def test_pages_follow_each_other_without_loss(notes, get):
    pages = [shown(get(f"sort=oldest&page={number}")) for number in (1, 2, 3)]
    assert [len(page) for page in pages] == [100, 100, 3]
    assert [note for page in pages for note in page] == notes


@pytest.mark.parametrize(
    ("asked", "number"),
    [("99", 3), ("0", 3), ("-1", 3), ("3", 3), ("1", 1), ("", 1), ("x", 1), ("1.5", 1), ("２", 2)],
)
def test_a_page_that_is_not_there_is_the_last_and_a_word_the_first(asked, number, notes, get):
    response = get(f"page={asked}")
    assert response.context["page_obj"].number == number
    assert shown(response) == notes[::-1][100 * (number - 1) : 100 * number]


@pytest.mark.parametrize("asked", ["", "sort=", "sort=note", "sort=-pk", "sort=oldest%00"])
def test_an_unknown_order_is_the_first(asked, notes, get):
    response = get(asked)
    assert (response.context["sort"], shown(response)) == ("newest", notes[:-101:-1])


def test_page_links_keep_filter_and_order(notes, get):
    queries = list(page_queries(get("name=周&reference=&sort=oldest&page=2")))
    assert [query.pop("page") for query in queries] == [["1"], ["1"], ["2"], ["3"], ["3"]]
    assert queries == [{"name": ["周"], "reference": [""], "sort": ["oldest"]}] * 5


def test_a_filter_that_leaves_one_page_has_no_links(world, notes, get):
    by = actor_of("secretary", world.township, "吴桥")
    record(world.township, "edit", by=by, at=world.at, note="另一条")
    response = get("name=吴桥&page=3")
    assert shown(response) == ["另一条"]
    assert list(page_queries(response)) == []


def test_htmx_gets_the_table_and_anybody_else_the_page(notes, get):
    whole, table = get("page=2"), get("page=2", **HTMX)
    boosted = get("page=2", **HTMX, **{"HX-Boosted": "true"})
    restored = get("page=2", **HTMX, **{"HX-History-Restore-Request": "true"})
    answers = [answer.content.decode() for answer in (whole, table, boosted, restored)]
    assert [text.count("<html") for text in answers] == [1, 0, 0, 1]
    assert ["<form" in text for text in answers] == [True, False, False, True]
    assert [text.count("<table") for text in answers] == [1, 1, 1, 1]
    assert shown(table) == shown(whole) == shown(restored) == notes[102:2:-1]
    assert list(page_queries(table)) == list(page_queries(whole))
