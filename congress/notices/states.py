"""The process of a notice, as data."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.flow.transitions import Process, State, Transition
from congress.organisations.roles import CHAIR, COUNTY_SUPERVISOR, SECRETARY

# A township's notice is the secretary's to write and the chair's to sign; the county's are the
# supervisor's. Where the chair allows it the secretary signs routine ones: see `rules.may_sign`.
WRITERS = (SECRETARY, COUNTY_SUPERVISOR)
SIGNERS = (CHAIR, COUNTY_SUPERVISOR, SECRETARY)

SUBMIT = Transition(
    "submit_for_signature",
    pgettext_lazy("act", "hand in for signature"),
    ("draft",),
    "awaiting_signature",
    WRITERS,
    undo=_("The writer takes it back before it is signed."),
    done=pgettext_lazy("act done", "handed in for signature"),
)
RECALL = Transition(
    "recall",
    pgettext_lazy("act", "take back before the signature"),
    ("awaiting_signature",),
    "draft",
    WRITERS,
    undo=_("Hand it in again."),
    done=pgettext_lazy("act done", "taken back before the signature"),
)
SEND_BACK = Transition(
    "send_back",
    pgettext_lazy("act", "send back to the writer"),
    ("awaiting_signature",),
    "draft",
    (CHAIR, COUNTY_SUPERVISOR),
    undo=_("The writer hands it in again."),
    records=(pgettext_lazy("record", "remark"),),
    done=pgettext_lazy("act done", "sent back to the writer"),
)
SIGN = Transition(
    "sign",
    pgettext_lazy("act", "sign the notice"),
    ("awaiting_signature",),
    "signed",
    SIGNERS,
    undo=_("Before it is sent the writer takes it back to the desk; it is then signed again."),
    done=pgettext_lazy("act done", "signed the notice"),
)
REVISE = Transition(
    "revise",
    pgettext_lazy("act", "change the signed text"),
    ("signed",),
    "draft",
    WRITERS,
    undo=_("Hand it in again."),
    done=pgettext_lazy("act done", "took the signed text back to the desk"),
)
SEND = Transition(
    "send",
    pgettext_lazy("act", "send the notice"),
    ("signed",),
    "sent",
    (*WRITERS, CHAIR),
    undo=_("Cannot be taken back; it can be moved or cancelled."),
    records=(pgettext_lazy("record", "ledger"),),
    done=pgettext_lazy("act done", "sent the notice"),
)
MOVE_MEETING = Transition(
    "move_meeting",
    pgettext_lazy("act", "move the meeting"),
    ("sent",),
    "sent",
    SIGNERS,
    undo=_("Move it again."),
    records=(pgettext_lazy("record", "new time"), pgettext_lazy("record", "reason")),
    done=pgettext_lazy("act done", "moved the meeting"),
)
CANCEL = Transition(
    "cancel",
    pgettext_lazy("act", "cancel the notice"),
    ("sent",),
    "cancelled",
    SIGNERS,
    undo=_("Cannot be taken back; send a new notice."),
    records=(pgettext_lazy("record", "reason"),),
    done=pgettext_lazy("act done", "cancelled the notice"),
)

NOTICE = Process(
    pgettext_lazy("noun", "notice"),
    states=(
        State("draft", pgettext_lazy("state", "draft"), pgettext_lazy("state", "draft")),
        State(
            "awaiting_signature",
            pgettext_lazy("state", "awaiting signature"),
            pgettext_lazy("state", "draft"),
            "warning",
        ),
        State(
            "signed",
            pgettext_lazy("notice", "signed, not sent"),
            pgettext_lazy("state", "draft"),
            "info",
        ),
        State(
            "sent",
            pgettext_lazy("notice", "sent"),
            pgettext_lazy("notice", "sent"),
            "success",
        ),
        State(
            "cancelled",
            pgettext_lazy("notice", "cancelled"),
            pgettext_lazy("notice", "cancelled"),
            "error",
        ),
    ),
    transitions=(SUBMIT, RECALL, SEND_BACK, SIGN, REVISE, SEND, MOVE_MEETING, CANCEL),
)
