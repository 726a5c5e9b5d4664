"""Whoever holds two mandates in one congress stands under a suggestion once."""

from datetime import timedelta

import pytest

from congress.organisations.models import Deputy
from congress.suggestions import actions
from tests.congress.suggestions.entering import fresh, of, url
from tests.factories.organisations import DeputyFactory, TermFactory
from tests.factories.suggestions import SuggestionFactory, lead_of, presidium_of
from tests.routes.suggestions_entry import entered, led, mandate


@pytest.fixture
def both(world) -> list[Deputy]:
    """The mandates of a person in the old term and in the new one."""
    old = mandate(world).term
    new = TermFactory(congress=world.township, number=old.number + 1)
    first = DeputyFactory(term=old)
    return [first, DeputyFactory(term=new, user=first.user)]


def people_under(suggestion) -> list[int]:
    return list(suggestion.signatories.order_by("pk").values_list("deputy__user", flat=True))


def test_a_person_is_asked_once_and_confirms(world, client_as, both):
    suggestion = led()(world)
    keys = [deputy.pk for deputy in both]
    client_as("deputy").post(url("cosigners", suggestion.pk), {"then": "ask", "deputies": keys})
    assert people_under(suggestion).count(both[0].user_id) == 1
    page = url("cosign", suggestion.pk)
    assert of(both[0]).get(page).status_code == 200
    of(both[0]).post(page, {"answer": "confirmed", "edition": suggestion.edition})
    assert suggestion.signatories.get(part="cosigner").answer == "confirmed"


def test_a_lead_is_not_asked_by_another_mandate(world, both):
    suggestion = SuggestionFactory(congress=world.township, lead=both[0], at=world.at)
    other = DeputyFactory(term=both[0].term)
    actions.ask_cosigners(
        suggestion, deputies=[both[1], other], by=lead_of(suggestion), at=world.at
    )
    assert people_under(suggestion) == [both[0].user_id, other.user_id]


def test_a_person_is_entered_from_paper_once(world, both):
    suggestion = entered(world)
    by = world.actor("secretary")
    actions.sign_on_paper(suggestion, deputies=both, by=by, at=world.at)
    assert people_under(suggestion).count(both[0].user_id) == 1


def test_whoever_led_both_agrees_to_the_withdrawal_once(world, both):
    into, merged = (
        SuggestionFactory(congress=world.township, lead=deputy, registered=True, at=world.at)
        for deputy in both
    )
    by = presidium_of(into)
    actions.merge_suggestion(merged, into=into, by=by, at=world.at)
    assert people_under(into) == [both[0].user_id]
    at = world.at + timedelta(minutes=1)
    actions.ask_to_withdraw(fresh(into), reason="已经解决。", by=lead_of(into), at=at)
    assert fresh(into).state == "withdrawn"
