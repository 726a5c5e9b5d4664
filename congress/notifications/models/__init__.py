"""Personal links and the inbox."""

from congress.notifications.models.links import PersonalLink
from congress.notifications.models.messages import Message

__all__ = ["Message", "PersonalLink"]
