"""Every state × person × act of office and presidium, by the page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import reverse

from congress.organisations.roles import CHAIR, COUNTY_SUPERVISOR, SECRETARY
from congress.suggestions.models import Suggestion
from tests.factories.suggestions import SuggestionFactory, unit_of
from tests.routes.world import World

STATES = (
    "submitted",
    "registered",
    "not_accepted",
    "merged",
    "assigned",
    "return_requested",
    "in_handling",
    "reply_review",
    "replied",
    "rehandling",
    "closed",
    "withdrawn",
)
WHY = {"reason": "另有安排"}
SORTED = {"category": "roads", "jurisdiction": "township"}
BEFORE_REPLY = (*STATES[:2], *STATES[4:8])
ROLES = (SECRETARY, CHAIR, COUNTY_SUPERVISOR, "deputy", "unit_officer", "county_admin")


@dataclass(frozen=True)
class Act:
    """One role of the township may do it, in `states`, and then the record is in `target`, where
    that is None in the state it was in."""

    role: str
    states: tuple[str, ...]
    target: str | None
    data: Callable[[Suggestion], dict[str, Any]]

    def answer(self, role: str, state: str) -> int:
        if role in (SECRETARY, CHAIR) and role != self.role:
            return 403
        if role == COUNTY_SUPERVISOR:
            return 404
        if role != self.role:
            return 403
        return 302 if state in self.states else 409


def given(fields: dict[str, Any]) -> Callable[[Suggestion], dict[str, Any]]:
    return lambda suggestion: fields


def scan(suggestion: Suggestion) -> dict[str, Any]:
    return WHY | {"scan": SimpleUploadedFile("a.pdf", b"%PDF-1.4 a")}


def other(suggestion: Suggestion) -> dict[str, Any]:
    into = SuggestionFactory(congress=suggestion.congress, registered=True)
    return {"into": into.pk}


ACTS = {
    "propose": Act(SECRETARY, ("submitted",), None, given(SORTED)),
    "register": Act(CHAIR, ("submitted",), "registered", given(SORTED)),
    "send_back": Act(CHAIR, ("submitted",), "draft", given(WHY)),
    "refuse": Act(
        CHAIR,
        ("submitted",),
        "not_accepted",
        given({"refusal": "academic", "note": "属于学术探讨"}),
    ),
    "undo_refusal": Act(CHAIR, ("not_accepted",), "submitted", given(WHY)),
    "merge": Act(CHAIR, ("registered",), "merged", other),
    "separate": Act(CHAIR, ("merged",), "registered", given(WHY)),
    "withdraw_on_paper": Act(SECRETARY, BEFORE_REPLY, "withdrawn", scan),
    "hand_over": Act(
        CHAIR, ("registered",), "assigned", lambda row: {"lead": unit_of(row.congress).pk}
    ),
    "take_back": Act(CHAIR, ("assigned",), "registered", given(WHY)),
    "add_unit": Act(
        CHAIR,
        ("assigned", "in_handling"),
        None,
        lambda row: {"unit": unit_of(row.congress, 1).pk, "role": "co_handler"},
    ),
    "report_upward": Act(
        CHAIR, ("registered", "assigned", "in_handling"), "in_handling", given(WHY)
    ),
}


@pytest.mark.parametrize("state", STATES)
def test_by_the_page(state: str, world: World, client_as):
    world.term_of(world.county)
    suggestion = SuggestionFactory(congress=world.township, **{state: True})
    found, wanted = {}, {}
    clients = {role: client_as(role) for role in ROLES}
    for name, act in ACTS.items():
        for role, client in clients.items():
            wanted[name, role] = act.answer(role, state)
            with transaction.atomic():
                url = reverse(f"suggestions:{name}", args=[suggestion.pk])
                answer = client.post(url, act.data(suggestion))
                suggestion.refresh_from_db()
                allowed = answer.status_code == 302 and wanted[name, role] == 302
                assert suggestion.state == (act.target or state if allowed else state)
                transaction.set_rollback(True)
            found[name, role] = answer.status_code
            suggestion.refresh_from_db()
    assert found == wanted


@pytest.mark.parametrize("state", STATES)
def test_buttons_lead_only_to_what_may_be_done(state: str, world: World, client_as):
    """Every button of the page opens or is a press; nobody but staff has one of these."""
    world.term_of(world.county)
    suggestion = SuggestionFactory(congress=world.township, **{state: True})
    for role in (SECRETARY, CHAIR):
        client = client_as(role)
        page = client.get(reverse("suggestions:detail", args=[suggestion.pk]))
        for button in page.context["buttons"]:
            status = 405 if button.post else 200
            assert client.get(str(button.url)).status_code == status
    above = client_as(COUNTY_SUPERVISOR).get(reverse("suggestions:detail", args=[suggestion.pk]))
    assert above.context["buttons"] == []
