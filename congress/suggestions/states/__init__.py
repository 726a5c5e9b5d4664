"""The processes of a suggestion, of a unit's reply and of a commitment, as data."""

from congress.suggestions.states.commitments import COMMITMENT
from congress.suggestions.states.process import SUGGESTION
from congress.suggestions.states.replies import REPLY

__all__ = ["COMMITMENT", "REPLY", "SUGGESTION"]
