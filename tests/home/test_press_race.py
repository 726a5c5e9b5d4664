"""Secretary and chair press one item at the same moment: one draft, and both are led to it."""

import multiprocessing
from collections import Counter

import pytest
from django.db import connection
from django.utils import timezone

from congress.information.models import Item
from congress.organisations.rules import actors_of
from home.actions import press_item
from home.models import NewsPage
from tests.congress.organisations.test_post_race import database_for_others
from tests.factories.home import opened
from tests.factories.information import ItemFactory
from tests.routes.world import build_world

ROUNDS = 50
FORK = multiprocessing.get_context("fork")


def press_all(name: str, actor, items: list[int], barrier, lines) -> None:
    connection.settings_dict["NAME"] = name
    connection.connection = None
    for pk in items:
        item = Item.objects.select_related("organisation").get(pk=pk)
        barrier.wait(60)
        lines.put((pk, press_item(item, by=actor, at=timezone.now()).pk))


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_two_presses_make_one_page(tmp_path):
    world = build_world()
    opened(world.county)
    items = [ItemFactory(organisation=world.township, adopted=True).pk for _ in range(ROUNDS)]
    people = [world.user("secretary"), world.user("chair")]
    actors = [actors_of(person, world.today)[0] for person in people]
    name = database_for_others(tmp_path)
    if connection.vendor != "sqlite":
        connection.close()
    barrier, lines = FORK.Barrier(2), FORK.Queue()
    workers = [
        FORK.Process(target=press_all, args=(name, actor, items, barrier, lines))
        for actor in actors
    ]
    for worker in workers:
        worker.start()
    seen = Counter(lines.get(timeout=60) for _ in range(2 * ROUNDS))
    for worker in workers:
        worker.join()
    assert Counter(seen.values()) == {2: ROUNDS}
    assert len({page for _, page in seen}) == ROUNDS
    if connection.vendor != "sqlite":
        assert NewsPage.objects.exclude(origin="").count() == ROUNDS
