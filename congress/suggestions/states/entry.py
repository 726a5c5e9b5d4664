"""The acts from the first word to the presidium's decision on acceptance."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.flow.transitions import Transition
from congress.organisations.roles import CHAIR, COUNTY_SUPERVISOR, DEPUTY, SECRETARY

# Of a county's own records the supervisor does what secretary and chair do in a township.
OFFICE = (SECRETARY, COUNTY_SUPERVISOR)
PRESIDIUM = (CHAIR, COUNTY_SUPERVISOR)
WRITERS = (DEPUTY, *OFFICE)

REASON = pgettext_lazy("record", "reason")

ASK_COSIGNERS = Transition(
    "ask_cosigners",
    pgettext_lazy("act", "ask deputies to co-sign"),
    ("draft",),
    "awaiting_cosigners",
    WRITERS,
    undo=_("Take it back to the desk; who has confirmed confirms again."),
    records=(pgettext_lazy("record", "whom"),),
    done=pgettext_lazy("act done", "asked deputies to co-sign"),
)
TAKE_TO_DESK = Transition(
    "take_to_desk",
    pgettext_lazy("act", "take back to the desk"),
    ("awaiting_cosigners",),
    "draft",
    WRITERS,
    undo=pgettext_lazy("undo", "Ask again."),
    done=pgettext_lazy("act done", "took it back to the desk"),
)
SUBMIT = Transition(
    "submit",
    pgettext_lazy("act", "submit the suggestion"),
    ("draft", "awaiting_cosigners"),
    "submitted",
    WRITERS,
    undo=_("The lead deputy withdraws it with the consent of all who signed."),
    records=(pgettext_lazy("record", "text"), pgettext_lazy("record", "signatories")),
    done=pgettext_lazy("act done", "submitted the suggestion"),
)
SEND_BACK = Transition(
    "send_back",
    pgettext_lazy("act", "give back to the deputy"),
    ("submitted",),
    "draft",
    PRESIDIUM,
    undo=_("The deputy submits it again."),
    records=(REASON,),
    done=pgettext_lazy("act done", "gave it back to the deputy"),
)
REGISTER = Transition(
    "register",
    pgettext_lazy("act", "accept and register"),
    ("submitted",),
    "registered",
    PRESIDIUM,
    undo=_("The number stays; it can be merged with another or withdrawn by the deputy."),
    records=(pgettext_lazy("record", "number"), pgettext_lazy("record", "category")),
    done=pgettext_lazy("act done", "accepted and registered it"),
)
REFUSE = Transition(
    "refuse",
    pgettext_lazy("act", "do not accept"),
    ("submitted",),
    "not_accepted",
    PRESIDIUM,
    undo=_("The presidium takes its decision back with a reason."),
    records=(REASON, pgettext_lazy("record", "article")),
    done=pgettext_lazy("act done", "did not accept it"),
)
UNDO_REFUSAL = Transition(
    "undo_refusal",
    pgettext_lazy("act", "take the non-acceptance back"),
    ("not_accepted",),
    "submitted",
    PRESIDIUM,
    undo=pgettext_lazy("undo", "Decide again."),
    records=(REASON,),
    done=pgettext_lazy("act done", "took the non-acceptance back"),
)
MERGE = Transition(
    "merge",
    pgettext_lazy("act", "merge with another"),
    ("registered",),
    "merged",
    PRESIDIUM,
    undo=_("Separate them while the other has not been answered."),
    records=(pgettext_lazy("record", "lead record"),),
    done=pgettext_lazy("act done", "merged it with another"),
)
SEPARATE = Transition(
    "separate",
    pgettext_lazy("act", "handle it by itself again"),
    ("merged",),
    "registered",
    PRESIDIUM,
    undo=_("Merge them again."),
    records=(REASON,),
    done=pgettext_lazy("act done", "took it out of the merger"),
)
WITHDRAW = Transition(
    "withdraw",
    pgettext_lazy("act", "withdraw the suggestion"),
    ("submitted", "registered", "assigned", "return_requested", "in_handling", "reply_review"),
    "withdrawn",
    WRITERS,
    undo=_("Cannot be taken back; a new suggestion can be made."),
    records=(pgettext_lazy("record", "consent of all who signed"),),
    done=pgettext_lazy("act done", "withdrew the suggestion"),
)
ENTRY = (
    ASK_COSIGNERS,
    TAKE_TO_DESK,
    SUBMIT,
    SEND_BACK,
    REGISTER,
    REFUSE,
    UNDO_REFUSAL,
    MERGE,
    SEPARATE,
    WITHDRAW,
)
