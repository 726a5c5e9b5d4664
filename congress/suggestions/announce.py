"""What the rooms below are told of suggestions: reminders, and what a calendar moves."""

from congress.notifications.registry import register_stages
from congress.suggestions.actions.moving import CLOCKS
from congress.suggestions.queries.reminding import due_stages
from congress.workdays.registry import register_mover

register_stages(due_stages)
register_mover(CLOCKS)
