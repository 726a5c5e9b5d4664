"""Publications, points rules, the chair's wish."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from congress.audit.models import Entry
from congress.information import actions
from congress.information.models import InformationSettings, PointsRule, Publication
from congress.organisations.rules import NotAllowed
from tests.factories.information import PointsRuleFactory, PublicationFactory, actor_of

BORDER = date(2026, 3, 1)


@pytest.fixture
def admin(world):
    return actor_of("county_admin", world.county)


def test_a_publication_is_the_countys_own_and_named_once(world, admin):
    publication = PublicationFactory(county=world.county, name=" 人大简报 ")
    assert publication.name == "人大简报"
    with pytest.raises(ValidationError):
        PublicationFactory(county=world.county, name="人大简报")
    with transaction.atomic(), pytest.raises(IntegrityError):
        Publication.objects.create(county=world.county, name="人大简报", level="city")
    PublicationFactory(county=world.foreign_county, name="人大简报")
    with pytest.raises(NotAllowed):
        actions.edit_publication(
            publication,
            name="改名",
            level="city",
            active=False,
            by=actor_of("county_admin", world.foreign_county),
            at=world.at,
        )
    actions.edit_publication(
        publication, name="改名", level="city", active=False, by=admin, at=world.at
    )
    publication.refresh_from_db()
    assert (publication.name, publication.level, publication.active) == ("改名", "city", False)
    acts = Entry.objects.filter(kind="publication", object_id=publication.pk).values_list("act")
    assert [act for (act,) in acts.order_by("pk")] == ["create", "edit"]


@pytest.mark.parametrize("role", ["secretary", "chair", "county_supervisor", "auditor"])
def test_others_keep_no_rules(role, world):
    by = actor_of(role, world.county)
    with pytest.raises(NotAllowed):
        actions.create_points_rule(
            world.county, level="county", points=1, valid_from=BORDER, by=by, at=world.at
        )


def test_each_day_has_one_rule(world, admin):
    first = PointsRuleFactory(county=world.county, valid_from=date(2026, 1, 1))
    with pytest.raises(ValidationError):
        PointsRuleFactory(county=world.county, valid_from=BORDER)
    actions.end_points_rule(first, valid_to=BORDER, by=admin, at=world.at)
    second = PointsRuleFactory(county=world.county, valid_from=BORDER)
    for day, rule in ((BORDER - timedelta(days=1), first), (BORDER, second)):
        assert list(PointsRule.objects.valid_on(day)) == [rule]
    with pytest.raises(ValidationError):
        actions.end_points_rule(first, valid_to=date(2026, 6, 1), by=admin, at=world.at)
    PointsRuleFactory(county=world.county, kind="research", valid_from=BORDER)
    PointsRuleFactory(county=world.foreign_county, valid_from=BORDER)


@pytest.mark.parametrize(
    "fields",
    [
        {"points": -1},
        {"valid_to": date(2026, 1, 1), "valid_from": date(2026, 1, 1)},
        {"points": "100000"},
        {"level": "village"},
    ],
)
def test_a_rule_makes_sense(fields, world):
    with pytest.raises(ValidationError):
        PointsRuleFactory(county=world.county, **fields)
    assert not PointsRule.objects.exists()


def test_the_database_refuses_the_same(world):
    fields = {"county": world.county, "level": "county", "valid_from": BORDER}
    for more in ({"points": -1}, {"points": 1, "valid_to": BORDER}):
        with transaction.atomic(), pytest.raises(IntegrityError):
            PointsRule.objects.create(**fields, **more)
    PointsRule.objects.create(**fields, points=1)
    with transaction.atomic(), pytest.raises(IntegrityError):
        PointsRule.objects.create(**fields, points=2)


def test_a_rule_without_lines_is_removed_with_one_entry(world, admin):
    rule = PointsRuleFactory(county=world.county)
    actions.delete_points_rule(rule, by=admin, at=world.at)
    assert not PointsRule.objects.exists()
    assert Entry.objects.filter(kind="pointsrule", act="delete").count() == 1


def test_the_chair_alone_wishes_for_the_signature(world):
    for role, place in (("secretary", world.township), ("chair", world.other)):
        with pytest.raises(NotAllowed):
            actions.set_sign_off(world.township, wanted=True, by=actor_of(role, place), at=world.at)
    chair = actor_of("chair", world.township)
    for wanted in (True, False):
        actions.set_sign_off(world.township, wanted=wanted, by=chair, at=world.at)
        assert InformationSettings.objects.get().chair_signs_off is wanted
    assert Entry.objects.filter(act="set_sign_off").count() == 2
