"""The units' parts in a suggestion, and what each of them still owes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import (
    Case,
    Count,
    F,
    IntegerField,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)

from congress.audit.actors import Actor
from congress.organisations.roles import UNIT_OFFICER
from congress.suggestions.models import Assignment, Clock, Reply, Suggestion
from congress.suggestions.models.choices import HandlingRole
from congress.suggestions.queries.people import signed
from congress.suggestions.queries.replies import OWED_IN
from congress.suggestions.states.process import OVER

REPLIES = (HandlingRole.LEAD, HandlingRole.SEPARATE)
OPINION_OWED_IN = ("assigned", "return_requested", "in_handling", "rehandling")
TO_ACKNOWLEDGE, OWED, WAITING, DONE = "acknowledge", "owed", "waiting", "done"
STAGES = (TO_ACKNOWLEDGE, OWED, WAITING, DONE)


def parts_of(actors: Iterable[Actor]) -> QuerySet:
    """Running parts of the officers' units with `stage`, one of `STAGES`, and `due`, the first
    due date of what the unit owes."""
    units = [actor.organisation_id for actor in actors if actor.role == UNIT_OFFICER]
    parts = Assignment.objects.running().filter(unit__in=units)
    clocks = Clock.objects.running().owed().filter(assignment=OuterRef("pk")).order_by()
    first = clocks.values("assignment").annotate(first=Min("due")).values("first")
    this_round = Reply.objects.filter(
        assignment=OuterRef("pk"), round_no=OuterRef("suggestion__round_no")
    )
    return parts.annotate(
        due=Subquery(first), reply_state=Subquery(this_round.values("state")[:1])
    ).annotate(stage=_stage())


def _stage() -> Case:
    over = Q(suggestion__state__in=OVER) | Q(reply_state="released")
    over |= Q(suggestion__state="replied")
    draft = Q(reply_state=None) | Q(reply_state="draft")
    owes_reply = Q(role__in=REPLIES, suggestion__state__in=OWED_IN) & draft
    owes_opinion = Q(
        role=HandlingRole.CO_HANDLER, opinion_at=None, suggestion__state__in=OPINION_OWED_IN
    )
    return Case(
        When(over, then=Value(DONE)),
        When(acknowledged_at=None, then=Value(TO_ACKNOWLEDGE)),
        When(owes_reply | owes_opinion, then=Value(OWED)),
        default=Value(WAITING),
    )


def in_order() -> tuple:
    """What waits for the unit first, the earliest date first."""
    place = Case(
        *(When(stage=stage, then=Value(number)) for number, stage in enumerate(STAGES)),
        output_field=IntegerField(),
    )
    return place, F("due").asc(nulls_last=True), "-handed_over_at", "-pk"


def waiting_of_unit(actors: Iterable[Actor]) -> QuerySet:
    """To acknowledge and to answer."""
    return parts_of(actors).filter(stage__in=(TO_ACKNOWLEDGE, OWED))


def unit_waiting_count(actors: Iterable[Actor]) -> int:
    return waiting_of_unit(actors).count()


def lead_part(suggestion: Suggestion) -> Assignment | None:
    return suggestion.assignments.running().filter(role=HandlingRole.LEAD).first()


def contact_partners(suggestion: Suggestion) -> str:
    """Whom a unit speaks with first: the lead deputy's name."""
    row = signed(suggestion).filter(part="lead").select_related("deputy__user").first()
    return row.deputy.user.name if row else ""


@dataclass(frozen=True)
class StageCounts:
    """How many parts wait for the unit, and how many of them are late."""

    to_acknowledge: int
    owed: int
    late: int


def stage_counts(actors: Iterable[Actor], on: date) -> StageCounts:
    """One query."""
    waiting = waiting_of_unit(actors)
    return StageCounts(
        **waiting.aggregate(
            to_acknowledge=Count("pk", filter=Q(stage=TO_ACKNOWLEDGE)),
            owed=Count("pk", filter=Q(stage=OWED)),
            late=Count("pk", filter=Q(due__lt=on)),
        )
    )
