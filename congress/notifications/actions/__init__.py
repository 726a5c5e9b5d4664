"""Every write to links, messages, the ledger of reminders and what goes out."""

from congress.notifications.actions.delivering import deliver, try_again
from congress.notifications.actions.links import issue_links, revoke_links
from congress.notifications.actions.messages import notify, read_all, read_message
from congress.notifications.actions.reminding import remind
from congress.notifications.actions.runs import begin_run, end_run

__all__ = [
    "begin_run",
    "deliver",
    "end_run",
    "issue_links",
    "notify",
    "read_all",
    "read_message",
    "remind",
    "revoke_links",
    "try_again",
]
