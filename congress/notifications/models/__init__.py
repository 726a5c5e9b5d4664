"""Personal links."""

from congress.notifications.models.links import PersonalLink

__all__ = ["PersonalLink"]
