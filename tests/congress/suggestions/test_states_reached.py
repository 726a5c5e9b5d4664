"""Every state is reached by the acts of its people."""

import pytest

from congress.suggestions.models import Suggestion
from congress.suggestions.states import SUGGESTION
from tests.factories.suggestions import STEPS, SuggestionFactory

LEADS_TO = {"promised": "replied"}


@pytest.mark.parametrize("step", STEPS)
def test_a_state_is_reached(step: str, db):
    suggestion = SuggestionFactory(**{step: True})
    assert suggestion.state == LEADS_TO.get(step, step)


def test_the_factory_knows_every_state():
    states = {state.code for state in SUGGESTION.states}
    assert {LEADS_TO.get(step, step) for step in STEPS} | {"draft"} == states


def test_numbers_by_session_and_year(db):
    made = SuggestionFactory(registered=True)
    assert made.reference.startswith(f"{made.congress.short}-建议-19-闭")
    assert Suggestion.objects.exclude(reference=None).count() == 1
