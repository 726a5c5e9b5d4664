"""Organisations: names that clash, superiors that do not fit, closing and taking it back."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from congress.audit.models import Entry
from congress.audit.queries import timeline
from congress.organisations import actions
from congress.organisations.models import Constituency, DeputyGroup, Organisation
from congress.organisations.rules import NotAllowed
from tests.factories.organisations import (
    AppointmentFactory,
    DeputyFactory,
    OrganisationFactory,
    TermFactory,
)


@pytest.fixture
def admin(world):
    return world.actor("county_admin")


@pytest.fixture
def create(world, admin):
    def made(name: str, parent: Organisation | None = None, kind: str = "township", **fields):
        return actions.create_organisation(
            parent or world.county, name=name, kind=kind, by=admin, at=world.at, **fields
        )

    return made


def test_a_new_organisation_enters_the_trail(world, create):
    made = create("望江镇", position=3)
    assert (made.parent, made.kind, made.position, made.short) == (
        world.county, "township", 3, "望江",
    )  # fmt: skip
    entry = timeline(made).get()
    assert (entry.act, entry.organisation_name, entry.role) == (
        "create_organisation", "云岭县", "county_admin",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "short_name", "field"),
    [
        ("石桥镇", "", "name"),
        ("石桥", "", "name"),
        ("石桥街道", "", "short_name"),
        ("望江镇", "石桥", "short_name"),
        ("望江镇", "石桥镇", "short_name"),
        ("云岭镇", "", "short_name"),
    ],
)
def test_a_name_or_short_name_that_is_taken_is_refused(create, name, short_name, field):
    with pytest.raises(ValidationError) as refusal:
        create(name, short_name=short_name)
    assert list(refusal.value.message_dict) == [field]
    assert (
        not Organisation.objects.filter(short_name=short_name, name=name)
        .exclude(name="石桥镇")
        .exists()
    )


def test_a_set_short_name_parts_two_of_one_stem(create):
    assert create("石桥街道", short_name="石桥街").short == "石桥街"


def test_a_name_as_short_as_a_set_one_is_refused(create):
    create("望江镇", short_name="江")
    with pytest.raises(ValidationError) as refusal:
        create("江镇")
    assert "望江镇" in str(refusal.value)


def test_units_of_two_townships_do_not_share_a_name(world, create):
    create("财政所", world.township, "unit")
    with pytest.raises(ValidationError):
        create("财政所", world.other, "unit")


def test_another_county_may_use_the_same_names(world):
    by = world.actor("county_admin", "foreign")
    made = actions.create_organisation(
        world.foreign_county, name="石桥镇", kind="township", by=by, at=world.at
    )
    assert made.short == "石桥"


@pytest.mark.parametrize(
    ("kind", "place", "field"),
    [
        ("township", "township", "parent"),
        ("subdistrict", "unit", "parent"),
        ("unit", "unit", "parent"),
        ("county", "county", "kind"),
        ("village", "county", "kind"),
    ],
)
def test_a_superior_that_does_not_fit_is_refused(world, create, kind, place, field):
    with pytest.raises(ValidationError) as refusal:
        create("望江", getattr(world, place), kind)
    assert list(refusal.value.message_dict) == [field]


@pytest.mark.parametrize("place", ["county", "township"])
def test_a_unit_stands_under_county_or_township(world, create, place):
    made = create("望江办公室", getattr(world, place), "unit")
    assert made.county_id == world.county.pk


@pytest.mark.parametrize(
    ("role", "place"),
    [("secretary", "home"), ("county_editor", "home"), ("county_admin", "foreign")],
)
def test_nobody_else_may_create_change_or_close(world, role, place):
    by, at = world.actor(role, place), world.at
    with pytest.raises(NotAllowed):
        actions.create_organisation(world.county, name="望江镇", kind="township", by=by, at=at)
    with pytest.raises(NotAllowed):
        actions.edit_organisation(world.township, name="望江镇", by=by, at=at)
    with pytest.raises(NotAllowed):
        actions.close_organisation(world.other, active_to=world.today, by=by, at=at)
    assert not Entry.objects.filter(room="organisations").exists()


def test_an_edit_says_what_changed(world, admin):
    actions.edit_organisation(world.township, name="石桥街镇", position=4, by=admin, at=world.at)
    entry = timeline(world.township).get()
    assert entry.details == {"name": ["石桥镇", "石桥街镇"], "position": ["0", "4"]}
    assert "石桥镇 → 石桥街镇" in entry.note


def test_an_edit_without_change_leaves_no_entry(world, admin):
    actions.edit_organisation(world.township, name="石桥镇", by=admin, at=world.at)
    assert not timeline(world.township).exists()


def test_the_county_itself_gets_a_new_name(world, admin):
    actions.edit_organisation(world.county, name="云山县", short_name="云山", by=admin, at=world.at)
    world.county.refresh_from_db()
    assert (world.county.name, world.county.short) == ("云山县", "云山")


def test_an_edit_cannot_take_a_name(world, admin):
    with pytest.raises(ValidationError) as refusal:
        actions.edit_organisation(world.township, name="云坪镇", by=admin, at=world.at)
    assert "云坪镇" in str(refusal.value)
    world.township.refresh_from_db()
    assert world.township.name == "石桥镇"


def test_a_unit_moves_only_within_the_county(world, admin):
    actions.edit_organisation(world.unit, parent=world.county, by=admin, at=world.at)
    world.unit.refresh_from_db()
    assert world.unit.parent == world.county
    with pytest.raises(NotAllowed):
        actions.edit_organisation(world.unit, parent=world.foreign_township, by=admin, at=world.at)


def test_closing_and_taking_it_back(world, admin):
    day = date(2026, 5, 1)
    actions.close_organisation(world.unit, active_to=day, by=admin, at=world.at)
    world.unit.refresh_from_db()
    assert world.unit.active_to == day
    actions.reopen_organisation(world.unit, by=admin, at=world.at)
    world.unit.refresh_from_db()
    assert world.unit.active_to is None
    acts = [entry.act for entry in timeline(world.unit)]
    assert acts == ["close_organisation", "reopen_organisation"]


@pytest.mark.parametrize("lasting", ["unit", "post", "mandate", "county"])
def test_closing_waits_for_what_lasts_longer(world, admin, lasting):
    place = OrganisationFactory(parent=world.county)
    if lasting == "unit":
        OrganisationFactory(unit=True, parent=place)
    elif lasting == "post":
        AppointmentFactory(organisation=place)
    elif lasting == "mandate":
        DeputyFactory(term=TermFactory(congress=place))
    else:
        place = world.county
    with pytest.raises(ValidationError) as refusal:
        actions.close_organisation(place, active_to=world.today, by=admin, at=world.at)
    assert list(refusal.value.message_dict) == ["active_to"]
    place.refresh_from_db()
    assert place.active_to is None


@pytest.mark.parametrize("model", [Constituency, DeputyGroup])
def test_constituencies_and_groups_are_entered_and_renamed(world, admin, model):
    section = actions.create_section(
        model(organisation=world.township, name="第一"), by=admin, at=world.at
    )
    with pytest.raises(ValidationError) as refusal:
        actions.create_section(
            model(organisation=world.township, name="第一"), by=admin, at=world.at
        )
    assert list(refusal.value.message_dict) == ["name"]
    actions.rename_section(section, name="第二", by=admin, at=world.at)
    section.refresh_from_db()
    assert section.name == "第二"
    assert [entry.act for entry in timeline(section)] == ["create_section", "rename_section"]
