"""Personal links, the inbox, the ledger of reminders."""

from congress.notifications.models.links import PersonalLink
from congress.notifications.models.messages import Message
from congress.notifications.models.reminders import Reminder, ReminderRun

__all__ = ["Message", "PersonalLink", "Reminder", "ReminderRun"]
