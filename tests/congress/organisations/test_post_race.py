"""Two administrators give one titled post at the same moment: one of them wins, whatever the dates.

The constraint of the database knows open posts only, so these posts all have an end.
"""

import multiprocessing
import sqlite3
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from congress.audit.actors import Actor
from congress.organisations import actions
from congress.organisations.models import Appointment, Organisation, User
from tests.factories.organisations import OrganisationFactory, UserFactory

ROUNDS = 50
FIRST_DAY = date(2024, 1, 1)
FORK = multiprocessing.get_context("fork")


def database_for_others(folder: Path) -> str:
    """A database that other processes can open: a copy in a file where it stood in memory.

    The copy is brought to a write-ahead log first: SQLite lets only one connection do that.
    """
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        name = str(folder / "race.sqlite3")
        target = sqlite3.connect(name)
        connection.connection.backup(target)
        target.execute("PRAGMA journal_mode=WAL")
        target.close()
    return name


def give_posts(name: str, user: int, place: int, barrier, lines) -> None:
    """One administrator: in each round a post of ten days for `user`."""
    connection.settings_dict["NAME"] = name
    connection.connection = None
    by, at = Actor.system("race"), timezone.now()
    person, organisation = User.objects.get(pk=user), Organisation.objects.get(pk=place)
    for number in range(ROUNDS):
        start = FIRST_DAY + timedelta(10 * number)
        barrier.wait(60)
        try:
            actions.give_post(
                person,
                organisation=organisation,
                role="chair",
                post_title="人大主席",
                starts_on=start,
                ends_on=start + timedelta(10),
                by=by,
                at=at,
            )
            lines.put((number, "given"))
        except ValidationError as refusal:
            lines.put((number, *refusal.message_dict))


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_one_of_two_gets_the_post(tmp_path):
    place = OrganisationFactory()
    people = [UserFactory(), UserFactory()]
    name = database_for_others(tmp_path)
    if connection.vendor != "sqlite":
        connection.close()
    barrier, lines = FORK.Barrier(2), FORK.Queue()
    workers = [
        FORK.Process(target=give_posts, args=(name, user.pk, place.pk, barrier, lines))
        for user in people
    ]
    for worker in workers:
        worker.start()
    seen = Counter(lines.get(timeout=60) for _ in range(2 * ROUNDS))
    for worker in workers:
        worker.join()
    assert seen == {
        (number, fate): 1 for number in range(ROUNDS) for fate in ("given", "post_title")
    }
    if connection.vendor != "sqlite":
        assert Appointment.objects.filter(organisation=place).count() == ROUNDS
