"""The states of one unit's reply in one round."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.flow.transitions import Process, State, Transition
from congress.organisations.roles import UNIT_OFFICER
from congress.suggestions.states.entry import PRESIDIUM, REASON

SIGN_REPLY = Transition(
    "sign_reply",
    pgettext_lazy("act", "sign the reply"),
    ("draft",),
    "in_review",
    (UNIT_OFFICER, *PRESIDIUM),
    undo=_("The unit takes it back before it is released."),
    records=(pgettext_lazy("record", "head of the unit"), pgettext_lazy("record", "class")),
    done=pgettext_lazy("act done", "signed the reply"),
)
RECALL_REPLY = Transition(
    "recall_reply",
    pgettext_lazy("act", "take the reply back"),
    ("in_review",),
    "draft",
    (UNIT_OFFICER,),
    undo=_("Sign it again."),
    done=pgettext_lazy("act done", "took the reply back"),
)
GIVE_BACK_REPLY = Transition(
    "give_back_reply",
    pgettext_lazy("act", "give the reply back to the unit"),
    ("in_review",),
    "draft",
    PRESIDIUM,
    undo=_("The unit signs it again; its time limit runs on as if it had not stopped."),
    records=(REASON,),
    done=pgettext_lazy("act done", "gave the reply back to the unit"),
)
RELEASE_REPLY = Transition(
    "release_reply",
    pgettext_lazy("act", "release the reply"),
    ("in_review",),
    "released",
    (*PRESIDIUM, UNIT_OFFICER),
    undo=_("Cannot be taken back; the deputy may ask for a second round."),
    done=pgettext_lazy("act done", "released the reply"),
)

REPLY = Process(
    pgettext_lazy("noun", "reply"),
    states=(
        State("draft", pgettext_lazy("state", "draft"), pgettext_lazy("state", "draft")),
        State(
            "in_review",
            pgettext_lazy("reply", "in review"),
            pgettext_lazy("reply", "in review"),
            "warning",
        ),
        State(
            "released",
            pgettext_lazy("reply", "released"),
            pgettext_lazy("reply", "released"),
            "success",
        ),
    ),
    transitions=(SIGN_REPLY, RECALL_REPLY, GIVE_BACK_REPLY, RELEASE_REPLY),
)
