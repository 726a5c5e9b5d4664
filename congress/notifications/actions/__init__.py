"""Every write to links, messages and the ledger of reminders."""

from congress.notifications.actions.links import issue_links, revoke_links
from congress.notifications.actions.messages import notify, read_all, read_message
from congress.notifications.actions.reminding import remind
from congress.notifications.actions.runs import begin_run, end_run

__all__ = [
    "begin_run",
    "end_run",
    "issue_links",
    "notify",
    "read_all",
    "read_message",
    "remind",
    "revoke_links",
]
