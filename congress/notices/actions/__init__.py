"""Every write to a notice and to its ledger."""

from congress.notices.actions.answering import (
    answer_attendance,
    answer_on_behalf,
    confirm_notice,
    note_group_entry,
    open_notice,
)
from congress.notices.actions.attending import check_in, undo_check_in
from congress.notices.actions.calling import (
    note_carrier,
    note_text_sent,
    record_phone_call,
    remind_rest,
    undo_phone_call,
)
from congress.notices.actions.deciding import grant_leave, refuse_leave
from congress.notices.actions.drafting import (
    Conflict,
    attach_file,
    discard_notice,
    draft_notice,
    edit_notice,
    remove_file,
)
from congress.notices.actions.moving import cancel_notice, move_meeting
from congress.notices.actions.sending import add_recipients, send_notice
from congress.notices.actions.settings import set_secretary_signs
from congress.notices.actions.signing import (
    recall_notice,
    revise_notice,
    send_back_notice,
    sign_notice,
    submit_for_signature,
)

__all__ = [
    "Conflict",
    "add_recipients",
    "answer_attendance",
    "answer_on_behalf",
    "attach_file",
    "cancel_notice",
    "check_in",
    "confirm_notice",
    "discard_notice",
    "draft_notice",
    "edit_notice",
    "grant_leave",
    "move_meeting",
    "note_carrier",
    "note_group_entry",
    "note_text_sent",
    "open_notice",
    "recall_notice",
    "record_phone_call",
    "refuse_leave",
    "remind_rest",
    "remove_file",
    "revise_notice",
    "send_back_notice",
    "send_notice",
    "set_secretary_signs",
    "sign_notice",
    "submit_for_signature",
    "undo_check_in",
    "undo_phone_call",
]
