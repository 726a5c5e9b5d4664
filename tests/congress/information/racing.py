"""People who act on items at the same moment, in processes of their own."""

import multiprocessing
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db import connection

from congress.audit.actors import Actor
from congress.flow.moves import NotNow
from congress.information.models import Item
from tests.congress.information.found import Fate, found
from tests.congress.organisations.test_post_race import database_for_others

ROUNDS = 50
FORK = multiprocessing.get_context("fork")
MOMENT = re.compile(r"\d+月\d+日 \d\d:\d\d")
Act = Callable[[Item, Actor], Any]


def work(name: str, number: int, act: Act, by: Actor, items: list[int], barrier, lines) -> None:
    """One person: in each round the act on the next item, and a look once all have acted."""
    connection.settings_dict["NAME"] = name
    connection.connection = None
    for pk in items:
        item = Item.objects.select_related("organisation__parent").get(pk=pk)
        refusal = ""
        barrier.wait(60)
        try:
            act(item, by)
        except NotNow as late:
            refusal = MOMENT.sub("…", str(late))
        barrier.wait(60)
        lines.put(((number, pk), Fate(refusal, found(pk))))


def race(folder: Path, people: list[tuple[Act, Actor, list[int]]]) -> dict[tuple[int, int], Fate]:
    """By place of the person among `people` and key of the item."""
    name = database_for_others(folder)
    if connection.vendor != "sqlite":
        connection.close()
    barrier, lines = FORK.Barrier(len(people)), FORK.Queue()
    workers = [
        FORK.Process(target=work, args=(name, number, *person, barrier, lines))
        for number, person in enumerate(people)
    ]
    for worker in workers:
        worker.start()
    seen = dict(lines.get(timeout=60) for _, _, items in people for _ in items)
    for worker in workers:
        worker.join()
    return seen
