"""Return, keep, note beside it, and taking each back."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from congress.audit.models import Entry
from congress.flow.moves import NotNow
from congress.information import actions
from congress.information.models import Instruction, Item, Return, SentUp
from tests.factories.information import RETURN, ItemFactory, actor_of


@pytest.fixture
def editor(world):
    return actor_of("county_editor", world.county, "孙云")


@pytest.fixture
def item(world):
    at = world.at - timedelta(days=3)
    return ItemFactory(organisation=world.township, at=at, submitted=True)


def state(item: Item) -> str:
    return Item.objects.get(pk=item.pk).state


def test_a_return_keeps_reason_and_advice(world, item, editor, acts_on):
    actions.return_item(item, **RETURN, by=editor, at=world.at)
    row = Return.objects.get()
    assert (row.item, row.organisation, row.at, row.by, row.reason, row.advice) == (
        item,
        world.township,
        world.at,
        str(editor),
        RETURN["reason"],
        RETURN["advice"],
    )
    entry = Entry.objects.get(act="return")
    assert (entry.note, entry.details) == (RETURN["reason"], {"advice": RETURN["advice"]})
    assert (state(item), acts_on(item)) == ("returned", ["create", "submit", "return"])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("reason", ""),
        ("reason", " \n"),
        ("advice", ""),
        ("reason", "长" * 501),
        ("advice", "长" * 2001),
    ],
)
def test_a_return_without_fitting_words_is_none(field, value, world, item, editor):
    with pytest.raises(ValidationError) as refused:
        actions.return_item(item, **(RETURN | {field: value}), by=editor, at=world.at)
    assert list(refused.value.message_dict) == [field]
    assert (state(item), Return.objects.count()) == ("submitted", 0)


def test_only_the_last_return_is_taken_back_and_it_stays_in_the_book(world, item, editor):
    secretary = actor_of("secretary", world.township)
    first = actions.return_item(item, **RETURN, by=editor, at=world.at)
    actions.submit_item(item, by=secretary, at=world.at)
    second = actions.return_item(item, **RETURN, by=editor, at=world.at)
    actions.undo_return(item, reason="看错了", by=editor, at=world.at)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.undone_at, second.undone_at, second.undone_reason) == (None, world.at, "看错了")
    assert list(Return.objects.standing()) == [first]
    assert state(item) == "submitted"
    with pytest.raises(NotNow):
        actions.undo_return(item, reason="看错了", by=editor, at=world.at)


def test_edits_begun_stay_on_the_desk_when_the_return_is_taken_back(world, item, editor):
    secretary = actor_of("secretary", world.township)
    actions.return_item(item, **RETURN, by=editor, at=world.at)
    actions.save_draft(item, version=0, title="改着", by=secretary, at=world.at)
    actions.undo_return(item, reason="看错了", by=editor, at=world.at)
    found = Item.objects.get(pk=item.pk)
    assert (found.title, found.draft.title) == (item.title, "改着")


def test_kept_with_a_reason_and_taken_back(world, item, editor, acts_on):
    for reason in ("", "长" * 501):
        with pytest.raises(ValidationError):
            actions.retain_item(item, reason=reason, by=editor, at=world.at)
    actions.retain_item(item, reason="重复", by=editor, at=world.at)
    assert (state(item), Item.objects.get().retained_reason) == ("retained", "重复")
    actions.undo_retain(item, reason="有新情况", by=editor, at=world.at)
    assert (state(item), Item.objects.get().retained_reason) == ("submitted", "")
    assert acts_on(item) == ["create", "submit", "retain", "undo_retain"]


def test_the_losers_words_leave_no_trace(world, item, editor):
    stale = Item.objects.get(pk=item.pk)
    actions.return_item(item, **RETURN, by=editor, at=world.at)
    with pytest.raises(NotNow) as late:
        actions.retain_item(stale, reason="重复", by=editor, at=world.at)
    assert "孙云" in str(late.value)
    found = Item.objects.get(pk=item.pk)
    assert (found.state, found.retained_reason) == ("returned", "")


def test_notes_are_entered_and_struck_through(world, item, editor, acts_on):
    sent = actions.send_up(item, level="city", sent_on=world.today, by=editor, at=world.at)
    told = actions.note_instruction(
        item, level="county", leader="县委书记", given_on=world.today, by=editor, at=world.at
    )
    assert (told.organisation, state(item)) == (world.township, "submitted")
    actions.undo_sending(sent, reason="登错", by=editor, at=world.at)
    actions.undo_instruction(told, reason="登错", by=editor, at=world.at)
    assert not SentUp.objects.standing().exists()
    assert not Instruction.objects.standing().exists()
    acts = ["send_up", "note_instruction", "undo_sending", "undo_instruction"]
    assert acts_on(item)[2:] == acts
    with pytest.raises(NotNow) as late:
        actions.undo_sending(sent, reason="登错", by=editor, at=world.at)
    assert late.value.last.act == "undo_sending"


def test_sent_up_to_a_level_once_a_day_and_never_to_the_county(world, item, editor):
    fields = {"sent_on": world.today, "by": editor, "at": world.at}
    actions.send_up(item, level="city", **fields)
    for level in ("city", "county"):
        with pytest.raises(ValidationError):
            actions.send_up(item, level=level, **fields)
    with transaction.atomic(), pytest.raises(IntegrityError):
        SentUp.objects.create(item=item, level="county", sent_on=world.today)
    with transaction.atomic(), pytest.raises(IntegrityError):
        SentUp.objects.create(item=item, level="city", sent_on=world.today)


def test_nothing_is_noted_of_the_future(world, item, editor):
    tomorrow = world.today + timedelta(days=1)
    with pytest.raises(ValidationError):
        actions.send_up(item, level="city", sent_on=tomorrow, by=editor, at=world.at)
    with pytest.raises(ValidationError):
        actions.note_instruction(
            item, level="county", leader="书记", given_on=tomorrow, by=editor, at=world.at
        )


def test_a_long_name_of_a_post_fits_everywhere(world, item):
    world.county.name = "长" * 100
    editor = actor_of("county_editor", world.county, "孙" * 50)
    actions.return_item(item, **RETURN, by=editor, at=world.at)
    actions.undo_return(item, reason="看错了", by=editor, at=world.at)
    assert Return.objects.get().undone_by == str(editor)
