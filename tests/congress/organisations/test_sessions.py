"""The sessions of a congress: whose they are, what is refused, and what stays in the trail."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from congress.audit.models import Entry
from congress.organisations import actions
from congress.organisations.models import CongressSession
from congress.organisations.rules import NotAllowed
from tests.factories.suggestions import SessionFactory, SuggestionFactory

LIST = reverse("organisations:sessions")
NEW = reverse("organisations:session_create")


def trail() -> list[str]:
    rows = Entry.objects.filter(kind="congresssession").order_by("pk")
    return list(rows.values_list("act", flat=True))


def typed(world, **fields) -> dict[str, str]:
    day = world.today - timedelta(days=20)
    return {"term": str(world.term.pk), "number": "2", "opens_on": day.isoformat()} | fields


@pytest.mark.parametrize("role", ["secretary", "county_admin"])
def test_it_is_entered_changed_and_removed(role, client_as, world):
    client = client_as(role)
    client.post(NEW, typed(world))
    session = CongressSession.objects.get()
    page = reverse("organisations:session", args=[session.pk])
    client.post(page, typed(world, closes_on=world.today.isoformat()))
    session.refresh_from_db()
    assert session.closes_on == world.today
    client.post(reverse("organisations:session_remove", args=[session.pk]))
    assert CongressSession.objects.count() == 0
    assert trail() == ["add_session", "change_session", "remove_session"]


def test_twice_the_same_number_is_refused(client_as, world):
    client = client_as("secretary")
    client.post(NEW, typed(world))
    assert client.post(NEW, typed(world)).status_code == 200
    assert (CongressSession.objects.count(), trail()) == (1, ["add_session"])


@pytest.mark.parametrize("days", [-500, 10_000])
def test_its_days_are_in_the_term(days, world):
    term = world.term
    term.ends_on = world.today + timedelta(days=900)
    by = world.actor("secretary")
    opens_on = world.today + timedelta(days=days)
    with pytest.raises(ValidationError):
        actions.add_session(term, number=1, opens_on=opens_on, by=by, at=world.at)


def test_another_congress_keeps_its_own(client_as, world):
    session = SessionFactory(term=world.term)
    client = client_as("secretary", "other")
    assert client.get(reverse("organisations:session", args=[session.pk])).status_code == 404
    assert client.post(NEW, typed(world)).status_code == 200
    with pytest.raises(NotAllowed):
        actions.remove_session(session, by=world.actor("secretary", "other"), at=world.at)
    assert CongressSession.objects.count() == 1


def test_one_in_which_something_was_raised_stays(client_as, world):
    session = SessionFactory(term=world.term)
    SuggestionFactory(congress=world.township, session=session)
    client_as("secretary").post(reverse("organisations:session_remove", args=[session.pk]))
    assert (CongressSession.objects.count(), trail()) == (1, [])
