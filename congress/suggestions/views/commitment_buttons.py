"""The acts a person may do on a promise now."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import pgettext

from congress.audit.actors import Actor
from congress.suggestions import rules
from congress.suggestions.models import Commitment
from congress.suggestions.states import COMMITMENT
from congress.suggestions.states import commitments as states
from congress.suggestions.views.parts import Button

# What has a page of its own; a promise is renewed by the reply.
URLS = {
    states.REPORT_KEPT: "report_kept",
    states.CONFIRM_KEPT: "confirm_kept",
    states.NOT_KEPT: "not_kept",
    states.REOPEN_COMMITMENT: "reopen_commitment",
}


def buttons_for(actors: tuple[Actor, ...], commitment: Commitment) -> list[Button]:
    """The one main act first."""
    return list(_buttons(actors, commitment))


def _buttons(actors: tuple[Actor, ...], commitment: Commitment) -> Iterator[Button]:
    for transition in COMMITMENT.from_state(commitment.state):
        may = any(rules.may_move_commitment(actor, commitment, transition) for actor in actors)
        if may and transition in URLS:
            main = transition in (states.REPORT_KEPT, states.CONFIRM_KEPT)
            yield Button(transition.label, _url(commitment, URLS[transition]), main=main)
    if commitment.state == "open" and any(rules.answers_for(a, commitment) for a in actors):
        yield Button(pgettext("button", "Report progress"), _url(commitment, "progress"))
        yield Button(pgettext("button", "Promise it for later"), _url(commitment, "later"))


def _url(commitment: Commitment, name: str) -> str:
    return reverse(f"suggestions:{name}", args=[commitment.pk])
