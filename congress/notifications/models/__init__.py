"""Personal links, the inbox, the ledger of reminders, what goes out."""

from congress.notifications.models.deliveries import Delivery
from congress.notifications.models.links import PersonalLink
from congress.notifications.models.messages import Message
from congress.notifications.models.reminders import Reminder, ReminderRun

__all__ = ["Delivery", "Message", "PersonalLink", "Reminder", "ReminderRun"]
