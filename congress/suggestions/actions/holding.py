"""What an act holds until its end: the suggestion, and one unit's part of it."""

from congress.audit.queries import last_entry
from congress.flow.moves import NotNow
from congress.flow.transitions import Transition
from congress.suggestions.models import Assignment, Suggestion
from congress.web.public_pages import public_page_changed


def held(suggestion: Suggestion, transition: Transition) -> Suggestion:
    """The locked row; raises `NotNow` where the draft was removed meanwhile. Any act on what is
    public changes its page."""
    rows = Suggestion.objects.select_for_update(of=("self",))
    rows = rows.select_related("congress__parent", "term", "session")
    row = rows.filter(pk=suggestion.pk).first()
    if row is None:
        raise NotNow(transition, None)
    if row.published_at:
        public_page_changed()
    return row


def held_in(suggestion: Suggestion, transition: Transition) -> Suggestion:
    """The locked row in a state in which the act may happen; else `NotNow`."""
    row = held(suggestion, transition)
    if row.state not in transition.sources:
        raise NotNow(transition, last_entry(row))
    return row


def held_part(assignment: Assignment, transition: Transition, *states: str) -> Assignment:
    """One unit's running part, its suggestion locked first and in one of `states`, by default
    those of the transition."""
    suggestion = held(assignment.suggestion, transition)
    rows = Assignment.objects.select_for_update(of=("self",)).select_related("unit")
    row = rows.get(pk=assignment.pk)
    row.suggestion = suggestion
    if row.ended_at is not None or suggestion.state not in (states or transition.sources):
        raise NotNow(transition, last_entry(suggestion))
    return row
