"""Everybody tries every act of a table, and what was not as the table says."""

from copy import copy
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import transaction
from django.db.models import Max, QuerySet

from congress.audit.actors import Actor
from congress.audit.models import Entry
from congress.flow.moves import NotNow
from congress.organisations.rules import NotAllowed
from congress.suggestions.models import Suggestion
from tests.congress.suggestions.acts import CHAIR, LEAD, SECRETARY, UNIT, Act
from tests.congress.suggestions.acts_of_parts import CO_UNIT, COSIGNER
from tests.factories.information import actor_of
from tests.factories.suggestions import deputy_actor, unit_of
from tests.routes.world import World

Person = tuple[str, str]
PEOPLE: tuple[Person, ...] = (
    *((role, place) for role in (SECRETARY, CHAIR, UNIT) for place in ("home", "other", "foreign")),
    *(("county_supervisor", place) for place in ("home", "foreign")),
    *((role, "home") for role in ("deputy", "county_editor", "county_admin", "auditor")),
)


class TakenBack(Exception):
    """Undoes what was allowed, for the next person."""


def newest_entry() -> int:
    return Entry.objects.aggregate(newest=Max("pk"))["newest"]


def outcome(act: Act, record: Any, by: Actor, world: World, newest: int) -> tuple[str, str, bool]:
    """What became of it, the state afterwards, and whether the trail tells of it. What is refused
    ends its transaction, so there is nothing to look for."""
    found = "allowed", "", False
    try:
        with transaction.atomic():
            act.do(record, by, world)
            found = "allowed", state_of(record), newest_entry() > newest
            raise TakenBack
    except TakenBack:
        return found
    except NotAllowed:
        return "never", record.state, False
    except (NotNow, ValidationError, ObjectDoesNotExist):
        return "not now", record.state, False


def state_of(record: Any) -> str:
    rows = type(record).objects.filter(pk=record.pk)
    return rows.values_list("state", flat=True).first() or ""


def people_of(world: World, suggestion: Suggestion) -> dict[Person, Actor]:
    """With a co-signer and the officer of a second unit, where the record has a co-signer."""
    rows = suggestion.signatories.select_related("deputy__user", "deputy__congress")
    found = {person: world.actor(*person) for person in PEOPLE}
    found[LEAD, "home"] = deputy_actor(rows.get(part="lead").deputy)
    if row := rows.filter(part="cosigner").first():
        found[COSIGNER, "home"] = deputy_actor(row.deputy)
        found[CO_UNIT, "home"] = actor_of(UNIT, unit_of(suggestion.congress, 1))
    return found


def wrongs(
    acts: dict[str, Act], rows: QuerySet, people: dict[Person, Actor], world: World
) -> dict[tuple[str, str, str], tuple[str, str, bool]]:
    """Of the one record of `rows`, in the state in which it stands."""
    wrong = {}
    standing = rows.get()
    state = standing.state
    for name, act in acts.items():
        now = state in act.when
        with transaction.atomic():
            read = standing
            if now and act.bring:
                act.bring(copy(standing), world)
                read = rows.get()
            newest = newest_entry()
            for (role, place), actor in people.items():
                may = place == "home" and role in act.roles
                expected = (
                    {"allowed"} if may and now else {"never"} if now else {"never", "not now"}
                )
                found, after, wrote = outcome(act, copy(read), actor, world, newest)
                target = act.when[state] if found == "allowed" and now else state
                silent = found == "allowed" and act.silent
                told = wrote == (found == "allowed") or silent
                if found not in expected or after != target or not told:
                    wrong[name, role, place] = (found, after, wrote)
            transaction.set_rollback(True)
    return wrong
