"""What a personal link of a suggestion opens."""

from congress.notifications.registry import register_act
from congress.suggestions.models.signatories import COSIGN_ACT
from congress.suggestions.views.cosign import cosign_by_link

register_act(COSIGN_ACT, cosign_by_link)
