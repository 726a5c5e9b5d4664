"""A suggestion's page: what stands on it, asked in a fixed number of questions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q
from django.utils.translation import gettext as _

from congress.audit.actors import Actor
from congress.audit.models import Entry
from congress.audit.queries import timeline
from congress.organisations.roles import COUNTY_SUPERVISOR
from congress.suggestions.models import Assignment, Clock, Signatory, Suggestion, SuggestionFile
from congress.suggestions.models.choices import HandlingRole, Part
from congress.suggestions.queries.people import signed
from congress.suggestions.queries.steps import Step, state_words, steps
from congress.suggestions.rules import files_visible_to, handles, is_staff, visible_to
from congress.suggestions.states.process import OWES

# Downloads say nothing of the handling.
NOT_TOLD = ("download",)
NUMBERS = Prefetch("deputy__user__contact_phones", to_attr="numbers")
UNITS_OWE = ("assigned", "in_handling", "rehandling")


@dataclass(frozen=True)
class RecordPage:
    """`clock` is the running one that ends first, `owes` says who does what next, `above` is the
    county's record of it and `below` the township's, where the reader may see them."""

    words: str
    steps: list[Step]
    owes: str
    parts: list[Assignment]
    clock: Clock | None
    signatories: list[Signatory]
    merged: list[Suggestion]
    into: Suggestion | None
    above: Suggestion | None
    below: Suggestion | None
    files: list[SuggestionFile]
    timeline: list[Entry]

    @property
    def lead(self) -> Signatory | None:
        return next((row for row in self.signatories if row.part == Part.LEAD), None)

    @property
    def upward(self) -> bool:
        return is_upward(self.parts)


def is_upward(parts: Iterable[Assignment]) -> bool:
    return any(part.role == HandlingRole.UPWARD for part in parts)


def works_on(actors: Iterable[Actor], suggestion: Suggestion) -> bool:
    """Whether one reads it as staff, as the county above or as a unit, not as one who signed."""
    return any(
        is_staff(actor, suggestion)
        or (
            actor.role == COUNTY_SUPERVISOR
            and actor.organisation_id == suggestion.congress.parent_id
        )
        or handles(actor, suggestion)
        for actor in actors
    )


def record_page(suggestion: Suggestion, actors: tuple[Actor, ...], *, inside: bool) -> RecordPage:
    """`inside`: for those who work on it, with the words of the staff."""
    parts = list(suggestion.assignments.running().select_related("unit"))
    words = state_words(suggestion, inside=inside, upward=is_upward(parts))
    under = signed(suggestion).select_related("deputy__user", "came_from")
    others = visible_to(actors).filter(_related(suggestion)).select_related("congress")
    related = {row.pk: row for row in others}
    files = files_visible_to(actors).filter(suggestion=suggestion, reply=None)
    return RecordPage(
        words,
        steps(suggestion, parts, words),
        owes(suggestion, parts),
        parts,
        suggestion.clocks.running().owed().first(),
        list(under.prefetch_related(NUMBERS)),
        [row for row in related.values() if row.merged_into_id == suggestion.pk],
        related.get(suggestion.merged_into_id or 0),
        next((row for row in related.values() if row.raised_from_id == suggestion.pk), None),
        related.get(suggestion.raised_from_id or 0),
        list(files.order_by("added_at", "pk")),
        list(timeline(suggestion).exclude(act__in=NOT_TOLD)),
    )


def _related(suggestion: Suggestion) -> Q:
    """What was merged into it or it into, and the records above and below of a reported one."""
    others = [suggestion.merged_into_id, suggestion.raised_from_id]
    return (
        Q(pk__in=[pk for pk in others if pk])
        | Q(merged_into=suggestion)
        | Q(raised_from=suggestion)
    )


def owes(suggestion: Suggestion, parts: Iterable[Assignment]) -> str:
    """Who does what next; units by their names, empty where nobody owes anything."""
    words = str(OWES.get(suggestion.state, ""))
    if suggestion.state in UNITS_OWE and is_upward(parts):
        return _("the county replies, and the presidium takes its reply over")
    if suggestion.state not in UNITS_OWE:
        return words
    owing = [
        part.unit.name
        for part in parts
        if part.role != HandlingRole.CO_HANDLER
        and not (suggestion.state == "assigned" and part.acknowledged_at)
    ]
    return f"{'、'.join(owing)}：{words}" if owing else words


def deadline_on(clock: Clock | None, on: date) -> int | None:
    """Days left, below zero where it is late."""
    return (clock.due - on).days if clock else None
