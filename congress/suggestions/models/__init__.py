"""Suggestions, who signed and who handles them, their clocks, replies, promises and ratings."""

from congress.suggestions.models.assignments import Assignment, Contact, ReturnRequest
from congress.suggestions.models.clocks import Clock, ExtensionRequest
from congress.suggestions.models.files import SuggestionFile, SuggestionFileReading
from congress.suggestions.models.ratings import JointStudy, Rating
from congress.suggestions.models.replies import Commitment, CommitmentReport, Reply
from congress.suggestions.models.settings import SuggestionSettings
from congress.suggestions.models.signatories import Signatory, Withdrawal
from congress.suggestions.models.suggestions import Suggestion

__all__ = [
    "Assignment",
    "Clock",
    "Commitment",
    "CommitmentReport",
    "Contact",
    "ExtensionRequest",
    "JointStudy",
    "Rating",
    "Reply",
    "ReturnRequest",
    "Signatory",
    "Suggestion",
    "SuggestionFile",
    "SuggestionFileReading",
    "SuggestionSettings",
    "Withdrawal",
]
