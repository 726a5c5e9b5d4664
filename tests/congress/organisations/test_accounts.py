"""Accounts: given with a password shown once, taken back, logged out everywhere."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from congress.audit.models import Entry
from congress.audit.queries import timeline
from congress.organisations import actions
from congress.organisations.models import User
from congress.organisations.rules import NotAllowed
from tests.factories.organisations import PASSWORD, AppointmentFactory, UserFactory


@pytest.fixture
def admin(world):
    return world.actor("county_admin")


@pytest.fixture
def person(world) -> User:
    user = UserFactory(account=True, username="zhong")
    AppointmentFactory(user=user, organisation=world.township)
    return user


def logged_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    assert client.get("/work/").status_code == 200
    return client


def test_the_initial_password_opens_and_stands_nowhere(client_as, person):
    client = client_as("county_admin")
    response = client.post(f"/work/county/people/{person.pk}/account/")
    password = response.context["password"]
    assert response.content.decode().count(password) == 1
    assert response["Cache-Control"] == "private, no-store"
    person.refresh_from_db()
    assert person.check_password(password)
    assert password not in str(dict(client.session.items()))
    assert password not in str(list(Entry.objects.values()))
    assert password not in client.get(f"/work/county/people/{person.pk}/").content.decode()


def test_a_given_account_opens_after_a_revoked_one(world, admin, person):
    actions.revoke_account(person, by=admin, at=world.at)
    person.refresh_from_db()
    assert (person.is_active, person.has_usable_password()) == (False, False)
    password = actions.give_account(person, by=admin, at=world.at)
    person.refresh_from_db()
    assert person.is_active
    response = Client().post("/account/login/", {"login": "zhong", "password": password})
    assert response.status_code == 302
    assert [entry.act for entry in timeline(person)] == [
        "revoke_account", "give_account",
    ]  # fmt: skip


def test_passwords_differ_and_have_length(world, admin, person):
    made = {actions.give_account(person, by=admin, at=world.at) for _ in range(20)}
    assert len(made) == 20
    assert {len(password) for password in made} == {14}


def test_without_any_name_there_is_no_account(world, admin, client_as):
    person = AppointmentFactory(organisation=world.township).user
    with pytest.raises(ValidationError):
        actions.give_account(person, by=admin, at=world.at)
    page = f"/work/county/people/{person.pk}/account/"
    assert "password" not in client_as("county_admin").post(page).context
    person.refresh_from_db()
    assert not person.has_usable_password()


@pytest.mark.parametrize("act", ["give", "revoke", "end", "change"])
def test_every_session_of_the_person_ends(world, admin, person, act):
    inside, other = logged_in(person), logged_in(world.user("chair"))
    if act == "give":
        actions.give_account(person, by=admin, at=world.at)
    elif act == "revoke":
        actions.revoke_account(person, by=admin, at=world.at)
    elif act == "end":
        assert actions.end_sessions(person, by=admin, at=world.at) == 1
    else:
        person.set_password("another long secret 2")
        person.save()
    assert inside.get("/work/").status_code == 302
    assert other.get("/work/").status_code == 200


def test_nobody_takes_their_own_account(world, admin, client_as):
    own = world.user("county_admin")
    own.set_password(PASSWORD)
    own.save()
    with pytest.raises(ValidationError):
        actions.revoke_account(own, by=admin, at=world.at)
    own.refresh_from_db()
    assert own.has_usable_password()
    response = client_as("county_admin").post(f"/work/county/people/{own.pk}/revoke/", follow=True)
    assert response.status_code == 200
    assert len(response.context["messages"]) == 1


@pytest.mark.parametrize(
    ("role", "place"), [("secretary", "home"), ("auditor", "home"), ("county_admin", "foreign")]
)
@pytest.mark.parametrize("act", ["give_account", "revoke_account", "end_sessions"])
def test_nobody_else_may(world, person, act, role, place):
    with pytest.raises(NotAllowed):
        getattr(actions, act)(person, by=world.actor(role, place), at=world.at)
    person.refresh_from_db()
    assert person.check_password(PASSWORD)


@pytest.mark.parametrize("reason", ["superuser", "two counties"])
def test_accounts_that_reach_further_are_kept_elsewhere(world, admin, person, client_as, reason):
    if reason == "superuser":
        person.is_superuser = True
        person.save()
    else:
        AppointmentFactory(user=person, organisation=world.foreign_township)
    with pytest.raises(NotAllowed):
        actions.give_account(person, by=admin, at=world.at)
    client = client_as("county_admin")
    page = f"/work/county/people/{person.pk}/"
    assert client.get(page).context["may_keep_account"] is False
    for path in ("account/", "revoke/", "sessions/"):
        assert client.post(page + path).status_code == 403
    assert "username" not in client.get(page + "edit/").context["form"].fields
    person.refresh_from_db()
    assert person.check_password(PASSWORD)


def test_a_post_ended_elsewhere_does_not_matter(world, admin, person):
    AppointmentFactory(user=person, organisation=world.foreign_township, ended=True)
    assert actions.give_account(person, by=admin, at=world.at)
