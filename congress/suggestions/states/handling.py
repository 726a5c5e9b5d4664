"""The acts from the hand-over to the closing."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.audit.actors import SYSTEM
from congress.flow.transitions import Transition
from congress.organisations.roles import COUNTY_SUPERVISOR, DEPUTY, UNIT_OFFICER
from congress.suggestions.states.entry import OFFICE, PRESIDIUM, REASON

HAND_OVER = Transition(
    "hand_over",
    pgettext_lazy("act", "hand over to units"),
    ("registered",),
    "assigned",
    PRESIDIUM,
    undo=_("Taken back while no unit has acknowledged it."),
    records=(pgettext_lazy("record", "units"), pgettext_lazy("record", "dates")),
    done=pgettext_lazy("act done", "handed it over"),
)
TAKE_BACK_HAND_OVER = Transition(
    "take_back_hand_over",
    pgettext_lazy("act", "take the hand-over back"),
    ("assigned",),
    "registered",
    PRESIDIUM,
    undo=_("Hand it over again."),
    records=(REASON,),
    done=pgettext_lazy("act done", "took the hand-over back"),
)
ACKNOWLEDGE = Transition(
    "acknowledge",
    pgettext_lazy("act", "acknowledge receipt"),
    ("assigned",),
    "in_handling",
    (UNIT_OFFICER,),
    undo=_("Cannot be taken back; within the time limit the unit may ask to return it."),
    done=pgettext_lazy("act done", "acknowledged receipt"),
)
REQUEST_RETURN = Transition(
    "request_return",
    pgettext_lazy("act", "ask to return it"),
    ("assigned", "in_handling"),
    "return_requested",
    (UNIT_OFFICER,),
    undo=_("The presidium decides; it may refuse."),
    records=(REASON,),
    done=pgettext_lazy("act done", "asked to return it"),
)
GRANT_RETURN = Transition(
    "grant_return",
    pgettext_lazy("act", "agree to the return"),
    ("return_requested",),
    "registered",
    PRESIDIUM,
    undo=_("Hand it over to the same unit again."),
    done=pgettext_lazy("act done", "agreed to the return"),
)
REFUSE_RETURN = Transition(
    "refuse_return",
    pgettext_lazy("act", "do not agree to the return"),
    ("return_requested",),
    "in_handling",
    PRESIDIUM,
    undo=_("Cannot be taken back; the unit handles it."),
    records=(REASON,),
    done=pgettext_lazy("act done", "did not agree to the return"),
)
REPORT_UPWARD = Transition(
    "report_upward",
    pgettext_lazy("act", "report it to the county"),
    ("registered", "assigned", "in_handling"),
    "in_handling",
    PRESIDIUM,
    undo=_("The county gives it back by not accepting it."),
    records=(REASON,),
    done=pgettext_lazy("act done", "reported it to the county"),
)
GIVE_BACK_FROM_ABOVE = Transition(
    "give_back_from_above",
    pgettext_lazy("act", "county: do not accept"),
    ("in_handling",),
    "registered",
    (COUNTY_SUPERVISOR,),
    undo=_("Cannot be taken back; the township hands it over to a unit of its own."),
    records=(REASON,),
    done=pgettext_lazy("act done", "the county did not accept it"),
)
REVIEW = Transition(
    "await_review",
    pgettext_lazy("act", "sign the last reply owed"),
    ("in_handling", "rehandling"),
    "reply_review",
    (UNIT_OFFICER, *PRESIDIUM),
    undo=_("The unit takes the reply back before it is released."),
    done=pgettext_lazy("act done", "all replies are signed"),
)
BACK_TO_HANDLING = Transition(
    "back_to_handling",
    pgettext_lazy("act", "give the reply back"),
    ("reply_review",),
    "in_handling",
    (UNIT_OFFICER, *PRESIDIUM),
    undo=_("The unit signs again."),
    done=pgettext_lazy("act done", "a reply is owed again"),
)
BACK_TO_REHANDLING = Transition(
    "back_to_rehandling",
    pgettext_lazy("act", "give the second reply back"),
    ("reply_review",),
    "rehandling",
    (UNIT_OFFICER, *PRESIDIUM),
    undo=_("The unit signs again."),
    done=pgettext_lazy("act done", "a reply of the second round is owed again"),
)
ANSWER = Transition(
    "answer",
    pgettext_lazy("act", "release the last reply"),
    ("reply_review",),
    "replied",
    (UNIT_OFFICER, *PRESIDIUM),
    undo=_("Cannot be taken back; the deputy may ask for a second round."),
    done=pgettext_lazy("act done", "it is answered"),
)
OPEN_SECOND_ROUND = Transition(
    "open_second_round",
    pgettext_lazy("act", "open the second round"),
    ("replied",),
    "rehandling",
    (DEPUTY, *OFFICE, *PRESIDIUM),
    undo=_("Cannot be taken back; the unit answers again."),
    records=(REASON,),
    done=pgettext_lazy("act done", "opened the second round"),
)
CLOSE = Transition(
    "close",
    pgettext_lazy("act", "close it"),
    ("replied",),
    "closed",
    (DEPUTY, *OFFICE, *PRESIDIUM, SYSTEM),
    undo=_("The presidium opens it again with a reason."),
    done=pgettext_lazy("act done", "closed it"),
)
REOPEN = Transition(
    "reopen",
    pgettext_lazy("act", "open it again"),
    ("closed",),
    "replied",
    PRESIDIUM,
    undo=_("Close it again."),
    records=(REASON,),
    done=pgettext_lazy("act done", "opened it again"),
)
HANDLING = (
    HAND_OVER,
    TAKE_BACK_HAND_OVER,
    ACKNOWLEDGE,
    REQUEST_RETURN,
    GRANT_RETURN,
    REFUSE_RETURN,
    REPORT_UPWARD,
    GIVE_BACK_FROM_ABOVE,
    REVIEW,
    BACK_TO_HANDLING,
    BACK_TO_REHANDLING,
    ANSWER,
    OPEN_SECOND_ROUND,
    CLOSE,
    REOPEN,
)
