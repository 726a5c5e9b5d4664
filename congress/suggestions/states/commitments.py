"""The states of a commitment: it comes back until it is kept."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.flow.transitions import Process, State, Transition
from congress.organisations.roles import UNIT_OFFICER
from congress.suggestions.states.entry import OFFICE, PRESIDIUM, REASON

REPORT_KEPT = Transition(
    "report_kept",
    pgettext_lazy("act", "report it as kept"),
    ("open",),
    "reported",
    (UNIT_OFFICER,),
    undo=_("The office finds that it is not kept yet."),
    records=(pgettext_lazy("record", "what was done"),),
    done=pgettext_lazy("act done", "reported the commitment as kept"),
)
CONFIRM_KEPT = Transition(
    "confirm_kept",
    pgettext_lazy("act", "find it kept"),
    ("reported",),
    "kept",
    (*OFFICE, *PRESIDIUM),
    undo=_("The presidium opens it again with a reason."),
    done=pgettext_lazy("act done", "found the commitment kept"),
)
NOT_KEPT = Transition(
    "find_not_kept",
    pgettext_lazy("act", "find it not kept yet"),
    ("reported",),
    "open",
    (*OFFICE, *PRESIDIUM),
    undo=_("The unit reports again."),
    records=(REASON,),
    done=pgettext_lazy("act done", "found the commitment not kept yet"),
)
REOPEN_COMMITMENT = Transition(
    "reopen_commitment",
    pgettext_lazy("act", "follow it again"),
    ("kept",),
    "open",
    PRESIDIUM,
    undo=_("The unit reports again."),
    records=(REASON,),
    done=pgettext_lazy("act done", "follows the commitment again"),
)
RENEW = Transition(
    "renew",
    pgettext_lazy("act", "promise it anew"),
    ("open", "reported"),
    "open",
    (UNIT_OFFICER, *PRESIDIUM),
    undo=_("Cannot be taken back; the unit may promise it for a later day."),
    records=(pgettext_lazy("record", "the promise before"),),
    done=pgettext_lazy("act done", "promised it anew with the second reply"),
)

COMMITMENT = Process(
    pgettext_lazy("noun", "commitment"),
    states=(
        State(
            "open",
            pgettext_lazy("commitment", "being followed"),
            pgettext_lazy("commitment", "being carried out"),
            "info",
        ),
        State(
            "reported",
            pgettext_lazy("commitment", "reported as kept"),
            pgettext_lazy("commitment", "being carried out"),
            "warning",
        ),
        State(
            "kept",
            pgettext_lazy("commitment", "kept"),
            pgettext_lazy("commitment", "kept"),
            "success",
        ),
    ),
    transitions=(REPORT_KEPT, CONFIRM_KEPT, NOT_KEPT, REOPEN_COMMITMENT, RENEW),
)
