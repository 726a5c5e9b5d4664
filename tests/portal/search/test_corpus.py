"""Forty queries over some thousands of texts find what reading each text finds, and no more."""

import pytest
from modelsearch.backends import get_search_backend

from congress.audit.actors import Actor
from congress.information.models import Item
from congress.information.rules import texts_visible_to
from tests.portal.search.corpus import QUERIES, holding, write_corpus
from tests.routes.world import World

Sets = dict[str, set[int]]


def found_by(actor: Actor) -> Sets:
    return {query: _found(query, actor) for query in QUERIES}


def _found(query: str, actor: Actor) -> set[int]:
    results = get_search_backend().search(query, texts_visible_to([actor]))
    pks = [item.pk for item in results]
    assert results.count() == len(pks) == len(set(pks))
    return set(pks)


def known_of(items: list[Item]) -> Sets:
    return {query: holding(items, query) for query in QUERIES}


@pytest.mark.django_db
def test_forty_queries_for_the_right_and_for_the_wrong_person(world: World):
    assert len(set(QUERIES)) == 40
    assert {len(query) for query in QUERIES} == {2, 3, 4}
    home, other = write_corpus(world.township, "home"), write_corpus(world.other, "other")
    assert len(home) + len(other) >= 3000
    known = known_of(home)
    assert min(len(pks) for pks in known.values()) >= 12
    assert found_by(world.actor("secretary")) == known
    assert found_by(world.actor("secretary", "other")) == known_of(other)
    assert found_by(world.actor("secretary", "foreign")) == {query: set() for query in QUERIES}
