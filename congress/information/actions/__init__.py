"""Every write to an item and to what the county keeps about items."""

from congress.information.actions.adopting import (
    adopt_item,
    undo_adoption,
)
from congress.information.actions.drafting import (
    Conflict,
    attach_file,
    begin_item,
    create_item,
    discard_draft,
    edit_draft,
    remove_file,
    save_draft,
)
from congress.information.actions.keeping import (
    create_points_rule,
    create_publication,
    delete_points_rule,
    edit_publication,
    end_points_rule,
    set_sign_off,
)
from congress.information.actions.noting import (
    note_instruction,
    send_up,
    undo_instruction,
    undo_sending,
)
from congress.information.actions.reviewing import (
    retain_item,
    return_item,
    undo_retain,
    undo_return,
)
from congress.information.actions.submitting import (
    recall_item,
    send_back_item,
    sign_off_item,
    submit_item,
    withdraw_item,
)

__all__ = [
    "Conflict",
    "adopt_item",
    "attach_file",
    "begin_item",
    "create_item",
    "create_points_rule",
    "create_publication",
    "delete_points_rule",
    "discard_draft",
    "edit_draft",
    "edit_publication",
    "end_points_rule",
    "note_instruction",
    "recall_item",
    "remove_file",
    "retain_item",
    "return_item",
    "save_draft",
    "send_back_item",
    "send_up",
    "set_sign_off",
    "sign_off_item",
    "submit_item",
    "undo_adoption",
    "undo_instruction",
    "undo_retain",
    "undo_return",
    "undo_sending",
    "withdraw_item",
]
