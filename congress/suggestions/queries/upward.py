"""What the county says of a record that a township reported."""

from congress.suggestions.models import Reply, Suggestion
from congress.suggestions.states.handling import REPORT_UPWARD


def may_be_reported(suggestion: Suggestion) -> bool:
    """Once, by a township, before a unit has signed."""
    if suggestion.state not in REPORT_UPWARD.sources or suggestion.congress.parent_id is None:
        return False
    if Suggestion.objects.filter(raised_from=suggestion).exists():
        return False
    return not suggestion.replies.exclude(state="draft").exists()


def given_above(suggestion: Suggestion) -> list[Reply]:
    """The county's released replies of this round, where it has answered."""
    above = Suggestion.objects.filter(raised_from=suggestion, state="replied").first()
    if above is None:
        return []
    replies = above.replies.filter(round_no=above.round_no, state="released")
    return list(replies.select_related("assignment__unit"))
