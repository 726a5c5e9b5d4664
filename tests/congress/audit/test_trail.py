"""The trail: written once, never changed or removed, and true after its people are gone."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, connection, models, transaction

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.audit.models import Entry
from congress.audit.queries import timeline
from congress.organisations import actions
from congress.organisations.rules import actors_of
from tests import guards
from tests.factories.organisations import AppointmentFactory, UserFactory
from tests.routes.world import World

SYSTEM = Actor.system("tests")


def written(world: World, act: str = "edit", obj: models.Model | None = None, **fields: Any):
    return record(obj or world.township, act, **({"by": SYSTEM, "at": world.at} | fields))


def rows() -> list[dict[str, Any]]:
    return list(Entry.objects.order_by("pk").values())


def execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def save_changed(entry: Entry) -> None:
    entry.note = "改过"
    entry.save()


def bulk_update(entry: Entry) -> None:
    entry.note = "改过"
    Entry.objects.bulk_update([entry], ["note"])


def upsert(entry: Entry) -> None:
    entry.note = "改过"
    Entry.objects.bulk_create(
        [entry], update_conflicts=True, unique_fields=["pk"], update_fields=["note"]
    )


OTHERWISE = {
    "postgresql": "TRUNCATE audit_entry",
    "sqlite": "INSERT OR REPLACE INTO audit_entry SELECT * FROM audit_entry",
}
BREACHES: dict[str, Callable[[Entry], Any]] = {
    "save": save_changed,
    "bulk_update": bulk_update,
    "upsert": upsert,
    "queryset update": lambda entry: Entry.objects.filter(pk=entry.pk).update(note="改过"),
    "raw update": lambda entry: execute("UPDATE audit_entry SET note = ''"),
    "raw update of nothing": lambda entry: execute("UPDATE audit_entry SET id = id"),
    "delete": lambda entry: Entry.objects.get(pk=entry.pk).delete(),
    "queryset delete": lambda entry: Entry.objects.all().delete(),
    "raw delete": lambda entry: execute("DELETE FROM audit_entry"),
    "truncate or replace": lambda entry: execute(OTHERWISE[connection.vendor]),
}


@pytest.mark.parametrize("breach", BREACHES)
def test_nothing_changes_or_removes_an_entry(breach, world, trail_guards):
    entry = written(world, note="原样")
    written(world, note="另一条")
    before = rows()
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        BREACHES[breach](entry)
    assert rows() == before


def test_entries_are_added_beside_the_guards(world, trail_guards):
    assert set(guards.definitions()) == {guards.UPDATE, *guards.REMOVAL[connection.vendor]}
    first, second = written(world, "edit"), written(world, "close")
    assert [row["id"] for row in rows()] == [first.pk, second.pk]


def test_an_entry_goes_with_its_act(world, trail_guards):
    kept = written(world)
    with transaction.atomic():
        written(world, "close")
        transaction.set_rollback(True)
    assert list(timeline(world.township)) == [kept]


def test_a_copied_entry_is_a_new_one(world, trail_guards):
    entry = written(world)
    first = entry.pk
    entry.pk = None
    entry.save()
    assert [row["id"] for row in rows()] == [first, entry.pk]


def test_a_deleted_person_stays_in_the_trail(world, trail_guards):
    user = UserFactory(name="钟望江")
    key = user.pk
    written(world, by=Actor(key, user.name, "secretary", "人大秘书", world.township.pk, "石桥镇"))
    written(world, "edit_person", obj=user)
    before = rows()
    user.delete()
    assert rows() == before
    assert (before[0]["user_id"], before[0]["name"]) == (key, "钟望江")


def test_an_account_taken_back_leaves_the_acts_of_its_person(world, trail_guards):
    user = AppointmentFactory(organisation=world.township, user=UserFactory(account=True)).user
    (by,) = actors_of(user, world.today)
    written(world, by=by)
    before = rows()
    actions.revoke_account(user, by=SYSTEM, at=world.at)
    user.refresh_from_db()
    assert actors_of(user, world.today) == ()
    kept, taken_back = rows()
    assert (kept, kept["user_id"]) == (before[0], user.pk)
    assert (taken_back["act"], taken_back["object_id"]) == ("revoke_account", user.pk)


def test_names_stay_as_they_were_on_the_day(world, trail_guards):
    user = world.user("secretary")
    by = world.actor("secretary")
    entry = written(world, by=by)
    log_in = {"username": user.username, "phone": None, "numbers": []}
    actions.edit_person(user, name="钟改名", **log_in, by=SYSTEM, at=world.at)
    actions.edit_organisation(world.township, name="新桥镇", by=SYSTEM, at=world.at)
    user.refresh_from_db()
    (renamed,) = actors_of(user, world.today)
    assert (renamed.name, renamed.organisation_name) == ("钟改名", "新桥镇")
    assert Entry.objects.filter(pk=entry.pk).values_list(
        "user_id", "name", "role", "role_label", "organisation_id", "organisation_name"
    ).get() == (user.pk, "石桥镇0", "secretary", by.role_label, world.township.pk, "石桥镇")


def test_an_entry_names_the_record_and_the_act(world):
    written(world, "close", label="停用", note="并入", details={"to": 7}, to_state="closed")
    written(world, "merge")
    row, other = rows()
    assert (row["room"], row["kind"], row["object_id"], row["reference"]) == (
        "organisations",
        "organisation",
        world.township.pk,
        "",
    )
    assert (row["act"], row["act_label"], row["note"], row["details"]) == (
        "close",
        "停用",
        "并入",
        {"to": 7},
    )
    assert (row["from_state"], row["to_state"], row["at"]) == ("", "closed", world.at)
    assert (other["act_label"], other["details"], other["user_id"]) == ("merge", {}, None)
