"""The same tables for the county's own records: the supervisor is office and presidium there, and
nobody of a township has a part in them."""

from dataclasses import replace

import pytest

from congress.audit.actors import Actor
from congress.suggestions.models import Suggestion
from tests.congress.suggestions import outcomes
from tests.congress.suggestions.acts import ACTS, CHAIR, LEAD, SECRETARY, STATES, UNIT, Act
from tests.congress.suggestions.acts_of_parts import ACTS_OF_PARTS, CO_UNIT, COSIGNER, SUPERVISOR
from tests.congress.suggestions.outcomes import Person, wrongs
from tests.congress.suggestions.whole_records import plain, whole
from tests.factories.information import actor_of
from tests.factories.suggestions import unit_of
from tests.routes.world import Place, World

SUGGESTIONS = Suggestion.objects.select_related("congress__parent", "term", "session")
HOME = (LEAD, COSIGNER, CO_UNIT, SECRETARY, CHAIR)
# Nobody is above the county.
UPWARD = ("report_upward", "take_over", "give_back_from_above")


def of_county(name: str, act: Act) -> Act:
    if name in UPWARD:
        return replace(act, when={}, bring=None)
    staff = {SECRETARY: SUPERVISOR, CHAIR: SUPERVISOR}
    return replace(act, roles=tuple(staff.get(role, role) for role in act.roles))


def people_of(world: World, suggestion: Suggestion) -> dict[Person, Actor]:
    """Those who act there, and those of a township who could be taken for them."""
    found = {
        person: actor
        for person, actor in outcomes.people_of(world, suggestion).items()
        if person[0] == SUPERVISOR or (person[0] in HOME and person[1] == "home")
    }
    township = {(UNIT, "other"): world.actor(UNIT)}
    return found | township | {(UNIT, "home"): actor_of(UNIT, unit_of(suggestion.congress))}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(("acts", "made"), [(ACTS, plain), (ACTS_OF_PARTS, whole)])
def test_every_act_on_a_record_of_the_county(acts, made, state: str, world: World):
    seat = Place(world.county, world.county, unit_of(world.county))
    county = replace(world, places=world.places | {"home": seat})
    suggestion = made(state, county)
    table = {name: of_county(name, act) for name, act in acts.items()}
    people = people_of(world, suggestion)
    assert wrongs(table, SUGGESTIONS.filter(pk=suggestion.pk), people, county) == {}
