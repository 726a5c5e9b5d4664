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
    return _released(above.pk, above.round_no)


def written(reply: Reply) -> list[Reply]:
    """The replies as units wrote them: itself, or those of the county's departments that a
    township took over as this one."""
    first = reply.taken_from
    return [reply] if first is None else _released(first.suggestion_id, first.round_no)


def written_by(reply: Reply) -> str:
    return "、".join(each.assignment.unit.name for each in written(reply))


def _released(suggestion: int, round_no: int) -> list[Reply]:
    rows = Reply.objects.filter(suggestion=suggestion, round_no=round_no, state="released")
    return list(rows.select_related("assignment__unit"))
