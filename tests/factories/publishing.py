"""Suggestions on the public pages, made through the actions alone."""

from datetime import datetime
from typing import Any

from congress.organisations.models import Organisation
from congress.suggestions import actions
from congress.suggestions.models import Suggestion
from tests.factories.suggestions import SuggestionFactory, presidium_of

TITLE = "关于改善农村饮水安全的建议"


def published_suggestion(congress: Organisation, at: datetime, **fields: Any) -> Suggestion:
    """Registered, or as far as a trait says, and then published."""
    fields = {"title": TITLE, "registered": True} | fields
    suggestion = SuggestionFactory(congress=congress, at=at, **fields)
    by = presidium_of(suggestion)
    actions.publish_suggestion(suggestion, checked=True, by=by, at=at)
    return Suggestion.objects.select_related("congress__parent", "term", "session").get(
        pk=suggestion.pk
    )
