"""Every write to links, messages, the ledger of reminders and what goes out."""

from congress.notifications.actions.delivering import deliver, deliver_some, try_again
from congress.notifications.actions.links import issue_links, revoke_links
from congress.notifications.actions.messages import notify, read_all, read_message, settle
from congress.notifications.actions.posting import has_worker
from congress.notifications.actions.reminding import remind
from congress.notifications.actions.runs import begin_run, end_run

__all__ = [
    "begin_run",
    "deliver",
    "deliver_some",
    "end_run",
    "has_worker",
    "issue_links",
    "notify",
    "read_all",
    "read_message",
    "remind",
    "revoke_links",
    "settle",
    "try_again",
]
