"""Where a suggestion stands, as a line of steps."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import pgettext

from congress.suggestions.models import Assignment, Suggestion
from congress.suggestions.states import SUGGESTION
from congress.web.templatetags.web import day

# How many steps are done in each state of the way; the others ended it early.
REACHED = {
    "draft": 0,
    "awaiting_cosigners": 0,
    "submitted": 1,
    "registered": 2,
    "assigned": 3,
    "return_requested": 3,
    "in_handling": 4,
    "reply_review": 4,
    "rehandling": 4,
    "replied": 5,
    "closed": 7,
}


@dataclass(frozen=True)
class Step:
    label: str
    note: str
    state: str


def steps(suggestion: Suggestion, parts: list[Assignment], words: str) -> list[Step]:
    """From `parts`, the running ones, the receipt; `words` name the state and stand at the current
    step. What ended early shows the steps it had done and how it ended."""
    received = [part.acknowledged_at for part in parts if part.acknowledged_at]
    moments = [
        (pgettext("step", "Raised"), suggestion.submitted_at),
        (pgettext("step", "Accepted"), suggestion.registered_at),
        (pgettext("step", "Handed over"), suggestion.handed_over_at),
        (pgettext("step", "Received"), min(received, default=None)),
        (pgettext("step", "Replied"), suggestion.replied_at),
        (pgettext("step", "Rated"), suggestion.closed_at),
        (pgettext("step", "Closed"), suggestion.closed_at),
    ]
    reached = REACHED.get(suggestion.state)
    if reached is None:
        done = [Step(label, day(at), "done") for label, at in moments if at]
        return [*done, Step(words, "", "current")]
    return [_step(label, at, index, reached, words) for index, (label, at) in enumerate(moments)]


def _step(label: str, at: datetime | None, index: int, reached: int, words: str) -> Step:
    if index < reached:
        return Step(label, day(at), "done")
    return Step(label, words, "current") if index == reached else Step(label, "", "next")


def state_words(suggestion: Suggestion, *, inside: bool, upward: bool) -> str:
    """As staff read it (`inside`), or everybody else; `upward` where the county has it."""
    if upward and suggestion.state == "in_handling":
        return pgettext("suggestion", "reported to the county")
    state = SUGGESTION.state(suggestion.state)
    return str(state.label if inside else state.public_label)
