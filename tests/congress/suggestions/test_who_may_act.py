"""Every state × person × act, by the action: allowed where the process says so, refused else."""

from copy import copy
from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import transaction
from django.db.models import Max

from congress.audit.actors import Actor
from congress.audit.models import Entry
from congress.flow.moves import NotNow
from congress.organisations.rules import NotAllowed
from congress.suggestions.models import Suggestion
from congress.suggestions.states import SUGGESTION
from tests.congress.suggestions.acts import ACTS, CHAIR, LEAD, SECRETARY, STATES, UNIT, Act
from tests.factories.organisations import TermFactory
from tests.factories.suggestions import SuggestionFactory, deputy_actor, lead_row, new_deputy
from tests.routes.world import World

PEOPLE = (
    (LEAD, "home"),
    *((role, place) for role in (SECRETARY, CHAIR, UNIT) for place in ("home", "other", "foreign")),
    *(("county_supervisor", place) for place in ("home", "foreign")),
    *((role, "home") for role in ("deputy", "county_editor", "county_admin", "auditor")),
)


class TakenBack(Exception):
    """Undoes what was allowed, for the next person."""


def newest_entry() -> int:
    return Entry.objects.aggregate(newest=Max("pk"))["newest"]


def outcome(
    act: Act, suggestion: Suggestion, by: Actor, world: World, newest: int
) -> tuple[str, str, bool]:
    """What became of it, the state afterwards, and whether the trail tells of it. What is refused
    ends its transaction, so there is nothing to look for."""
    found = "allowed", "", False
    try:
        with transaction.atomic():
            act.do(suggestion, by, world)
            found = "allowed", state_of(suggestion), newest_entry() > newest
            raise TakenBack
    except TakenBack:
        return found
    except NotAllowed:
        return "never", suggestion.state, False
    except (NotNow, ValidationError, ObjectDoesNotExist):
        return "not now", suggestion.state, False


def state_of(suggestion: Suggestion) -> str:
    return Suggestion.objects.filter(pk=suggestion.pk).values_list("state", flat=True).first() or ""


def people_of(world: World, suggestion: Suggestion) -> dict[tuple[str, str], Actor]:
    lead = deputy_actor(lead_row(suggestion).deputy)
    return {person: lead if person[0] == LEAD else world.actor(*person) for person in PEOPLE}


@pytest.fixture
def suggestion(state: str, world: World) -> Suggestion:
    at = world.at - timedelta(hours=1)
    TermFactory(congress=world.county)
    made = {} if state == "draft" else {state: True}
    found = SuggestionFactory(congress=world.township, at=at, **made)
    SuggestionFactory(congress=world.township, at=at, registered=True, title="并入的建议")
    asked = new_deputy(found)
    asked.note = "附议"
    asked.save()
    return found


@pytest.mark.parametrize("state", STATES)
def test_every_act_of_every_person(state: str, suggestion: Suggestion, world: World):
    people = people_of(world, suggestion)
    newest = newest_entry()
    fresh = Suggestion.objects.select_related("congress__parent", "term", "session")
    read = fresh.get(pk=suggestion.pk)
    wrong = {}
    for name, act in ACTS.items():
        for (role, place), actor in people.items():
            may = place == "home" and role in act.roles
            now = state in act.when
            expected = {"allowed"} if may and now else {"never"} if now else {"never", "not now"}
            found, after, wrote = outcome(act, copy(read), actor, world, newest)
            target = act.when[state] if found == "allowed" and now else state
            same_acts = ("acknowledge", "write", "consent")
            silent = found == "allowed" and name in same_acts
            if (
                found not in expected
                or after != target
                or (wrote != (found == "allowed") and not silent)
            ):
                wrong[name, role, place] = (found, after, wrote)
    assert wrong == {}


def test_the_table_holds_every_transition():
    """What moves by another act's consequence is not an act of its own."""
    by_consequence = {
        "close", "await_review", "answer", "back_to_handling", "back_to_rehandling",
        "open_second_round", "give_back_from_above",
    }  # fmt: skip
    names = {"give_back": "back_to_handling", "sign": "await_review"}
    held = set(ACTS) | set(names.values())
    assert {t.act for t in SUGGESTION.transitions} - held == by_consequence - set(names.values())
