"""The process of an information item, as data."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.flow.transitions import Process, State, Transition
from congress.organisations.roles import CHAIR, COUNTY_EDITOR, SECRETARY

NOT_UNDONE = _("Cannot be taken back.")

REQUEST_SIGN_OFF = Transition(
    "request_sign_off",
    pgettext_lazy("act", "hand to the chair for signature"),
    ("draft", "returned"),
    "awaiting_sign_off",
    (SECRETARY,),
    undo=_("The secretary takes it back before the chair signs."),
    done=pgettext_lazy("act done", "handed to the chair for signature"),
)
RECALL = Transition(
    "recall",
    pgettext_lazy("act", "take back from the chair"),
    ("awaiting_sign_off",),
    "draft",
    (SECRETARY,),
    undo=_("Hand it to the chair again."),
    done=pgettext_lazy("act done", "taken back from the chair"),
)
RECALL_RETURNED = Transition(
    "recall_returned",
    RECALL.label,
    ("awaiting_sign_off",),
    "returned",
    (SECRETARY,),
    undo=RECALL.undo,
    done=RECALL.done,
)
SEND_BACK = Transition(
    "send_back",
    pgettext_lazy("act", "send back to the secretary"),
    ("awaiting_sign_off",),
    "draft",
    (CHAIR,),
    undo=_("The secretary hands it to the chair again."),
    records=(pgettext_lazy("record", "remark"),),
    done=pgettext_lazy("act done", "sent back to the secretary"),
)
SEND_BACK_RETURNED = Transition(
    "send_back_returned",
    SEND_BACK.label,
    ("awaiting_sign_off",),
    "returned",
    (CHAIR,),
    undo=SEND_BACK.undo,
    records=SEND_BACK.records,
    done=SEND_BACK.done,
)
SIGN_OFF = Transition(
    "sign_off",
    pgettext_lazy("act", "sign off and submit"),
    ("awaiting_sign_off",),
    "submitted",
    (CHAIR,),
    undo=_("Withdraw before the county decides."),
    done=pgettext_lazy("act done", "signed off and submitted"),
)
SUBMIT = Transition(
    "submit",
    pgettext_lazy("act", "submit to the county"),
    ("draft",),
    "submitted",
    (SECRETARY,),
    undo=_("Withdraw before the county decides."),
    done=pgettext_lazy("act done", "submitted"),
)
RESUBMIT = Transition(
    "resubmit",
    pgettext_lazy("act", "submit again"),
    ("returned",),
    "submitted",
    (SECRETARY,),
    undo=_("Withdraw before the county decides."),
    done=pgettext_lazy("act done", "submitted again"),
)
WITHDRAW = Transition(
    "withdraw",
    pgettext_lazy("act", "withdraw"),
    ("submitted", "returned"),
    "withdrawn",
    (SECRETARY,),
    undo=NOT_UNDONE,
    done=pgettext_lazy("act done", "withdrawn"),
)
RETURN = Transition(
    "return",
    pgettext_lazy("act", "return for revision"),
    ("submitted",),
    "returned",
    (COUNTY_EDITOR,),
    undo=_("The county takes the return back with a reason."),
    records=(pgettext_lazy("record", "reason"), pgettext_lazy("record", "advice")),
    done=pgettext_lazy("act done", "returned for revision"),
)
UNDO_RETURN = Transition(
    "undo_return",
    pgettext_lazy("act", "take the return back"),
    ("returned",),
    "submitted",
    (COUNTY_EDITOR,),
    undo=_("Return it again."),
    records=(pgettext_lazy("record", "reason"),),
    done=pgettext_lazy("act done", "took the return back"),
)
ADOPT = Transition(
    "adopt",
    pgettext_lazy("act", "adopt"),
    ("submitted", "adopted", "retained"),
    "adopted",
    (COUNTY_EDITOR,),
    undo=_("The county takes the adoption back with a reason."),
    records=(pgettext_lazy("record", "publication"), pgettext_lazy("record", "date")),
    done=pgettext_lazy("act done", "adopted"),
)
UNDO_ADOPTION = Transition(
    "undo_adoption",
    pgettext_lazy("act", "take an adoption back"),
    ("adopted",),
    "adopted",
    (COUNTY_EDITOR,),
    undo=_("Adopt it again."),
    records=(pgettext_lazy("record", "reason"),),
    done=pgettext_lazy("act done", "took an adoption back"),
)
UNDO_LAST_ADOPTION = Transition(
    "undo_last_adoption",
    UNDO_ADOPTION.label,
    ("adopted",),
    "submitted",
    (COUNTY_EDITOR,),
    undo=UNDO_ADOPTION.undo,
    records=UNDO_ADOPTION.records,
    done=pgettext_lazy("act done", "took the last adoption back"),
)
RETAIN = Transition(
    "retain",
    pgettext_lazy("act", "keep without adopting"),
    ("submitted",),
    "retained",
    (COUNTY_EDITOR,),
    undo=_("The county takes the decision back with a reason, or adopts the item after all."),
    records=(pgettext_lazy("record", "reason"),),
    done=pgettext_lazy("act done", "kept without adopting"),
)
UNDO_RETAIN = Transition(
    "undo_retain",
    pgettext_lazy("act", "take the decision back"),
    ("retained",),
    "submitted",
    (COUNTY_EDITOR,),
    undo=_("Keep it again."),
    records=(pgettext_lazy("record", "reason"),),
    done=pgettext_lazy("act done", "took the decision back"),
)

ITEM = Process(
    pgettext_lazy("noun", "information item"),
    states=(
        State("draft", pgettext_lazy("state", "draft"), pgettext_lazy("state", "draft")),
        State(
            "awaiting_sign_off",
            pgettext_lazy("state", "awaiting signature"),
            pgettext_lazy("state", "returned for revision"),
            "warning",
        ),
        State(
            "submitted",
            pgettext_lazy("state", "submitted"),
            pgettext_lazy("state", "submitted"),
            "info",
        ),
        State(
            "returned",
            pgettext_lazy("state", "returned for revision"),
            pgettext_lazy("state", "returned for revision"),
            "warning",
        ),
        State(
            "adopted",
            pgettext_lazy("state", "adopted"),
            pgettext_lazy("state", "adopted"),
            "success",
        ),
        State(
            "retained",
            pgettext_lazy("state", "kept, not adopted"),
            pgettext_lazy("state", "kept, not adopted"),
        ),
        State(
            "withdrawn", pgettext_lazy("state", "withdrawn"), pgettext_lazy("state", "withdrawn")
        ),
    ),
    transitions=(
        REQUEST_SIGN_OFF,
        RECALL,
        RECALL_RETURNED,
        SEND_BACK,
        SEND_BACK_RETURNED,
        SIGN_OFF,
        SUBMIT,
        RESUBMIT,
        WITHDRAW,
        RETURN,
        UNDO_RETURN,
        ADOPT,
        UNDO_ADOPTION,
        UNDO_LAST_ADOPTION,
        RETAIN,
        UNDO_RETAIN,
    ),
)
