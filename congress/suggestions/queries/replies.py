"""Which replies are owed, and how they are checked and classed."""

from congress.suggestions.models import Assignment, Suggestion, SuggestionSettings
from congress.suggestions.models.assignments import AssignmentQuerySet
from congress.suggestions.models.choices import HandlingRole
from congress.suggestions.schemes import DEFAULT, Scheme, schemes


def owed_replies(suggestion: Suggestion) -> AssignmentQuerySet:
    """Running parts that have not signed the reply of this round."""
    answered = suggestion.replies.filter(round_no=suggestion.round_no).exclude(state="draft")
    parts = Assignment.objects.running().replying().filter(suggestion=suggestion)
    return parts.exclude(pk__in=answered.values("assignment"))


def is_alone(part: Assignment) -> bool:
    """The lead, or the only one that owes the deputies a reply."""
    others = part.suggestion.assignments.running().replying().exclude(pk=part.pk)
    return part.role == HandlingRole.LEAD or (
        part.role == HandlingRole.SEPARATE and not others.exists()
    )


def scheme_of(suggestion: Suggestion) -> Scheme:
    """The county's."""
    county = suggestion.congress.parent_id or suggestion.congress_id
    rows = SuggestionSettings.objects.filter(organisation=county)
    return schemes()[rows.values_list("class_scheme", flat=True).first() or DEFAULT]


def checks_replies(suggestion: Suggestion) -> bool:
    """Whether the congress checks replies before they go out; a county always does."""
    rows = SuggestionSettings.objects.filter(organisation=suggestion.congress_id)
    checks = rows.values_list("check_replies", flat=True).first()
    return True if checks is None else checks
