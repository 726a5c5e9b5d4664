"""What the database itself refuses."""

from typing import Any

import pytest
from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError

from congress.information.models import Instruction, Item, PointsLine, Return, Round
from tests.factories.information import AdoptionFactory, ItemFactory, PointsRuleFactory


def refused(rows: models.QuerySet, **values: Any) -> str:
    """The sentence of the database."""
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        rows.update(**values)
    return str(error.value)


@pytest.mark.parametrize(
    ("trait", "values", "name"),
    [
        ("submitted", {"reference": None}, "item_number_with_submission"),
        ("submitted", {"submitted_at": None}, "item_number_with_submission"),
        ("submitted", {"state": "draft"}, "item_draft_never_submitted"),
        ("submitted", {"state": "somewhere"}, "item_state"),
        ("submitted", {"state": "retained"}, "item_retained_with_reason"),
        ("retained", {"retained_reason": ""}, "item_retained_with_reason"),
        ("awaiting_sign_off", {"state": "submitted"}, "item_state_after_submission"),
        ("awaiting_sign_off", {"state": "adopted"}, "item_state_after_submission"),
    ],
)
def test_an_item_out_of_its_process(trait, values, name, world):
    item = ItemFactory(organisation=world.township, **{trait: True})
    assert name in refused(Item.objects.filter(pk=item.pk), **values)


def test_a_number_is_given_once(world):
    first, second = (ItemFactory(organisation=world.township, submitted=True) for _ in range(2))
    assert refused(Item.objects.filter(pk=second.pk), reference=first.reference) != ""


def test_a_round_is_kept_once(world):
    item = ItemFactory(organisation=world.township, resubmitted=True)
    assert refused(Round.objects.filter(item=item, number=2), number=1) != ""


@pytest.mark.parametrize("field", ["reason", "advice"])
def test_a_return_has_reason_and_advice(field, world):
    ItemFactory(organisation=world.township, returned=True)
    assert "return_reason_and_advice" in refused(Return.objects.all(), **{field: ""})


def test_a_return_is_not_taken_back_before_it_was_made(world):
    ItemFactory(organisation=world.township, returned=True)
    row = Return.objects.get()
    before = row.at.replace(year=row.at.year - 1)
    assert "return_undone_later" in refused(Return.objects.all(), undone_at=before)


def test_an_instruction_has_its_leader(world):
    item = ItemFactory(organisation=world.township, submitted=True)
    Instruction.objects.create(
        item=item, organisation=world.township, level="county", leader="书记", given_on=world.today
    )
    assert "instruction_leader" in refused(Instruction.objects.all(), leader="")


def test_a_line_of_points_names_its_source(world):
    PointsRuleFactory(county=world.county)
    item = ItemFactory(organisation=world.township, submitted=True)
    AdoptionFactory(item=item)
    lines = PointsLine.objects.all()
    for values in ({"rule": None}, {"adoption": None}, {"source": "book"}, {"source": "counter"}):
        assert "points_line_source" in refused(lines, **values)


def test_what_was_handed_in_is_not_removed(world):
    PointsRuleFactory(county=world.county)
    adoption = AdoptionFactory(item=ItemFactory(organisation=world.township, submitted=True))
    for record in (adoption.item, adoption, adoption.publication, world.township):
        with pytest.raises(ProtectedError):
            record.delete()
