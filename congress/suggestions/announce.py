"""What the rooms below are told: personal links, reminders, what a calendar moves."""

from congress.notifications.registry import register_act, register_stages
from congress.organisations.registry import register_follower
from congress.suggestions.actions.moving import CLOCKS, SESSIONS
from congress.suggestions.models.signatories import COSIGN_ACT, RATE_ACT
from congress.suggestions.queries.promises_due import promised_stages
from congress.suggestions.queries.reminding import due_stages
from congress.suggestions.views.cosign import cosign_by_link
from congress.suggestions.views.rate import rating_by_link
from congress.workdays.registry import register_mover

register_act(COSIGN_ACT, cosign_by_link)
register_act(RATE_ACT, rating_by_link)
register_stages(due_stages)
register_stages(promised_stages)
register_mover(CLOCKS)
register_follower(SESSIONS)
