"""The same table for what hangs on a suggestion, for promises and for the settings."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from congress.suggestions import actions
from congress.suggestions.models import Commitment, Suggestion
from tests.congress.suggestions.acts import ACTS, STATES
from tests.congress.suggestions.acts_of_parts import ACTS_OF_PARTS
from tests.congress.suggestions.acts_of_promises import (
    ACTS_OF_OFFICES,
    ACTS_OF_PROMISES,
    PROMISE_STATES,
)
from tests.congress.suggestions.outcomes import people_of, wrongs
from tests.congress.suggestions.whole_records import whole
from tests.factories.suggestions import (
    SuggestionFactory,
    officer_of,
    presidium_of,
)
from tests.routes.world import World

SUGGESTIONS = Suggestion.objects.select_related("congress__parent", "term", "session")
PROMISES = Commitment.objects.select_related(
    "suggestion__congress__parent", "reply__assignment__unit"
)
TABLES = (ACTS, ACTS_OF_PARTS, ACTS_OF_PROMISES, ACTS_OF_OFFICES)
# Not acts: what an act raises where another window has saved meanwhile.
NO_ACTS = {"Conflict", "ReplyConflict"}


@pytest.mark.parametrize("state", STATES)
def test_every_act_on_what_hangs_on_a_suggestion(state: str, world: World):
    suggestion = whole(state, world)
    rows = SUGGESTIONS.filter(pk=suggestion.pk)
    assert wrongs(ACTS_OF_PARTS, rows, people_of(world, suggestion), world) == {}


@pytest.mark.parametrize("state", PROMISE_STATES)
def test_every_act_on_a_promise(state: str, world: World):
    suggestion = SuggestionFactory(congress=world.township, promised=True, at=world.at)
    promise = PROMISES.get()
    if state != "open":
        by = officer_of(promise.reply.assignment)
        actions.report_kept(promise, text="已修好。", by=by, at=world.at)
    if state == "kept":
        by = presidium_of(suggestion)
        actions.confirm_kept(promise, text="看过。", by=by, at=world.at)
    assert wrongs(ACTS_OF_PROMISES, PROMISES.all(), people_of(world, suggestion), world) == {}


def test_who_begins_a_draft_and_who_keeps_the_settings(world: World):
    suggestion = SuggestionFactory(congress=world.township)
    rows = SUGGESTIONS.filter(pk=suggestion.pk)
    assert wrongs(ACTS_OF_OFFICES, rows, people_of(world, suggestion), world) == {}


def called(do: Callable[..., Any]) -> set[str]:
    """The actions that a row of a table names."""
    function: Any = do.func if isinstance(do, partial) else do
    held = [cell.cell_contents for cell in function.__closure__ or ()]
    names = {getattr(each, "__name__", "") for each in held} | set(function.__code__.co_names)
    return names & set(actions.__all__)


def test_every_action_has_a_row():
    rows = [called(act.do) for table in TABLES for act in table.values()]
    assert [len(row) for row in rows] == [1] * len(rows)
    assert set(actions.__all__) - set().union(*rows) == NO_ACTS
