"""What a personal link of a suggestion opens."""

from congress.notifications.registry import register_act
from congress.suggestions.models.signatories import RATE_ACT
from congress.suggestions.views.rate import rating_by_link

register_act(RATE_ACT, rating_by_link)
