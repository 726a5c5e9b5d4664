"""Posts: one holder of a title at a time, roles that fit, the last administrator."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from congress.audit.queries import timeline
from congress.organisations import actions
from congress.organisations.models import Appointment, User
from congress.organisations.rules import NotAllowed, actors_of
from tests.factories.organisations import AppointmentFactory, UserFactory


@pytest.fixture
def admin(world):
    return world.actor("county_admin")


@pytest.fixture
def person(world) -> User:
    return AppointmentFactory(organisation=world.other, ended=True).user


@pytest.fixture
def give(world, admin):
    def given(person: User, start: date, end: date | None = None, **fields) -> Appointment:
        given_fields = {"organisation": world.township, "role": "chair", "post_title": "人大主席"}
        return actions.give_post(
            person, **given_fields | fields, starts_on=start, ends_on=end, by=admin, at=world.at
        )

    return given


JANUARY, JUNE, DECEMBER = date(2026, 1, 10), date(2026, 6, 10), date(2026, 12, 10)


def test_a_post_gives_its_role_within_its_days(give, person):
    give(person, JANUARY, JUNE)
    roles = {
        day: [actor.role for actor in actors_of(person, day)]
        for day in (JANUARY - timedelta(1), JANUARY, JUNE - timedelta(1), JUNE)
    }
    assert list(roles.values()) == [[], ["chair"], ["chair"], []]


@pytest.mark.parametrize(
    ("role", "place"),
    [
        ("secretary", "county"),
        ("chair", "unit"),
        ("unit_officer", "township"),
        ("county_admin", "township"),
        ("auditor", "unit"),
    ],
)
def test_a_role_that_does_not_fit_the_kind_is_refused(world, give, person, role, place):
    with pytest.raises(ValidationError) as refusal:
        give(person, JANUARY, role=role, organisation=getattr(world, place))
    assert list(refusal.value.message_dict) == ["role"]


@pytest.mark.parametrize(
    ("first", "second", "free"),
    [
        ((JANUARY, None), (JUNE, None), False),
        ((JANUARY, JUNE), (JUNE, None), True),
        ((JANUARY, DECEMBER), (JUNE, None), False),
        ((JANUARY, DECEMBER), (JUNE, date(2027, 1, 1)), False),
        ((JUNE, DECEMBER), (JANUARY, JUNE), True),
        ((JUNE, DECEMBER), (JANUARY, date(2026, 6, 11)), False),
        ((JUNE, None), (JANUARY, JUNE), True),
        ((JUNE, None), (JANUARY, None), False),
    ],
)
def test_a_titled_post_has_one_holder_at_a_time(world, give, person, first, second, free):
    holder = give(AppointmentFactory(organisation=world.unit, role="unit_officer").user, *first)
    if free:
        assert give(person, *second).pk
        return
    with pytest.raises(ValidationError) as refusal:
        give(person, *second)
    assert list(refusal.value.message_dict) == ["post_title"]
    assert holder.user.name in str(refusal.value)
    assert Appointment.objects.filter(role="chair").count() == 1


def test_a_role_without_title_has_several_holders(world, give, person):
    other = AppointmentFactory(organisation=world.unit, role="unit_officer").user
    give(other, JANUARY, role="secretary", post_title="")
    give(person, JANUARY, role="secretary", post_title="")
    assert Appointment.objects.filter(role="secretary", organisation=world.township).count() == 2


def test_one_person_holds_a_role_once_at_a_time(give, person):
    give(person, JANUARY, JUNE)
    with pytest.raises(ValidationError):
        give(person, date(2026, 5, 1), post_title="人大副主席")
    give(person, JUNE, post_title="人大副主席")


def test_a_post_does_not_outlast_its_organisation(world, give, person):
    world.township.active_to = JUNE
    world.township.save()
    with pytest.raises(ValidationError) as refusal:
        give(person, JANUARY)
    assert list(refusal.value.message_dict) == ["ends_on"]
    give(person, JANUARY, JUNE)


def test_a_person_of_another_county_gets_no_post(world, give):
    with pytest.raises(NotAllowed):
        give(world.user("secretary", "foreign"), JANUARY)


def test_ending_ends_the_rights_and_is_taken_back(world, admin, give, person):
    post = give(person, JANUARY)
    actions.end_post(post, ends_on=JUNE, by=admin, at=world.at)
    assert actors_of(person, JUNE) == ()
    actions.correct_post(post, ends_on=None, by=admin, at=world.at)
    assert [actor.role for actor in actors_of(person, JUNE)] == ["chair"]
    assert [entry.act for entry in timeline(post)] == ["give_post", "end_post", "correct_post"]


def test_an_end_before_the_beginning_is_refused(world, admin, give, person):
    post = give(person, JANUARY)
    with pytest.raises(ValidationError) as refusal:
        actions.end_post(post, ends_on=JANUARY, by=admin, at=world.at)
    assert list(refusal.value.message_dict) == ["ends_on"]


def test_a_correction_keeps_to_the_same_rules(world, admin, give, person):
    give(AppointmentFactory(organisation=world.unit, role="unit_officer").user, JUNE)
    post = give(person, JANUARY, JUNE)
    with pytest.raises(ValidationError):
        actions.correct_post(post, ends_on=DECEMBER, by=admin, at=world.at)
    post.refresh_from_db()
    assert post.ends_on == JUNE


def own_post(world) -> Appointment:
    return world.user("county_admin").appointments.get()


@pytest.mark.parametrize(
    "change",
    [
        {"role": "auditor"},
        {"ends_on": date(2020, 1, 1), "starts_on": date(2019, 1, 1)},
        {"starts_on": date(2099, 1, 1)},
        {"ends_on": date(2098, 1, 1)},
    ],
)
def test_the_last_administrator_stays(world, admin, change):
    post = own_post(world)
    with pytest.raises(ValidationError) as refusal:
        actions.correct_post(post, **change, by=admin, at=world.at)
    assert list(refusal.value.messages) == [refusal.value.message]
    post.refresh_from_db()
    assert (post.role, post.starts_on, post.ends_on) == ("county_admin", world.long_ago, None)


def test_the_last_administrator_cannot_end_the_own_post(world, client_as):
    post = own_post(world)
    data = {"ends_on": world.today.isoformat()}
    response = client_as("county_admin").post(f"/work/county/posts/{post.pk}/end/", data)
    assert response.status_code == 200
    assert response.context["form"].non_field_errors()
    post.refresh_from_db()
    assert post.ends_on is None


def second_administrator(world, **fields) -> Appointment:
    user = UserFactory(**fields)
    return AppointmentFactory(user=user, organisation=world.county, role="county_admin")


def test_with_another_administrator_the_own_post_may_end(world, admin):
    second_administrator(world, account=True)
    actions.end_post(own_post(world), ends_on=world.today, by=admin, at=world.at)
    assert actors_of(world.user("county_admin"), world.today) == ()


@pytest.mark.parametrize("other", ["without account", "ends before", "elsewhere", "inactive"])
def test_others_count_only_while_they_can_act(world, admin, other):
    post = second_administrator(
        world, account=other != "without account", is_active=other != "inactive"
    )
    if other == "ends before":
        post.ends_on = world.today
    elif other == "elsewhere":
        post.organisation = world.foreign_county
    post.save()
    with pytest.raises(ValidationError):
        actions.end_post(own_post(world), ends_on=world.today, by=admin, at=world.at)


def test_other_corrections_of_the_last_administrator_pass(world, admin):
    actions.correct_post(own_post(world), post_title="办公室副主任", by=admin, at=world.at)
    assert own_post(world).post_title == "办公室副主任"


@pytest.mark.parametrize(("role", "place"), [("chair", "home"), ("county_admin", "foreign")])
def test_nobody_else_gives_corrects_or_ends(world, person, role, place):
    by, at = world.actor(role, place), world.at
    post = AppointmentFactory(organisation=world.township)
    with pytest.raises(NotAllowed):
        actions.give_post(
            person, organisation=world.township, role="chair", starts_on=JANUARY, by=by, at=at
        )
    with pytest.raises(NotAllowed):
        actions.correct_post(post, post_title="甲", by=by, at=at)
    with pytest.raises(NotAllowed):
        actions.end_post(post, ends_on=JUNE, by=by, at=at)
