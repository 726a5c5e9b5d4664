"""The states of a suggestion: what staff read, what everybody else reads, who owes the next act."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.flow.transitions import Process, State
from congress.suggestions.states.entry import ENTRY
from congress.suggestions.states.handling import HANDLING


def _state(code: str, label: Promise, public: Promise, tone: str = "neutral") -> State:
    return State(code, label, public, tone)


SUGGESTION = Process(
    pgettext_lazy("noun", "suggestion"),
    states=(
        _state("draft", pgettext_lazy("state", "draft"), pgettext_lazy("state", "draft")),
        _state(
            "awaiting_cosigners",
            pgettext_lazy("suggestion", "awaiting co-signers"),
            pgettext_lazy("suggestion", "awaiting co-signers"),
            "warning",
        ),
        _state(
            "submitted",
            pgettext_lazy("suggestion", "submitted, to be decided"),
            pgettext_lazy("suggestion", "submitted"),
            "warning",
        ),
        _state(
            "registered",
            pgettext_lazy("suggestion", "registered, to be handed over"),
            pgettext_lazy("suggestion", "accepted"),
            "warning",
        ),
        _state(
            "not_accepted",
            pgettext_lazy("suggestion", "not accepted"),
            pgettext_lazy("suggestion", "not accepted"),
        ),
        _state(
            "merged",
            pgettext_lazy("suggestion", "merged"),
            pgettext_lazy("suggestion", "handled with another"),
        ),
        _state(
            "assigned",
            pgettext_lazy("suggestion", "handed over"),
            pgettext_lazy("suggestion", "handed over"),
            "info",
        ),
        _state(
            "return_requested",
            pgettext_lazy("suggestion", "return asked for"),
            pgettext_lazy("suggestion", "handed over"),
            "warning",
        ),
        _state(
            "in_handling",
            pgettext_lazy("suggestion", "in handling"),
            pgettext_lazy("suggestion", "in handling"),
            "info",
        ),
        _state(
            "reply_review",
            pgettext_lazy("suggestion", "reply in review"),
            pgettext_lazy("suggestion", "in handling"),
            "warning",
        ),
        _state(
            "replied",
            pgettext_lazy("suggestion", "replied"),
            pgettext_lazy("suggestion", "replied"),
            "success",
        ),
        _state(
            "rehandling",
            pgettext_lazy("suggestion", "second round"),
            pgettext_lazy("suggestion", "handled again"),
            "warning",
        ),
        _state(
            "closed",
            pgettext_lazy("suggestion", "closed"),
            pgettext_lazy("suggestion", "closed"),
            "success",
        ),
        _state(
            "withdrawn",
            pgettext_lazy("suggestion", "withdrawn"),
            pgettext_lazy("suggestion", "withdrawn"),
        ),
    ),
    transitions=(*ENTRY, *HANDLING),
)

# Who owes the next act; a state that is not here owes none.
OWES = {
    "draft": _("the lead deputy finishes the text"),
    "awaiting_cosigners": _("the deputies who were asked confirm"),
    "submitted": _("the presidium decides on the acceptance"),
    "registered": _("the presidium hands it over"),
    "assigned": _("the unit acknowledges receipt"),
    "return_requested": _("the presidium decides on the return"),
    "in_handling": _("the unit replies"),
    "reply_review": _("the presidium checks and releases the reply"),
    "replied": _("the deputies rate the reply"),
    "rehandling": _("the unit replies again"),
}

# The same, where the reader owes it.
YOU = _("it is your turn")

BEFORE_SUBMISSION = ("draft", "awaiting_cosigners")
BEFORE_REGISTRATION = (*BEFORE_SUBMISSION, "submitted", "not_accepted")
OVER = ("closed", "withdrawn", "not_accepted", "merged")
# Never published: a consent to it has no meaning. What was merged speaks for its proposers.
NEVER_PUBLIC = ("not_accepted", "withdrawn")
ANSWERED = ("replied", "rehandling", "closed")
