"""Every write to a suggestion, its handling, its replies and its ratings."""

from congress.suggestions.actions.closing import (
    close_suggestion,
    record_joint_study,
    remind_to_rate,
    reopen_suggestion,
)
from congress.suggestions.actions.cosigning import (
    ask_cosigners,
    confirm_signature,
    decline_signature,
    sign_on_paper,
    take_to_desk,
)
from congress.suggestions.actions.drafting import (
    Conflict,
    attach_to_draft,
    autosave_suggestion,
    discard_suggestion,
    draft_suggestion,
    draft_with_files,
    edit_suggestion,
    remove_from_draft,
)
from congress.suggestions.actions.extending import (
    grant_extension,
    refuse_extension,
    request_extension,
)
from congress.suggestions.actions.following import (
    confirm_kept,
    find_not_kept,
    promise_later,
    reopen_commitment,
    report_kept,
    report_progress,
)
from congress.suggestions.actions.handing_over import (
    add_unit,
    grant_return,
    hand_over,
    refuse_return,
    take_back_hand_over,
)
from congress.suggestions.actions.merging import (
    merge_suggestion,
    separate_suggestion,
)
from congress.suggestions.actions.publishing import (
    publish_suggestion,
    unpublish_suggestion,
)
from congress.suggestions.actions.rating import (
    enter_slip,
    note_no_second_round,
    open_second_round,
    rate,
)
from congress.suggestions.actions.receiving import (
    acknowledge,
    give_opinion,
    record_contact,
    redo_opinion,
    request_return,
)
from congress.suggestions.actions.registering import (
    note_deputy_told,
    propose,
    refuse_suggestion,
    register_suggestion,
    send_back_suggestion,
    undo_refusal,
)
from congress.suggestions.actions.replying import (
    ReplyConflict,
    attach_to_reply,
    give_back_reply,
    recall_reply,
    release_reply,
    remove_from_reply,
    sign_reply,
    write_reply,
)
from congress.suggestions.actions.settings import (
    choose_scheme,
    set_checking,
    set_office_phone,
)
from congress.suggestions.actions.submitting import (
    set_consent,
    submit_suggestion,
)
from congress.suggestions.actions.upward import (
    report_upward,
    take_over_reply,
)
from congress.suggestions.actions.withdrawing import (
    agree_to_withdraw,
    ask_to_withdraw,
    keep_after_all,
    withdraw_on_paper,
)

__all__ = [
    "Conflict",
    "ReplyConflict",
    "acknowledge",
    "add_unit",
    "agree_to_withdraw",
    "ask_cosigners",
    "ask_to_withdraw",
    "attach_to_draft",
    "attach_to_reply",
    "autosave_suggestion",
    "choose_scheme",
    "close_suggestion",
    "confirm_kept",
    "confirm_signature",
    "decline_signature",
    "discard_suggestion",
    "draft_suggestion",
    "draft_with_files",
    "edit_suggestion",
    "enter_slip",
    "find_not_kept",
    "give_back_reply",
    "give_opinion",
    "grant_extension",
    "grant_return",
    "hand_over",
    "keep_after_all",
    "merge_suggestion",
    "note_deputy_told",
    "note_no_second_round",
    "open_second_round",
    "promise_later",
    "propose",
    "publish_suggestion",
    "rate",
    "recall_reply",
    "record_contact",
    "record_joint_study",
    "redo_opinion",
    "refuse_extension",
    "refuse_return",
    "refuse_suggestion",
    "register_suggestion",
    "release_reply",
    "remind_to_rate",
    "remove_from_draft",
    "remove_from_reply",
    "reopen_commitment",
    "reopen_suggestion",
    "report_kept",
    "report_progress",
    "report_upward",
    "request_extension",
    "request_return",
    "send_back_suggestion",
    "separate_suggestion",
    "set_checking",
    "set_consent",
    "set_office_phone",
    "sign_on_paper",
    "sign_reply",
    "submit_suggestion",
    "take_back_hand_over",
    "take_over_reply",
    "take_to_desk",
    "undo_refusal",
    "unpublish_suggestion",
    "withdraw_on_paper",
    "write_reply",
]
