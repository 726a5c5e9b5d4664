"""What the pages of promises say about their states."""

from django import template

from congress.flow.transitions import State
from congress.suggestions.models import Commitment
from congress.suggestions.states import COMMITMENT

register = template.Library()


@register.simple_tag
def state_of_commitment(commitment: Commitment) -> State:
    return COMMITMENT.state(commitment.state)
