"""The acts of a unit's officer, and of the presidium on a signed reply, as buttons."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from congress.audit.actors import Actor
from congress.suggestions.actions.receiving import AT_WORK, IN_CONTACT, OPINION_IN
from congress.suggestions.models import Assignment, Reply, Suggestion
from congress.suggestions.models.choices import HandlingRole
from congress.suggestions.queries.parts import REPLIES
from congress.suggestions.queries.replies import OWED_IN
from congress.suggestions.rules import is_presidium, works_at
from congress.suggestions.states.handling import REQUEST_RETURN
from congress.suggestions.views.parts import Button


def units_buttons(actors: tuple[Actor, ...], suggestion: Suggestion) -> Iterator[Button]:
    parts = list(suggestion.assignments.running().select_related("unit"))
    replies = {
        reply.assignment_id: reply
        for reply in suggestion.replies.filter(round_no=suggestion.round_no)
    }
    for part in parts:
        reply = replies.get(part.pk)
        if any(works_at(actor, part) for actor in actors):
            yield from _of_unit(suggestion, part, reply)
        checks = any(is_presidium(actor, suggestion) for actor in actors)
        if checks and reply and reply.state == "in_review":
            label = _("Check the reply of %(unit)s") % {"unit": part.unit}
            yield Button(label, _url("release_reply", suggestion, reply), main=True)


def _of_unit(suggestion: Suggestion, part: Assignment, reply: Reply | None) -> Iterator[Button]:
    state = suggestion.state
    if part.acknowledged_at is None and state in AT_WORK:
        label = pgettext_lazy("button", "Acknowledge receipt")
        yield Button(label, _url("acknowledge", suggestion, part), post=True, main=True)
    elif part.role in REPLIES:
        yield from _replying(suggestion, part, reply)
    elif part.role == HandlingRole.CO_HANDLER and state in OPINION_IN:
        first = part.opinion_at is None
        label = (
            pgettext_lazy("button", "Give the opinion")
            if first
            else pgettext_lazy("button", "Change the opinion")
        )
        yield Button(label, _url("opinion", suggestion, part), main=first)
    if part.acknowledged_at and state in IN_CONTACT:
        label = pgettext_lazy("button", "Note a contact")
        yield Button(label, _url("contact", suggestion, part))
    if may_return(suggestion, part, reply, timezone.localdate()):
        label = pgettext_lazy("button", "Ask to return it")
        yield Button(label, _url("request_return", suggestion, part))


def _replying(suggestion: Suggestion, part: Assignment, reply: Reply | None) -> Iterator[Button]:
    if reply and reply.state == "in_review":
        label = pgettext_lazy("button", "Take the reply back")
        yield Button(label, _url("recall_reply", suggestion, reply), post=True)
    elif suggestion.state in OWED_IN and (reply is None or reply.state == "draft"):
        label = pgettext_lazy("button", "Write the reply")
        yield Button(label, _url("reply", suggestion, part), main=True)


def may_return(suggestion: Suggestion, part: Assignment, reply: Reply | None, on: date) -> bool:
    """Within the window of the rules where they have one, while nothing is signed or asked."""
    if suggestion.state not in REQUEST_RETURN.sources or (reply and reply.state != "draft"):
        return False
    window = part.clocks.filter(event="return").order_by("-pk").first()
    if window and window.due < on:
        return False
    return not part.returns.filter(decision="").exists()


def _url(name: str, suggestion: Suggestion, row: Assignment | Reply) -> str:
    return reverse(f"suggestions:{name}", args=[suggestion.pk, row.pk])
