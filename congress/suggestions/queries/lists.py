"""The staff's list of suggestions."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, F, OuterRef, Prefetch, Subquery, Value
from django.db.models.functions import Coalesce

from congress.audit.actors import Actor
from congress.suggestions.models import Assignment, Clock, Signatory
from congress.suggestions.models.choices import HandlingRole, Part
from congress.suggestions.models.suggestions import SuggestionQuerySet
from congress.suggestions.rules import of_staff

NEVER = date(9999, 12, 31)


def listed(actors: Iterable[Actor]) -> SuggestionQuerySet:
    """One's own congress's, for the county's supervisor also what the townships submitted; bears
    `lead_name`, `due` and `due_event` of the clock that ends first, `due_order` to sort by it,
    `upward` where the county answers, and `parts`, the running ones, each with its
    `unit_name`."""
    lead = Signatory.objects.filter(suggestion=OuterRef("pk"), part=Part.LEAD)
    clocks = Clock.objects.running().owed().filter(suggestion=OuterRef("pk"))
    parts = Assignment.objects.running().filter(suggestion=OuterRef("pk"))
    rows = of_staff(actors).select_related("congress")
    return rows.annotate(
        lead_name=Subquery(lead.values("deputy__user__name")[:1]),
        due=Subquery(clocks.values("due")[:1]),
        due_event=Subquery(clocks.values("event")[:1]),
        due_order=Coalesce("due", Value(NEVER)),
        upward=Exists(parts.filter(role=HandlingRole.UPWARD)),
    ).prefetch_related(
        Prefetch(
            "assignments",
            Assignment.objects.running().annotate(unit_name=F("unit__name")),
            to_attr="parts",
        )
    )
