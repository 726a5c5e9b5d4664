"""People who act on notices at the same moment, in processes of their own."""

import multiprocessing
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection

from congress.audit.models import Entry
from congress.flow.moves import NotNow
from congress.notices.models import Notice
from tests.congress.organisations.test_post_race import database_for_others

ROUNDS = 30
FORK = multiprocessing.get_context("fork")
Act = Callable[[Notice], Any]
Look = Callable[[Notice], Any]


def work(name: str, number: int, act: Act, look: Look, notices, barrier, lines) -> None:
    """One person: in each round the act on the next notice, and a look once all have acted."""
    connection.settings_dict["NAME"] = name
    connection.connection = None
    for pk in notices:
        notice = Notice.objects.select_related("organisation__parent").get(pk=pk)
        barrier.wait(60)
        try:
            act(notice)
            fate = "done"
        except (NotNow, ValidationError):
            fate = "late"
        barrier.wait(60)
        lines.put(((number, pk), (fate, look(Notice.objects.get(pk=pk)))))


def race(
    folder: Path, people: list[tuple[Act, list[int]]], look: Look
) -> dict[tuple[int, int], tuple[str, Any]]:
    """What became of each act, and what stood in the database afterwards, by place of the person
    among `people` and key of the notice."""
    name = database_for_others(folder)
    if connection.vendor != "sqlite":
        connection.close()
    barrier, lines = FORK.Barrier(len(people)), FORK.Queue()
    workers = [
        FORK.Process(target=work, args=(name, number, act, look, keys, barrier, lines))
        for number, (act, keys) in enumerate(people)
    ]
    for worker in workers:
        worker.start()
    seen = dict(lines.get(timeout=120) for _, keys in people for _ in keys)
    for worker in workers:
        worker.join()
    return seen


def acts_on(notice: Notice, act: str) -> int:
    entries = Entry.objects.filter(room="notices", kind="notice", object_id=notice.pk, act=act)
    return entries.count()
