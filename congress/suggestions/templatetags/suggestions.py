"""What the pages of suggestions say about states and time limits."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import template
from django.utils.translation import gettext as _

from congress.organisations.phones import masked as masked_number
from congress.suggestions.models import Clock, Suggestion
from congress.suggestions.queries.clocks import found, row_of
from congress.suggestions.queries.steps import state_words
from congress.suggestions.states import SUGGESTION
from congress.workdays.deadlines import Deadline
from congress.workdays.rulebook import Row
from congress.workdays.wording import EVENT_WORDS, START_WORDS, article, notes, span

register = template.Library()


@register.simple_tag
def state_badge(suggestion: Suggestion, upward: bool = False) -> dict[str, str]:
    """For staff, who read the inner words."""
    words = state_words(suggestion, inside=True, upward=upward)
    return {"label": words, "tone": SUGGESTION.state(suggestion.state).tone}


@register.filter
def unit_names(parts: Iterable[Any]) -> str:
    """Of the parts that the list fetched."""
    return "、".join(part.unit_name for part in parts)


@register.filter
def event_words(event: str | None) -> str:
    return str(EVENT_WORDS[event]) if event else ""


@register.filter
def masked(number: str) -> str:
    """138****1234."""
    return masked_number(number)


@register.filter
def days_until(due: date, today: date) -> int:
    return (due - today).days


@register.filter
def clock_reason(clock: Clock) -> str:
    return reason(row_of(clock), clock.length, clock.extended)


@register.filter
def deadline_reason(deadline: Deadline) -> str:
    return reason(deadline.row, deadline.length, deadline.extended)


@register.filter
def clock_notes(clock: Clock) -> list[str]:
    """What makes the date less certain or less convenient than it looks."""
    return notes(found(clock))


@register.filter
def deadline_notes(deadline: Deadline) -> list[str]:
    return notes(deadline)


def reason(row: Row, length: int, extended: bool) -> str:
    """Within 3个月 from the hand-over, by which article."""
    words = {
        "length": span(length, row.unit),
        "start": START_WORDS[row.starts],
        "basis": f"《{row.source}》{article(row)}",
    }
    if extended:
        return _("%(length)s with the extension, from the %(start)s on (%(basis)s)") % words
    return _("%(length)s from the %(start)s on (%(basis)s)") % words
