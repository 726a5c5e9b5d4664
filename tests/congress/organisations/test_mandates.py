"""Terms and mandates: what fits, what ends, what has to be verified."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from congress.audit.queries import timeline
from congress.organisations import actions
from congress.organisations.actions import NewPerson
from congress.organisations.models import Deputy, Term
from congress.organisations.rules import NotAllowed, actors_of
from tests.factories.organisations import (
    AppointmentFactory,
    ConstituencyFactory,
    DeputyFactory,
    GroupFactory,
    TermFactory,
)

START, LATER, END = date(2022, 1, 10), date(2024, 3, 1), date(2026, 11, 1)


@pytest.fixture
def admin(world):
    return world.actor("county_admin")


@pytest.fixture
def term(world) -> Term:
    return TermFactory(congress=world.township, number=19, starts_on=START)


@pytest.fixture
def give(world, admin, term):
    def given(person=None, **fields) -> Deputy:
        given_fields = {"term": term, "starts_on": START} | fields
        return actions.give_mandate(
            person or NewPerson("钟望江"), **given_fields, by=admin, at=world.at
        )

    return given


def test_a_new_deputy_is_entered_with_the_mandate(world, give):
    constituency = ConstituencyFactory(organisation=world.township)
    group = GroupFactory(organisation=world.township)
    mandate = give(constituency=constituency, group=group, occupation="望江村党支部书记")
    assert (mandate.congress, mandate.constituency, mandate.group) == (
        world.township, constituency, group,
    )  # fmt: skip
    assert [actor.role for actor in actors_of(mandate.user, START)] == ["deputy"]
    assert timeline(mandate).get().act == "give_mandate"


def test_a_person_has_one_mandate_in_a_term_at_a_time(give):
    mandate = give(ends_on=LATER)
    with pytest.raises(ValidationError):
        give(mandate.user, starts_on=date(2024, 2, 1))
    assert give(mandate.user, starts_on=LATER).user == mandate.user


def test_a_person_at_two_levels_has_two_mandates(world, give):
    mandate = give()
    county_term = TermFactory(congress=world.county, number=18, starts_on=START)
    give(mandate.user, term=county_term)
    assert {actor.organisation_name for actor in actors_of(mandate.user, LATER)} == {
        "石桥镇", "云岭县",
    }  # fmt: skip


def test_a_mandate_does_not_begin_before_its_term(give, term):
    with pytest.raises(ValidationError) as refusal:
        give(starts_on=date(2021, 12, 1))
    assert list(refusal.value.message_dict) == ["starts_on"]
    term.unverified = True
    term.save()
    assert give(starts_on=date(2021, 12, 1)).pk


def test_constituencies_belong_to_the_congress(world, give):
    elsewhere = ConstituencyFactory(organisation=world.other)
    with pytest.raises(ValidationError) as refusal:
        give(constituency=elsewhere)
    assert list(refusal.value.message_dict) == ["constituency"]
    county_term = TermFactory(congress=world.county, number=18, starts_on=START)
    assert give(term=county_term, constituency=elsewhere).constituency == elsewhere
    abroad = ConstituencyFactory(organisation=world.foreign_township)
    with pytest.raises(ValidationError):
        give(NewPerson("钟望海"), term=county_term, constituency=abroad)


def test_an_end_has_a_reason_and_is_taken_back(world, admin, give):
    mandate = give()
    actions.end_mandate(mandate, ends_on=END, reason="已调离", by=admin, at=world.at)
    mandate.refresh_from_db()
    assert (mandate.ends_on, mandate.note) == (END, "已调离")
    assert actors_of(mandate.user, END) == ()
    assert "已调离" in timeline(mandate).last().note
    actions.edit_mandate(mandate, ends_on=None, note="", by=admin, at=world.at)
    assert [actor.role for actor in actors_of(mandate.user, END)] == ["deputy"]


def test_an_unverified_end_is_confirmed_with_its_true_day(world, admin, term):
    mandate = DeputyFactory(term=term, ended=True)
    actions.confirm_mandate_end(mandate, ends_on=LATER, by=admin, at=world.at)
    mandate.refresh_from_db()
    assert (mandate.ends_on, mandate.ends_on_unverified) == (LATER, False)
    assert timeline(mandate).get().act == "confirm_mandate_end"


def test_an_edit_of_the_end_verifies_it(world, admin, term):
    mandate = DeputyFactory(term=term, ended=True)
    actions.edit_mandate(mandate, occupation="望江村", by=admin, at=world.at)
    mandate.refresh_from_db()
    assert mandate.ends_on_unverified
    actions.edit_mandate(mandate, ends_on=LATER, by=admin, at=world.at)
    mandate.refresh_from_db()
    assert not mandate.ends_on_unverified


def test_a_term_is_confirmed(world, admin):
    term = TermFactory(congress=world.township, number=18, unverified=True, starts_on=world.today)
    actions.edit_term(
        term, number=19, starts_on=START, ends_on=None, confirmed=True, by=admin, at=world.at
    )
    term.refresh_from_db()
    assert (term.number, term.starts_on, term.unverified) == (19, START, False)
    assert timeline(term).get().act == "confirm_term"


def test_an_edit_leaves_the_mark(world, admin):
    term = TermFactory(congress=world.township, number=18, unverified=True, starts_on=START)
    actions.edit_term(term, number=19, starts_on=START, ends_on=None, by=admin, at=world.at)
    term.refresh_from_db()
    assert (term.number, term.unverified) == (19, True)


@pytest.mark.parametrize("place", ["unit", "subdistrict"])
def test_only_counties_and_townships_have_terms(world, admin, place):
    congress = world.unit
    if place == "subdistrict":
        congress = world.other
        congress.kind = "subdistrict"
        congress.save()
    with pytest.raises(ValidationError) as refusal:
        actions.create_term(congress, number=19, starts_on=START, by=admin, at=world.at)
    assert list(refusal.value.message_dict) == ["congress"]


@pytest.mark.parametrize(
    ("number", "starts_on", "ends_on", "field"),
    [
        (19, date(2027, 1, 1), None, "number"),
        (20, date(2026, 12, 1), None, "starts_on"),
        (18, date(2017, 1, 1), date(2022, 1, 11), "starts_on"),
        (18, date(2017, 1, 1), date(2016, 1, 1), "ends_on"),
        (0, date(2015, 1, 1), date(2016, 1, 1), "number"),
    ],
)
def test_terms_follow_each_other(world, admin, term, number, starts_on, ends_on, field):
    with pytest.raises(ValidationError) as refusal:
        actions.create_term(
            world.township,
            number=number,
            starts_on=starts_on,
            ends_on=ends_on,
            by=admin,
            at=world.at,
        )
    assert list(refusal.value.message_dict) == [field]


def test_the_term_before_ends_where_the_next_begins(world, admin, term):
    made = actions.create_term(
        world.township, number=18, starts_on=date(2017, 1, 1), ends_on=START, by=admin, at=world.at
    )
    assert timeline(made).get().act == "create_term"


@pytest.mark.parametrize(("role", "place"), [("chair", "home"), ("county_admin", "foreign")])
def test_nobody_else_may(world, term, role, place):
    by, at = world.actor(role, place), world.at
    mandate = DeputyFactory(term=term)
    person = AppointmentFactory(organisation=world.township).user
    with pytest.raises(NotAllowed):
        actions.give_mandate(person, term=term, starts_on=START, by=by, at=at)
    with pytest.raises(NotAllowed):
        actions.edit_mandate(mandate, note="甲", by=by, at=at)
    with pytest.raises(NotAllowed):
        actions.end_mandate(mandate, ends_on=END, reason="辞职", by=by, at=at)
    with pytest.raises(NotAllowed):
        actions.confirm_mandate_end(mandate, ends_on=END, by=by, at=at)
    with pytest.raises(NotAllowed):
        actions.create_term(world.township, number=20, starts_on=END, by=by, at=at)
    with pytest.raises(NotAllowed):
        actions.edit_term(term, number=20, starts_on=END, ends_on=None, by=by, at=at)
