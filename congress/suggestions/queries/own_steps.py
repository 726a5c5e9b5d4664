"""Where a suggestion stands, as a deputy reads it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import pgettext, pgettext_lazy

from congress.suggestions.models import Clock, Suggestion
from congress.suggestions.states import SUGGESTION
from congress.web.templatetags.web import day

WORDS = (
    pgettext_lazy("step", "submit"),
    pgettext_lazy("step", "accept"),
    pgettext_lazy("step", "hand over"),
    pgettext_lazy("step", "reply"),
    pgettext_lazy("step", "rate"),
    pgettext_lazy("step", "close"),
)
AT = {
    "draft": 0,
    "awaiting_cosigners": 0,
    "submitted": 1,
    "registered": 2,
    "assigned": 3,
    "return_requested": 3,
    "in_handling": 3,
    "reply_review": 3,
    "rehandling": 3,
    "replied": 4,
    "closed": 6,
}


@dataclass(frozen=True)
class Step:
    label: str
    note: str
    state: str


def steps_of(suggestion: Suggestion) -> list[Step]:
    """The way to the closing; where it ended before, the end instead of what was left of it."""
    dates = (
        suggestion.submitted_at,
        suggestion.registered_at,
        suggestion.handed_over_at,
        suggestion.replied_at,
        None,
        suggestion.closed_at,
    )
    here = AT.get(suggestion.state)
    if here is None:
        done = [_step(at, dates[at], "done") for at in range(len(WORDS)) if dates[at]]
        end = SUGGESTION.state(suggestion.state).public_label
        return [*done, Step(str(end), "", "current")]
    return [_step(at, dates[at], _state(at, here)) for at in range(len(WORDS))]


def _state(at: int, here: int) -> str:
    if at < here:
        return "done"
    return "current" if at == here else "next"


def _step(at: int, when: datetime | None, state: str) -> Step:
    note = day(when) if state == "done" else ""
    if state == "current" and when:
        note = pgettext("step", "once more")
    return Step(str(WORDS[at]), note, state)


def next_clock(suggestion: Suggestion) -> Clock | None:
    """The nearest date by which somebody owes something."""
    return suggestion.clocks.running().owed().order_by("due", "pk").first()
