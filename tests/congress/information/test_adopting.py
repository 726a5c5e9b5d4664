"""Adoptions, the points they give, and taking them back."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from congress.flow.moves import NotNow
from congress.information import actions
from congress.information.models import Adoption, Item, PointsLine
from tests.factories.information import (
    AdoptionFactory,
    ItemFactory,
    PointsRuleFactory,
    PublicationFactory,
    actor_of,
)


@pytest.fixture
def editor(world):
    return actor_of("county_editor", world.county, "孙云")


@pytest.fixture
def item(world):
    """Handed in forty days ago."""
    return ItemFactory(
        organisation=world.township, at=world.at - timedelta(days=40), submitted=True
    )


def lines(item: Item) -> list[tuple]:
    return list(item.points_lines.order_by("pk").values_list("date", "points", "source"))


def state(item: Item) -> str:
    return Item.objects.get(pk=item.pk).state


def test_an_adoption_keeps_what_was_printed_and_gives_points(world, item, editor, acts_on):
    rule = PointsRuleFactory(county=world.county, points=Decimal("2.50"))
    adoption = AdoptionFactory(
        item=item, on=world.today, issue=" 12 ", mode="digest", printed_title="简讯", at=world.at
    )
    found = Adoption.objects.get()
    assert (found.level, found.issue, found.mode, found.organisation) == (
        "county",
        "12",
        "digest",
        world.township,
    )
    assert (found.printed_title, found.printed_text) == ("简讯", item.body)
    line = PointsLine.objects.get()
    assert (line.rule, line.adoption, line.organisation) == (rule, adoption, world.township)
    assert lines(item) == [(world.today, Decimal("2.50"), "rule")]
    assert (state(item), acts_on(item)) == ("adopted", ["create", "submit", "adopt"])


def test_no_rule_valid_means_no_line(world, item):
    PointsRuleFactory(county=world.county, valid_from=world.today)
    PointsRuleFactory(county=world.foreign_county)
    AdoptionFactory(item=item, on=world.today - timedelta(days=1))
    assert lines(item) == []
    AdoptionFactory(item=item, on=world.today)
    assert len(lines(item)) == 1


def test_the_rule_is_the_one_of_the_adoptions_day(world, item):
    old = PointsRuleFactory(county=world.county, points=3)
    border = world.today - timedelta(days=10)
    by = actor_of("county_admin", world.county)
    actions.end_points_rule(old, valid_to=border, by=by, at=world.at)
    PointsRuleFactory(county=world.county, points=8, valid_from=border)
    AdoptionFactory(item=item, on=border - timedelta(days=1))
    AdoptionFactory(item=item, on=border)
    assert [points for _, points, _ in lines(item)] == [Decimal(3), Decimal(8)]


def test_a_change_of_rules_moves_no_line(world, item):
    rule = PointsRuleFactory(county=world.county, points=3)
    AdoptionFactory(item=item, on=world.today - timedelta(days=5))
    before, by = lines(item), actor_of("county_admin", world.county)
    end = world.today - timedelta(days=20)
    actions.end_points_rule(rule, valid_to=end, by=by, at=world.at)
    PointsRuleFactory(county=world.county, points=9, valid_from=end)
    assert lines(item) == before
    with pytest.raises(ValidationError):
        actions.delete_points_rule(rule, by=by, at=world.at)


@pytest.mark.parametrize("days", [-1, 41])
def test_the_day_lies_between_submission_and_today(days, world, item, editor):
    with pytest.raises(ValidationError) as refused:
        AdoptionFactory(item=item, on=world.today - timedelta(days=days))
    assert list(refused.value.message_dict) == ["adopted_on"]
    assert (state(item), Adoption.objects.count()) == ("submitted", 0)


def test_the_same_issue_adopts_once_while_it_stands(world, item, editor):
    publication = PublicationFactory(county=world.county)
    first = AdoptionFactory(item=item, publication=publication, issue="7")
    with pytest.raises(ValidationError):
        AdoptionFactory(item=item, publication=publication, issue="7")
    with transaction.atomic(), pytest.raises(IntegrityError):
        Adoption.objects.bulk_create([_copy(first)])
    AdoptionFactory(item=item, publication=publication, issue="8")
    actions.undo_adoption(first, reason="登错", by=editor, at=world.at)
    AdoptionFactory(item=item, publication=publication, issue="7")
    assert Adoption.objects.filter(undone_at=None).count() == 2


def _copy(adoption: Adoption) -> Adoption:
    fields = ("item", "organisation", "publication", "level", "issue", "adopted_on")
    return Adoption(**{name: getattr(adoption, name) for name in fields})


def test_one_of_two_taken_back_leaves_it_adopted(world, item, editor, acts_on):
    PointsRuleFactory(county=world.county)
    last_month = world.today - timedelta(days=30)
    first = AdoptionFactory(item=item, on=last_month)
    AdoptionFactory(item=item, on=world.today)
    actions.undo_adoption(first, reason="登错刊物", by=editor, at=world.at)
    first.refresh_from_db()
    assert (first.undone_at, first.undone_by, first.undone_reason) == (
        world.at,
        str(editor),
        "登错刊物",
    )
    assert (state(item), acts_on(item)[-1]) == ("adopted", "undo_adoption")
    assert lines(item) == [
        (last_month, Decimal(5), "rule"),
        (world.today, Decimal(5), "rule"),
        (last_month, Decimal(-5), "counter"),
    ]


def test_the_last_one_taken_back_returns_it_to_the_county(world, item, editor, acts_on):
    PointsRuleFactory(county=world.county)
    adoption = AdoptionFactory(item=item, on=world.today)
    actions.undo_adoption(adoption, reason="登错", by=editor, at=world.at)
    assert (state(item), acts_on(item)[-1]) == ("submitted", "undo_last_adoption")
    assert sum(points for _, points, _ in lines(item)) == 0
    with pytest.raises(NotNow) as late:
        actions.undo_adoption(adoption, reason="登错", by=editor, at=world.at)
    assert late.value.last.act == "undo_last_adoption"
    assert len(lines(item)) == 2


def test_the_points_of_an_old_book_go_with_the_last_adoption(world, item, editor):
    first, second = AdoptionFactory(item=item), AdoptionFactory(item=item)
    PointsLine.objects.create(
        item=item, organisation=world.township, source="book", date=world.today, points=6
    )
    actions.undo_adoption(first, reason="登错", by=editor, at=world.at)
    assert [points for _, points, _ in lines(item)] == [6]
    actions.undo_adoption(second, reason="登错", by=editor, at=world.at)
    assert [points for _, points, _ in lines(item)] == [6, -6]


def test_a_retained_item_may_still_be_adopted(world, editor):
    item = ItemFactory(organisation=world.township, retained=True)
    adoption = AdoptionFactory(item=item)
    assert state(item) == "adopted"
    actions.undo_adoption(adoption, reason="登错", by=editor, at=world.at)
    assert state(item) == "submitted"


def test_who_decided_first_is_told_to_the_second(world, item, editor):
    AdoptionFactory(item=item, at=world.at)
    other = actor_of("county_editor", world.county, "吴云")
    with pytest.raises(NotNow) as late:
        actions.adopt_item(
            item,
            publication=PublicationFactory(county=world.county),
            adopted_on=world.today,
            seen_state="submitted",
            by=other,
            at=world.at,
        )
    assert "周明" in str(late.value)
    assert Adoption.objects.count() == 1


def test_another_countys_publication_and_another_items_sending_are_refused(world, item, editor):
    foreign = PublicationFactory(county=world.foreign_county)
    with pytest.raises(ValidationError):
        AdoptionFactory(item=item, publication=foreign)
    stranger = ItemFactory(organisation=world.other, submitted=True)
    sending = actions.send_up(stranger, level="city", sent_on=world.today, by=editor, at=world.at)
    with pytest.raises(ValidationError):
        AdoptionFactory(item=item, sending=sending)
    assert state(item) == "submitted"
