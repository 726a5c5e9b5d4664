"""What rating and promises add to a record's page: buttons and sections."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import pgettext

from congress.audit.actors import Actor
from congress.organisations.roles import DEPUTY
from congress.suggestions import rules
from congress.suggestions.models import Rating, Suggestion
from congress.suggestions.queries.commitments import commitments_of
from congress.suggestions.queries.rating_page import may_be_rated, may_be_reopened, row_of
from congress.suggestions.queries.ratings import Closing, closing, rounds_of
from congress.suggestions.states.process import ANSWERED
from congress.suggestions.views.parts import Button, Section


def rating_buttons(actors: tuple[Actor, ...], suggestion: Suggestion) -> Iterator[Button]:
    presides = any(rules.is_presidium(actor, suggestion) for actor in actors)
    if presides and may_be_reopened(suggestion):
        yield _button(pgettext("button", "Open it again"), "reopen", suggestion)
    if not may_be_rated(suggestion):
        return
    yield from _own_button(actors, suggestion)
    today = timezone.localdate()
    if not any(rules.is_staff(actor, suggestion) for actor in actors):
        return
    found = closing(suggestion, today)
    if not found.refusal:
        label = pgettext("button", "Close it")
        yield _button(label, "close", suggestion, post=True, main=True)
    if found.missing and any(rules.may_enter_slip(a, suggestion, today) for a in actors):
        yield _button(pgettext("button", "Enter a rating slip"), "slip", suggestion)
    if found.missing and not found.reminded_on:
        label = pgettext("button", "Remind those who have not rated")
        yield _button(label, "remind_to_rate", suggestion, post=True)
    if found.study_wanted and any(rules.is_presidium(a, suggestion) for a in actors):
        label = pgettext("button", "Note the joint study")
        yield _button(label, "joint_study", suggestion, main=True)


def _own_button(actors: tuple[Actor, ...], suggestion: Suggestion) -> Iterator[Button]:
    user = _deputy_of(actors)
    row = row_of(suggestion, user) if user else None
    if row and not row.ratings.filter(round_no=suggestion.round_no).exists():
        yield _button(pgettext("button", "Rate the reply"), "rate", suggestion, main=True)


def _button(label: str, name: str, suggestion: Suggestion, **how: bool) -> Button:
    return Button(label, reverse(f"suggestions:{name}", args=[suggestion.pk]), **how)


def _deputy_of(actors: tuple[Actor, ...]) -> int | None:
    return next((actor.user_id for actor in actors if actor.role == DEPUTY), None)


def rating_sections(actors: tuple[Actor, ...], suggestion: Suggestion) -> Iterator[Section]:
    promises = commitments_of(suggestion)
    if promises:
        yield Section("congress/suggestions/_commitments.html", {"rows": promises})
    if suggestion.state not in ANSWERED and suggestion.round_no == 1:
        return
    context = _ratings(actors, suggestion)
    if _says_nothing_new(context):
        return
    yield Section("congress/suggestions/_ratings.html", context)


def _says_nothing_new(context: dict[str, Any]) -> bool:
    """To a deputy who has not rated: the button says it already."""
    lines = [line for part in context["rounds"] for line in part.lines]
    return context["may_rate"] and not any(line.rating for line in lines)


def _ratings(actors: tuple[Actor, ...], suggestion: Suggestion) -> dict[str, Any]:
    """Staff and units read all; a deputy who has signed reads the own ones."""
    decides = any(rules.is_presidium(actor, suggestion) for actor in actors)
    inside = any(actor.role != DEPUTY for actor in actors)
    user = None if inside else _deputy_of(actors)
    found = _closing(actors, suggestion)
    return {
        "rounds": rounds_of(suggestion, of_user=user),
        "closing": found,
        "suggestion": suggestion,
        "open_cases": _open_cases(found) if decides else [],
        "study": getattr(suggestion, "joint_study", None),
        "may_rate": user is not None and may_be_rated(suggestion),
    }


def _closing(actors: tuple[Actor, ...], suggestion: Suggestion) -> Closing | None:
    if suggestion.state != "replied":
        return None
    if not any(rules.is_staff(actor, suggestion) for actor in actors):
        return None
    return closing(suggestion, timezone.localdate())


def _open_cases(found: Closing | None) -> list[Rating]:
    return list(found.undecided) if found else []
