"""Every write to the site that Wagtail's own editor does not make."""

from home.actions.membership import keep_membership
from home.actions.opening import open_county

__all__ = ["keep_membership", "open_county"]
