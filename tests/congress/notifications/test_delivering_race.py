"""Two workers empty the outbox at the same moment: every letter goes out once."""

import multiprocessing
from collections import Counter

import pytest
from django.db import connection
from django.utils import timezone

from congress.notifications import channels
from congress.notifications.actions import deliver
from congress.notifications.channels import Letter
from tests.congress.organisations.test_post_race import database_for_others
from tests.factories.notifications import tell
from tests.factories.organisations import UserFactory
from tests.routes.world import build_world

LETTERS = 50
FORK = multiprocessing.get_context("fork")


class Robot:
    """Says into a queue what it was given."""

    code = "robot"
    label = "群机器人"
    prefetch = ()

    def __init__(self, lines) -> None:
        self.lines = lines

    def is_on(self) -> bool:
        return True

    def address_of(self, user) -> str:
        return user.name

    def send(self, letter: Letter) -> None:
        self.lines.put(letter.to)


def work(name: str, barrier, lines) -> None:
    connection.settings_dict["NAME"] = name
    connection.connection = None
    barrier.wait(60)
    lines.put(deliver(at=timezone.now()).sent)


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_every_letter_goes_out_once(tmp_path, monkeypatch):
    barrier, lines = FORK.Barrier(2), FORK.Queue()
    monkeypatch.setattr(channels, "_channels", {"robot": Robot(lines)})
    world = build_world()
    people = [UserFactory() for _ in range(LETTERS)]
    for user in people:
        tell(world, user, at=timezone.now())
    name = database_for_others(tmp_path)
    if connection.vendor != "sqlite":
        connection.close()
    workers = [FORK.Process(target=work, args=(name, barrier, lines)) for _ in range(2)]
    for worker in workers:
        worker.start()
    seen = [lines.get(timeout=60) for _ in range(LETTERS + 2)]
    for worker in workers:
        worker.join()
    assert sum(line for line in seen if isinstance(line, int)) == LETTERS
    told = Counter(line for line in seen if isinstance(line, str))
    assert told == {user.name: 1 for user in people}
