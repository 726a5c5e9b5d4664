"""Every state × person × act, by the action: allowed where the process says so, refused else."""

import pytest

from congress.suggestions.models import Suggestion
from congress.suggestions.states import SUGGESTION
from tests.congress.suggestions.acts import ACTS, STATES
from tests.congress.suggestions.outcomes import people_of, wrongs
from tests.congress.suggestions.whole_records import plain
from tests.routes.world import World


@pytest.mark.parametrize("state", STATES)
def test_every_act_of_every_person(state: str, world: World):
    suggestion = plain(state, world)
    rows = Suggestion.objects.select_related("congress__parent", "term", "session")
    people = people_of(world, suggestion)
    assert wrongs(ACTS, rows.filter(pk=suggestion.pk), people, world) == {}


def test_the_table_holds_every_transition():
    """What moves by another act's consequence is not an act of its own."""
    by_consequence = {
        "close", "await_review", "answer", "back_to_handling", "back_to_rehandling",
        "open_second_round", "give_back_from_above",
    }  # fmt: skip
    names = {"give_back": "back_to_handling", "sign": "await_review"}
    held = set(ACTS) | set(names.values())
    assert {t.act for t in SUGGESTION.transitions} - held == by_consequence - set(names.values())
