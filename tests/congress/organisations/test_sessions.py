"""Sessions: who enters one, and what fits into the term."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from congress.audit.queries import timeline
from congress.organisations import actions
from congress.organisations.models import CongressSession, Term
from congress.organisations.rules import NotAllowed
from tests.factories.organisations import TermFactory

OPENS, CLOSES = date(2026, 1, 20), date(2026, 1, 21)


@pytest.fixture
def term(world) -> Term:
    starts, ends = date(2022, 1, 10), date(2026, 12, 1)
    return TermFactory(congress=world.township, number=19, starts_on=starts, ends_on=ends)


@pytest.fixture
def enter(world, term):
    def entered(role: str = "secretary", **fields) -> CongressSession:
        values = {"number": 5, "opens_on": OPENS, "closes_on": CLOSES} | fields
        return actions.open_session(term, **values, by=world.actor(role), at=world.at)

    return entered


def test_the_secretary_or_the_administrator_enters_a_session(term, enter):
    session = enter()
    assert (session.term, session.number, session.closes_on) == (term, 5, CLOSES)
    assert timeline(session).get().act == "open_session"
    assert enter("county_admin", number=6, closes_on=None).closes_on is None


@pytest.mark.parametrize("role", ["chair", "deputy", "unit_officer", "county_supervisor"])
def test_nobody_else_does(enter, role):
    with pytest.raises(NotAllowed):
        enter(role)


def test_another_congress_is_not_the_secretarys(world):
    other = TermFactory(number=19, starts_on=date(2022, 1, 10))
    with pytest.raises(NotAllowed):
        actions.open_session(
            other, number=1, opens_on=OPENS, by=world.actor("secretary"), at=world.at
        )


@pytest.mark.parametrize(
    "fields",
    [
        {"opens_on": date(2021, 12, 1), "closes_on": date(2021, 12, 2)},
        {"opens_on": date(2026, 11, 30), "closes_on": date(2026, 12, 1)},
        {"opens_on": CLOSES, "closes_on": OPENS},
        {"number": 0},
    ],
)
def test_what_does_not_fit_is_refused(enter, fields):
    with pytest.raises(ValidationError):
        enter(**fields)


def test_a_number_is_given_once_in_a_term(enter):
    enter()
    with pytest.raises(ValidationError):
        enter(opens_on=date(2026, 7, 20), closes_on=None)
