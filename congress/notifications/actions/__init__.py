"""Every write to links and messages."""

from congress.notifications.actions.links import issue_links, revoke_links
from congress.notifications.actions.messages import notify, read_all, read_message

__all__ = ["issue_links", "notify", "read_all", "read_message", "revoke_links"]
