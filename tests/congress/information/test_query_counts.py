"""One row and three rows cost the same number of questions."""

import pytest
from django.test import Client
from django.urls import reverse

from congress.information import actions
from tests.factories.information import (
    RETURN,
    AdoptionFactory,
    ItemFactory,
    PointsRuleFactory,
    actor_of,
)
from tests.factories.organisations import OrganisationFactory
from tests.routes.table import content
from tests.routes.world import World


def rows(world: World, number: int) -> None:
    """An item with a round more, two adoptions, a rule of its own and notes; each in a township
    of its own but the first."""
    editor = actor_of("county_editor", world.county)
    for index in range(number):
        town = world.township if not index else OrganisationFactory(parent=world.county)
        item = ItemFactory(organisation=town, at=world.at, resubmitted=True)
        for _ in range(2):
            adoption = AdoptionFactory(item=item, at=world.at)
            PointsRuleFactory(county=world.county, publication=adoption.publication)
        told = {"level": "county", "leader": "书记", "given_on": world.today}
        actions.note_instruction(item, **told, by=editor, at=world.at)
        ItemFactory(organisation=world.township, at=world.at, submitted=True)
        ItemFactory(organisation=world.township, at=world.at, returned=True)
        ItemFactory(organisation=world.township, at=world.at, awaiting_sign_off=True)
        chair = actor_of("chair", world.township)
        actions.set_sign_off(world.township, wanted=False, by=chair, at=world.at)


def asked(client: Client, url: str) -> None:
    response = client.get(url)
    assert response.status_code == 200
    content(response)


PAGES = {
    ("information:list", "secretary"): 14,
    ("information:list", "county_editor"): 14,
    ("information:export", "county_editor"): 5,
    ("information:rules", "county_admin"): 9,
    ("information:publications", "county_admin"): 9,
    ("overview:today", "secretary"): 33,
    ("overview:today", "chair"): 34,
    ("overview:today", "county_editor"): 24,
    ("overview:count", "county_editor"): 20,
    ("overview:count", "secretary"): 21,
    ("overview:count_export", "county_editor"): 12,
    ("overview:count_rows", "county_editor"): 13,
    ("overview:count_rows_export", "county_editor"): 7,
    ("overview:trail", "auditor"): 11,
    ("overview:trail_export", "auditor"): 6,
}


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("page", "role"), PAGES)
def test_a_list(page, role, number, world, client_as, django_assert_num_queries):
    rows(world, number)
    client, url = client_as(role), reverse(page)
    asked(client, url)
    with django_assert_num_queries(PAGES[page, role]):
        asked(client, url)


@pytest.mark.parametrize("figure", ["returned", "adopted", "instructions", "points", "cumulative"])
@pytest.mark.parametrize("number", [1, 3])
def test_the_rows_of_a_figure(figure, number, world, client_as, django_assert_num_queries):
    rows(world, number)
    client = client_as("county_editor")
    url = f"{reverse('overview:count_rows')}?figure={figure}"
    asked(client, url)
    with django_assert_num_queries(13):
        asked(client, url)


def busy(item, world: World, number: int) -> None:
    editor = actor_of("county_editor", world.county)
    secretary = actor_of("secretary", world.township)
    for _ in range(number):
        actions.return_item(item, **RETURN, by=editor, at=world.at)
        actions.submit_item(item, by=secretary, at=world.at)
    for level in ("city", "province", "national")[:number]:
        fields = {"by": editor, "at": world.at}
        actions.send_up(item, level=level, sent_on=world.today, **fields)
        told = {"level": level, "leader": "书记", "given_on": world.today}
        actions.note_instruction(item, **told, **fields)
        AdoptionFactory(item=item, at=world.at)


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("role", "queries"), [("secretary", 23), ("county_editor", 22)])
def test_the_page_of_an_item(role, queries, number, world, client_as, django_assert_num_queries):
    PointsRuleFactory(county=world.county)
    item = ItemFactory(organisation=world.township, at=world.at, submitted=True)
    busy(item, world, number)
    client, url = client_as(role), reverse("information:detail", args=[item.pk])
    asked(client, url)
    with django_assert_num_queries(queries):
        asked(client, url)
