"""One row and three rows cost the same number of questions."""

import pytest
from django.test import Client

from congress.suggestions import actions
from tests.congress.suggestions.entering import url
from tests.factories.organisations import DeputyFactory
from tests.factories.suggestions import SuggestionFactory, deputy_actor, lead_of
from tests.routes.suggestions_entry import mandate
from tests.routes.world import World

PAGES = {"mine": 13, "detail": 25, "submit": 17, "cosigners": 14, "paper": 12}


def made(world: World, number: int) -> int:
    """So many of the deputy's in each place; the key of the last draft, with signatories."""
    own = mandate(world)
    for _ in range(number):
        SuggestionFactory(congress=world.township, lead=own, replied=True)
        SuggestionFactory(congress=world.township, lead=own, in_handling=True)
        other = SuggestionFactory(congress=world.township)
        actions.ask_cosigners(other, deputies=[own], by=lead_of(other), at=world.at)
        draft = SuggestionFactory(congress=world.township, lead=own)
    others = [DeputyFactory(term=own.term) for _ in range(number)]
    by = lead_of(draft)
    actions.ask_cosigners(draft, deputies=others, by=by, at=world.at)
    for row in draft.signatories.filter(part="cosigner").select_related("deputy__user"):
        row.suggestion = draft
        actions.confirm_signature(row, by=deputy_actor(row.deputy), at=world.at)
    actions.take_to_desk(draft, by=by, at=world.at)
    return draft.pk


def asked(client: Client, page: str) -> None:
    assert client.get(page).status_code == 200


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("name", PAGES)
def test_a_page(name, number, world: World, client_as, django_assert_num_queries):
    key = made(world, number)
    page = url(name) if name == "mine" else url(name, key)
    client = client_as("deputy")
    asked(client, page)
    with django_assert_num_queries(PAGES[name]):
        asked(client, page)
