"""People who act on records at the same moment, in processes of their own."""

import multiprocessing
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, models

from congress.flow.moves import NotNow
from tests.congress.organisations.test_post_race import database_for_others

ROUNDS = 30
FORK = multiprocessing.get_context("fork")
Act = Callable[[Any], Any]


def work(name: str, number: int, act: Act, look: Act, rows, keys, barrier, lines) -> None:
    """One person: in each round the act on the next record, and a look once all have acted."""
    connection.settings_dict["NAME"] = name
    connection.connection = None
    for pk in keys:
        record = rows.get(pk=pk)
        barrier.wait(60)
        try:
            act(record)
            fate = "done"
        except (NotNow, ValidationError):
            fate = "late"
        barrier.wait(60)
        lines.put(((number, pk), (fate, look(rows.get(pk=pk)))))


def race(
    folder: Path, rows: models.QuerySet, people: list[tuple[Act, list[int]]], look: Act
) -> dict[tuple[int, int], tuple[str, Any]]:
    """What became of each act on the records of `rows`, and what stood in the database afterwards,
    by place of the person among `people` and key of the record."""
    name = database_for_others(folder)
    if connection.vendor != "sqlite":
        connection.close()
    barrier, lines = FORK.Barrier(len(people)), FORK.Queue()
    workers = [
        FORK.Process(target=work, args=(name, number, act, look, rows.all(), keys, barrier, lines))
        for number, (act, keys) in enumerate(people)
    ]
    for worker in workers:
        worker.start()
    seen = dict(lines.get(timeout=120) for _, keys in people for _ in keys)
    for worker in workers:
        worker.join()
    return seen
