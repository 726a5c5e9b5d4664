"""From the township's desk to the county."""

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from congress.audit.models import Entry
from congress.flow.moves import NotNow
from congress.information import actions
from congress.information.models import Draft, Item, Round
from congress.organisations.models import NumberSeries
from tests.factories.information import ItemFactory, actor_of
from tests.routes.world import World


def submit(world: World, item: Item) -> Item:
    return actions.submit_item(item, by=actor_of("secretary", world.township), at=world.at)


def test_the_first_submission_gives_number_round_and_moment(world, acts_on):
    item = submit(world, ItemFactory(organisation=world.township, at=world.at))
    year = world.today.year
    found = Item.objects.get(pk=item.pk)
    assert (found.state, found.reference, found.submitted_at) == (
        "submitted",
        f"石桥-信息-{year}-0001",
        world.at,
    )
    kept = Round.objects.get(item=item)
    assert (kept.number, kept.title, kept.body) == (1, item.title, item.body)
    assert kept.submitted_by == str(actor_of("secretary", world.township))
    entry = Entry.objects.get(object_id=item.pk, act="submit")
    assert (entry.from_state, entry.to_state, entry.reference) == (
        "draft",
        "submitted",
        found.reference,
    )
    assert acts_on(item) == ["create", "submit"]


def test_both_rounds_are_kept_and_the_number_stays(world, acts_on):
    item = ItemFactory(organisation=world.township, at=world.at, returned=True)
    number, moment = item.reference, item.submitted_at
    secretary = actor_of("secretary", world.township)
    actions.edit_draft(item, version=0, title="新题", body="新文", by=secretary, at=world.at)
    item = submit(world, item)
    assert (item.reference, item.submitted_at, item.title) == (number, moment, "新题")
    titles = item.rounds.values_list("number", "title", "body")
    first = ItemFactory.body
    assert [(n, b) for n, _, b in titles] == [(1, first), (2, "新文")]
    assert acts_on(item) == ["create", "submit", "return", "edit", "resubmit"]


def test_numbers_have_no_gap_and_are_never_used_again(world):
    first, second = (submit(world, ItemFactory(organisation=world.township)) for _ in range(2))
    secretary = actor_of("secretary", world.township)
    actions.withdraw_item(second, by=secretary, at=world.at)
    broken = ItemFactory(organisation=world.township, body="")
    with pytest.raises(ValidationError):
        submit(world, broken)
    third = submit(world, ItemFactory(organisation=world.township))
    numbers = [item.reference[-4:] for item in (first, second, third)]
    assert numbers == ["0001", "0002", "0003"]
    assert NumberSeries.objects.get(organisation=world.township).last == 3


def test_a_failed_act_gives_its_number_back(world):
    item = ItemFactory(organisation=world.township)
    with transaction.atomic():
        submit(world, item)
        transaction.set_rollback(True)
    assert submit(world, item).reference.endswith("-0001")


def test_each_township_counts_for_itself(world):
    ours = submit(world, ItemFactory(organisation=world.township))
    theirs = ItemFactory(organisation=world.other, submitted=True)
    assert [ours.reference[:2], theirs.reference[:2]] == ["石桥", "云坪"]
    assert [ours.reference[-4:], theirs.reference[-4:]] == ["0001", "0001"]


@pytest.mark.parametrize("field", ["title", "body", "drafter"])
def test_what_is_missing_is_said_beside_its_field(field, world, acts_on):
    item = ItemFactory(organisation=world.township, **{field: " "})
    with pytest.raises(ValidationError) as refused:
        submit(world, item)
    assert list(refused.value.message_dict) == [field]
    assert acts_on(item) == ["create"]


def test_a_second_press_is_told_who_was_first(world):
    item = submit(world, ItemFactory(organisation=world.township))
    with pytest.raises(NotNow) as late:
        submit(world, item)
    assert late.value.last.act == "submit"
    assert item.rounds.count() == 1


def test_with_the_signature_it_waits_for_the_chair(world, acts_on):
    item = ItemFactory(organisation=world.township, awaiting_sign_off=True)
    assert (item.state, item.reference, item.rounds.count()) == ("awaiting_sign_off", None, 0)
    chair = actor_of("chair", world.township, "赵石")
    signed = actions.sign_off_item(item, by=chair, at=world.at)
    assert (signed.state, signed.rounds.get().submitted_by) == ("submitted", str(chair))
    assert acts_on(item) == ["create", "request_sign_off", "sign_off"]


def test_sent_back_by_the_chair_it_is_signed_off_again(world, acts_on):
    item = ItemFactory(organisation=world.township, awaiting_sign_off=True)
    chair = actor_of("chair", world.township)
    with pytest.raises(ValidationError):
        actions.send_back_item(item, remark=" ", by=chair, at=world.at)
    actions.send_back_item(item, remark="请核对人数", by=chair, at=world.at)
    assert submit(world, item).state == "awaiting_sign_off"
    assert acts_on(item) == ["create", "request_sign_off", "send_back", "request_sign_off"]
    assert Entry.objects.get(act="send_back").note == "请核对人数"


def test_a_returned_item_goes_by_the_chair_again(world):
    item = ItemFactory(organisation=world.township, awaiting_again=True)
    recalled = actions.recall_item(item, by=actor_of("secretary", world.township), at=world.at)
    assert recalled.state == "returned"


def test_an_item_of_an_old_book_has_no_draft_and_goes_its_way(world):
    item = ItemFactory(organisation=world.township, returned=True)
    Draft.objects.filter(item=item).delete()
    assert submit(world, item).state == "submitted"
    assert item.draft.title == item.title


def test_a_decided_item_without_draft_is_not_now(world):
    item = ItemFactory(organisation=world.township, adopted=True)
    Draft.objects.filter(item=item).delete()
    chair = actor_of("chair", world.township)
    actions.set_sign_off(world.township, wanted=True, by=chair, at=world.at)
    with pytest.raises(NotNow):
        submit(world, item)


def test_withdrawn_is_final_and_keeps_the_number(world, acts_on):
    item = ItemFactory(organisation=world.township, withdrawn=True)
    assert (item.state, item.reference[-5:]) == ("withdrawn", "-0001")
    with pytest.raises(NotNow):
        submit(world, item)
    assert acts_on(item) == ["create", "submit", "withdraw"]


def test_a_removed_draft_is_gone_and_its_trail_stays(world, acts_on):
    item = ItemFactory(organisation=world.township)
    secretary = actor_of("secretary", world.township)
    actions.discard_draft(item, by=secretary, at=world.at)
    assert not Item.objects.filter(pk=item.pk).exists()
    assert acts_on(item) == ["create", "discard"]
    with pytest.raises(NotNow) as late:
        submit(world, item)
    assert str(late.value) != ""
