"""Replied suggestions with two who signed, and what is typed on a rating page."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from congress.notifications.models import PersonalLink
from congress.organisations.models import Organisation
from congress.suggestions import actions
from congress.suggestions.models import Signatory, Suggestion
from congress.suggestions.models.signatories import RATE_ACT
from tests.factories.suggestions import (
    GOOD,
    SuggestionFactory,
    deputy_actor,
    handle,
    lead_of,
    new_deputy,
    release,
)


def cosigned(
    congress: Organisation, result_class: str = "A", at: datetime | None = None, **fields: Any
) -> tuple[Suggestion, Signatory, Signatory]:
    """A replied suggestion, its lead deputy's row and its co-signer's."""
    at = at or timezone.now()
    suggestion = SuggestionFactory(congress=congress, at=at, **fields)
    second = new_deputy(suggestion)
    actions.ask_cosigners(suggestion, deputies=[second], by=lead_of(suggestion), at=at)
    row = suggestion.signatories.get(deputy=second)
    actions.confirm_signature(row, by=deputy_actor(second), at=at)
    handle(suggestion, at)
    release(suggestion, at, result_class)
    rows = Signatory.objects.select_related(
        "suggestion__congress__parent", "deputy__user", "deputy__congress"
    )
    lead, co = (rows.get(suggestion=suggestion, part=part) for part in ("lead", "cosigner"))
    return Suggestion.objects.get(pk=suggestion.pk), lead, co


def link_of(suggestion: Suggestion, row: Signatory) -> str:
    links = PersonalLink.objects.for_record(suggestion, RATE_ACT).standing()
    return links.get(user=row.deputy.user).path


def typed(round_no: int = 1, **aspects: Any) -> dict[str, Any]:
    return GOOD | {"comment": "", "round_no": round_no} | aspects
