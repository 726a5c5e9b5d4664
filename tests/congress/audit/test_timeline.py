"""A record's timeline and the last change of its state."""

from datetime import timedelta

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.audit.models import Entry
from congress.audit.queries import last_entry, timeline
from tests.factories.organisations import UserFactory
from tests.routes.world import World


def written(world: World, act: str = "edit", **fields) -> Entry:
    defaults = {"obj": world.township, "by": Actor.system("tests"), "at": world.at}
    return record(act=act, **(defaults | fields))


def test_a_timeline_is_the_records_own_and_oldest_first(world):
    twin = UserFactory(pk=world.township.pk)
    written(world, obj=twin)
    written(world, obj=world.other)
    late = written(world, "late", at=world.at + timedelta(minutes=1))
    same = [written(world, act) for act in ("first", "second")]
    early = written(world, "early", at=world.at - timedelta(days=1))
    assert list(timeline(world.township)) == [early, *same, late]
    assert list(Entry.objects.filter(pk__in=[e.pk for e in (early, *same, late)])) == [
        late,
        *reversed(same),
        early,
    ]


def test_the_last_entry_is_the_last_written_that_changed_the_state(world):
    assert last_entry(world.township) is None
    written(world, "submit", to_state="submitted", at=world.at + timedelta(hours=1))
    last = written(world, "return", to_state="returned", at=world.at - timedelta(hours=1))
    written(world, "edit", at=world.at + timedelta(hours=2))
    written(world, "adopt", obj=world.other, to_state="adopted")
    assert last_entry(world.township) == last
