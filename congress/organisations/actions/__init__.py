"""Every write to the ground."""

from congress.organisations.actions.accounts import (
    end_sessions,
    give_account,
    log_password_change,
    revoke_account,
)
from congress.organisations.actions.mandates import (
    confirm_mandate_end,
    create_term,
    edit_mandate,
    edit_term,
    end_mandate,
    give_mandate,
)
from congress.organisations.actions.organisations import (
    close_organisation,
    create_organisation,
    create_section,
    edit_organisation,
    rename_section,
    reopen_organisation,
)
from congress.organisations.actions.people import NewPerson, edit_person, reveal_numbers
from congress.organisations.actions.posts import correct_post, end_post, give_post
from congress.organisations.actions.sessions import open_session

__all__ = [
    "NewPerson",
    "close_organisation",
    "confirm_mandate_end",
    "correct_post",
    "create_organisation",
    "create_section",
    "create_term",
    "edit_mandate",
    "edit_organisation",
    "edit_person",
    "edit_term",
    "end_mandate",
    "end_post",
    "end_sessions",
    "give_account",
    "give_mandate",
    "give_post",
    "log_password_change",
    "open_session",
    "rename_section",
    "reopen_organisation",
    "reveal_numbers",
    "revoke_account",
]
