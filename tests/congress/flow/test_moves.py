"""The mover: the one way to another state, and what it says when the way is closed."""

import pytest

from congress.audit.models import Entry
from congress.flow.moves import NotNow, enter, move
from congress.information import states
from congress.information.models import Item
from tests.factories.information import ItemFactory, actor_of
from tests.routes.world import World


def submitted(world: World) -> Item:
    return ItemFactory(organisation=world.township, at=world.at, submitted=True)


def test_a_move_writes_the_state_and_one_entry(world: World):
    item = submitted(world)
    before = Entry.objects.count()
    by = actor_of("county_editor", world.county)
    entry = move(item, states.RETURN, by=by, at=world.at, note="缺数字")
    assert Entry.objects.count() == before + 1
    assert (item.state, Item.objects.get(pk=item.pk).state) == ("returned", "returned")
    assert (entry.from_state, entry.to_state, entry.note) == ("submitted", "returned", "缺数字")
    assert (entry.name, entry.organisation_name) == (by.name, world.county.name)


def test_a_stale_copy_does_not_move(world: World):
    stale = submitted(world)
    by = actor_of("county_editor", world.county)
    move(Item.objects.get(pk=stale.pk), states.RETURN, by=by, at=world.at)
    before = Entry.objects.count()
    with pytest.raises(NotNow) as refusal:
        move(stale, states.RETURN, by=by, at=world.at)
    assert (Entry.objects.count(), stale.state) == (before, "submitted")
    told = str(refusal.value)
    assert by.name in told
    assert world.county.name in told


def test_a_state_is_brought_along_only_before_the_first_save(world: World):
    fresh = Item(organisation=world.township)
    enter(fresh, "retained")
    assert fresh.state == "retained"
    with pytest.raises(ValueError, match="transition"):
        enter(submitted(world), "retained")
