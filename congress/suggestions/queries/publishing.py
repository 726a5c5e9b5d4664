"""What may stand on the public pages."""

from congress.suggestions.models import Suggestion
from congress.suggestions.models.choices import Consent
from congress.suggestions.states.process import NEVER_PUBLIC


def may_be_published(suggestion: Suggestion) -> bool:
    """Registered, with consent, by the township itself, and not public yet."""
    return (
        suggestion.published_at is None
        and suggestion.reference is not None
        and suggestion.consent != Consent.NONE
        and suggestion.state not in (*NEVER_PUBLIC, "merged")
        and suggestion.raised_from_id is None
    )
