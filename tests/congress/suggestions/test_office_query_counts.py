"""One row and three rows cost the same number of questions."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from congress.suggestions import actions
from congress.suggestions.models import Suggestion
from tests.factories.suggestions import SuggestionFactory, presidium_of, unit_of
from tests.routes.table import content
from tests.routes.world import World


def asked(client: Client, url: str) -> None:
    response = client.get(url)
    assert response.status_code == 200
    content(response)


def suggestions(world: World, number: int) -> Suggestion:
    """So many of each kind; so many units and proposers of the last one."""
    at = world.at - timedelta(minutes=5)
    for _ in range(number):
        SuggestionFactory(congress=world.township, submitted=True, at=at)
        SuggestionFactory(congress=world.township, return_requested=True, at=at)
        last = SuggestionFactory(congress=world.township, registered=True, at=at)
    units = {unit_of(world.township, i): "lead" if i == 0 else "co_handler" for i in range(number)}
    for _ in range(number):
        merged = SuggestionFactory(congress=world.township, registered=True, at=at)
        actions.merge_suggestion(merged, into=last, by=presidium_of(last), at=at)
    return actions.hand_over(last, units=units, by=presidium_of(last), at=at)


LISTS = {
    ("suggestions:list", "secretary"): 17,
    ("suggestions:list", "chair"): 17,
    ("suggestions:list", "county_supervisor"): 17,
    ("suggestions:export", "secretary"): 8,
    ("overview:today", "chair"): 33,
    ("overview:today", "secretary"): 32,
}
PAGES = {
    ("detail", "secretary"): 34,
    ("detail", "chair"): 40,
    ("detail", "county_supervisor"): 31,
    ("add_unit", "chair"): 15,
}


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("page", "role"), LISTS)
def test_a_list(page, role, number, world: World, client_as, django_assert_num_queries):
    suggestions(world, number)
    client, url = client_as(role), reverse(page)
    asked(client, url)
    with django_assert_num_queries(LISTS[page, role]):
        asked(client, url)


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("page", "role"), PAGES)
def test_a_page(page, role, number, world: World, client_as, django_assert_num_queries):
    suggestion = suggestions(world, number)
    client, url = client_as(role), reverse(f"suggestions:{page}", args=[suggestion.pk])
    asked(client, url)
    with django_assert_num_queries(PAGES[page, role]):
        asked(client, url)
