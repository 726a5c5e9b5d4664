"""Every write to links."""

from congress.notifications.actions.links import issue_links, revoke_links

__all__ = ["issue_links", "revoke_links"]
