"""What the handling by units adds to a suggestion's page: its acts and its sections."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from congress.audit.actors import Actor
from congress.organisations.roles import COUNTY_SUPERVISOR
from congress.suggestions.actions.clocks import may_be_lengthened
from congress.suggestions.actions.extending import EXTENDED, RUNNING
from congress.suggestions.models import Assignment, Contact, ReturnRequest, Suggestion
from congress.suggestions.models.choices import HandlingRole
from congress.suggestions.queries.clock_rows import ClockRow, clock_rows
from congress.suggestions.rules import handles, is_staff, works_at
from congress.suggestions.views.parts import Section


@dataclass(frozen=True)
class PartRow:
    """One unit's part; `again_url` is where its lead unit asks for another opinion. What units and
    presidium have with each other is empty for everybody else."""

    part: Assignment
    contacts: list[Contact]
    opinion: str
    returns: list[ReturnRequest]
    again_url: str


def units_sections(actors: tuple[Actor, ...], suggestion: Suggestion) -> Iterator[Section]:
    inside = is_inside(actors, suggestion)
    today = timezone.localdate()
    clocks = clock_rows(suggestion, today, inside=inside)
    parts = _part_rows(actors, suggestion, inside)
    if clocks:
        rows = [(row, _extension_url(actors, suggestion, row)) for row in clocks]
        yield Section("congress/suggestions/_clocks.html", {"rows": rows})
    if parts:
        yield Section("congress/suggestions/_handling.html", {"rows": parts})


def is_inside(actors: tuple[Actor, ...], suggestion: Suggestion) -> bool:
    """The congress's own people, its county's supervisor, and the units that handle it."""
    return any(
        is_staff(actor, suggestion)
        or (
            actor.role == COUNTY_SUPERVISOR
            and actor.organisation_id == suggestion.congress.parent_id
        )
        or handles(actor, suggestion)
        for actor in actors
    )


def _part_rows(actors: tuple[Actor, ...], suggestion: Suggestion, inside: bool) -> list[PartRow]:
    parts = list(
        suggestion.assignments.select_related("unit").prefetch_related("contacts", "returns")
    )
    if not inside:
        parts = [part for part in parts if part.ended_at is None]
    leads = any(
        works_at(actor, part)
        for actor in actors
        for part in parts
        if part.role == HandlingRole.LEAD
    )
    return [
        PartRow(
            part,
            list(part.contacts.all()),
            part.opinion if inside else "",
            list(part.returns.all()) if inside else [],
            _again_url(suggestion, part) if leads else "",
        )
        for part in parts
    ]


def _again_url(suggestion: Suggestion, part: Assignment) -> str:
    if part.opinion_at is None or part.ended_at or suggestion.state not in RUNNING:
        return ""
    return reverse("suggestions:again", args=[suggestion.pk, part.pk])


def _extension_url(actors: tuple[Actor, ...], suggestion: Suggestion, row: ClockRow) -> str:
    """Where its unit may ask for more time, empty where it may not."""
    clock = row.clock
    part = clock.assignment
    if part is None or clock.event not in EXTENDED or suggestion.state not in RUNNING:
        return ""
    if row.asked or row.days is None or row.days < 0 or not may_be_lengthened(clock):
        return ""
    if not any(works_at(actor, part) for actor in actors):
        return ""
    return reverse("suggestions:extension", args=[suggestion.pk, clock.pk])
