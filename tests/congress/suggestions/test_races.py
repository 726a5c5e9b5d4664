"""Two register, hand over, decide, release or rate at once: one wins, the other is told."""

from datetime import timedelta

import pytest
from django.utils import timezone

from congress.audit.models import Entry
from congress.organisations.models import Organisation
from congress.suggestions import actions
from congress.suggestions.models import Clock, ReturnRequest, Suggestion
from tests.congress.racing import ROUNDS, race
from tests.factories.information import actor_of
from tests.factories.organisations import OrganisationFactory, TermFactory
from tests.factories.suggestions import (
    BAD,
    GOOD,
    SORT,
    SuggestionFactory,
    deputy_actor,
    lead_row,
    officer_of,
    part_of,
    presidium_of,
    unit_of,
)

ROWS = Suggestion.objects.select_related("congress__parent", "term", "session")
pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


def made(number: int = ROUNDS, *, town: Organisation | None = None, **traits) -> list[int]:
    town = town or OrganisationFactory(name="石桥镇")
    if not town.terms.exists():
        TermFactory(congress=town)
    unit_of(town, 1)
    at = timezone.now() - timedelta(hours=1)
    return [SuggestionFactory(congress=town, at=at, **traits).pk for _ in range(number)]


def fates_of(seen, pk: int) -> list[str]:
    return sorted(seen[number, pk][0] for number in (0, 1))


def moves(suggestion: Suggestion, act: str) -> int:
    rows = Entry.objects.filter(room="suggestions", kind="suggestion", act=act)
    return rows.filter(object_id=suggestion.pk).count()


def register(suggestion: Suggestion) -> None:
    by = presidium_of(suggestion)
    actions.register_suggestion(suggestion, **SORT, by=by, at=timezone.now())


def registered(suggestion: Suggestion) -> tuple:
    return suggestion.state, suggestion.reference, moves(suggestion, "register")


def test_two_register_at_once(tmp_path):
    """One number each, and the numbers have no gap."""
    keys = made(submitted=True)
    seen = race(tmp_path, ROWS, [(register, keys), (register, keys)], registered)
    year = timezone.localdate().year
    for place, pk in enumerate(keys, start=1):
        assert fates_of(seen, pk) == ["done", "late"]
        assert seen[0, pk][1] == ("registered", f"石桥-建议-19-闭{year}-{place:03}", 1)


def test_two_desks_of_a_town_share_one_series(tmp_path):
    towns = [OrganisationFactory(name=name) for name in ("石桥镇", "云坪镇")]
    desks = [made(town=town, submitted=True) for town in (towns[0], towns[0], towns[1])]
    people = [(register, keys) for keys in desks]
    seen = race(tmp_path, ROWS, people, registered)
    assert {fate for fate, _ in seen.values()} == {"done"}
    year = timezone.localdate().year
    assert sorted(found[1] for _, found in seen.values()) == sorted(
        f"{name}-建议-19-闭{year}-{number:03}"
        for name, last in (("石桥", 2 * ROUNDS), ("云坪", ROUNDS))
        for number in range(1, last + 1)
    )


def hand_over_to(number: int):
    def act(suggestion: Suggestion) -> None:
        units = {unit_of(suggestion.congress, number): "lead"}
        actions.hand_over(suggestion, units=units, by=presidium_of(suggestion), at=timezone.now())

    return act


def handed_over(suggestion: Suggestion) -> tuple:
    clocks = Clock.objects.running().filter(suggestion=suggestion, event="reply")
    return suggestion.state, suggestion.assignments.count(), clocks.count()


def test_two_hand_over_to_different_units(tmp_path):
    keys = made(registered=True)
    people = [(hand_over_to(0), keys), (hand_over_to(1), keys)]
    seen = race(tmp_path, ROWS, people, handed_over)
    for pk in keys:
        assert fates_of(seen, pk) == ["done", "late"]
        assert seen[0, pk][1] == seen[1, pk][1] == ("assigned", 1, 1)


def refuse(suggestion: Suggestion) -> None:
    actions.refuse_suggestion(
        suggestion,
        refusal="bidding",
        note="属招标结果。",
        by=presidium_of(suggestion),
        at=timezone.now(),
    )


def test_one_accepts_while_the_other_refuses(tmp_path):
    keys = made(submitted=True)
    seen = race(tmp_path, ROWS, [(register, keys), (refuse, keys)], registered)
    for pk in keys:
        assert fates_of(seen, pk) == ["done", "late"]
        state, reference, _ = seen[0, pk][1]
        assert (state, reference is None) in {("registered", False), ("not_accepted", True)}


def decide_return(act):
    def decide(suggestion: Suggestion) -> None:
        request = ReturnRequest.objects.select_related(
            "assignment__unit", "assignment__suggestion__congress__parent"
        ).get(assignment__suggestion=suggestion)
        act(request, remark="按职责。", by=presidium_of(suggestion), at=timezone.now())

    return decide


def decided(suggestion: Suggestion) -> tuple:
    request = ReturnRequest.objects.get(assignment__suggestion=suggestion)
    return suggestion.state, request.decision


def test_a_return_is_decided_once(tmp_path):
    keys = made(return_requested=True)
    people = [
        (decide_return(actions.grant_return), keys),
        (decide_return(actions.refuse_return), keys),
    ]
    seen = race(tmp_path, ROWS, people, decided)
    for pk in keys:
        assert fates_of(seen, pk) == ["done", "late"]
        assert seen[0, pk][1] in {("registered", "granted"), ("in_handling", "refused")}


def release(suggestion: Suggestion) -> None:
    reply = suggestion.replies.select_related("assignment__unit", "assignment__suggestion").get()
    actions.release_reply(reply, by=presidium_of(suggestion), at=timezone.now())


def recall(suggestion: Suggestion) -> None:
    reply = suggestion.replies.select_related("assignment__unit", "assignment__suggestion").get()
    actions.recall_reply(reply, by=officer_of(part_of(suggestion)), at=timezone.now())


def replied(suggestion: Suggestion) -> tuple:
    return suggestion.state, suggestion.replies.get().state


def test_a_release_meets_the_unit_taking_its_reply_back(tmp_path):
    keys = made(reply_review=True)
    seen = race(tmp_path, ROWS, [(release, keys), (recall, keys)], replied)
    for pk in keys:
        assert fates_of(seen, pk) == ["done", "late"]
        assert seen[0, pk][1] in {("replied", "released"), ("in_handling", "draft")}


def rate(aspects: dict[str, str]):
    def act(suggestion: Suggestion) -> None:
        row = lead_row(suggestion)
        row.suggestion = suggestion
        actions.rate(row, **aspects, by=deputy_actor(row.deputy), at=timezone.now())

    return act


def rated(suggestion: Suggestion) -> tuple:
    return suggestion.state, suggestion.round_no, suggestion.ratings.count()


def test_a_deputy_rates_in_two_windows(tmp_path):
    """The first press counts: closed, or a second round, never both."""
    keys = made(replied=True)
    seen = race(tmp_path, ROWS, [(rate(GOOD), keys), (rate(BAD), keys)], rated)
    for pk in keys:
        assert fates_of(seen, pk) == ["done", "late"]
        assert seen[0, pk][1] in {("closed", 1, 1), ("rehandling", 2, 1)}


def add(suggestion: Suggestion) -> None:
    actions.add_unit(
        suggestion,
        unit=unit_of(suggestion.congress, 1),
        role="co_handler",
        by=actor_of("chair", suggestion.congress),
        at=timezone.now(),
    )


def test_a_unit_is_added_once(tmp_path):
    keys = made(assigned=True)
    seen = race(tmp_path, ROWS, [(add, keys), (add, keys)], handed_over)
    for pk in keys:
        assert fates_of(seen, pk) == ["done", "late"]
        assert seen[0, pk][1][1] == 2
