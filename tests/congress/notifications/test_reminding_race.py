"""Two workers go through the ledger at the same moment: everybody is told once."""

import multiprocessing
from collections import Counter
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from congress.notifications import registry
from congress.notifications.actions import begin_run, remind
from congress.notifications.dues import Citation, Due
from congress.notifications.models import Message
from tests.congress.organisations.test_post_race import database_for_others
from tests.factories.organisations import UserFactory

ROUNDS = 50
FORK = multiprocessing.get_context("fork")


def work(name: str, barrier, lines) -> None:
    """One worker: a pass for each round, when one more record is due than before."""
    connection.settings_dict["NAME"] = name
    connection.connection = None
    now = timezone.now()
    for number in range(ROUNDS):
        barrier.wait(60)
        at = now + timedelta(minutes=number)
        reminded = remind(begin_run(at=at), at=at)
        lines.put((number, reminded.told, reminded.passed_over, reminded.faults))


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_nobody_is_told_twice(tmp_path, monkeypatch):
    people = [UserFactory().pk for _ in range(3)]
    start = timezone.now() - timedelta(minutes=1)

    def due_by(at):
        """Each minute one record, of which an earlier stage was missed."""
        return [
            Due(stage, moment - back, Citation("notices", "notice", number), user, "题", "", "/")
            for number in range(ROUNDS)
            for user in people
            for stage, back in (("earlier", timedelta(hours=1)), ("now", timedelta()))
            if (moment := start + timedelta(minutes=number)) <= at
        ]

    monkeypatch.setattr(registry, "_providers", [due_by])
    name = database_for_others(tmp_path)
    if connection.vendor != "sqlite":
        connection.close()
    barrier, lines = FORK.Barrier(2), FORK.Queue()
    workers = [FORK.Process(target=work, args=(name, barrier, lines)) for _ in range(2)]
    for worker in workers:
        worker.start()
    seen = [lines.get(timeout=60) for _ in range(2 * ROUNDS)]
    for worker in workers:
        worker.join()
    totals: Counter[str] = Counter()
    for _, told, passed_over, faults in seen:
        totals.update(told=told, passed_over=passed_over, faults=faults)
    assert totals == {"told": 3 * ROUNDS, "passed_over": 3 * ROUNDS, "faults": 0}
    if connection.vendor != "sqlite":
        assert Message.objects.count() == 3 * ROUNDS
