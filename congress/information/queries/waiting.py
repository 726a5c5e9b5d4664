"""What waits for whom: read by Today and by the menu's counts."""

from collections.abc import Iterable

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from congress.audit.actors import Actor
from congress.audit.models import Entry
from congress.information.models import Item
from congress.information.rules import NOTHING
from congress.organisations.roles import CHAIR, COUNTY_EDITOR, SECRETARY

WAITS = {SECRETARY: "returned", CHAIR: "awaiting_sign_off", COUNTY_EDITOR: "submitted"}


def waiting_for(actors: Iterable[Actor]) -> QuerySet[Item]:
    """Returned ones for the secretary, unsigned ones for the chair, submitted ones for the
    county's editor."""
    waits = NOTHING
    for actor in actors:
        if actor.role == COUNTY_EDITOR:
            waits |= Q(state="submitted", organisation__parent_id=actor.organisation_id)
        elif actor.role in WAITS:
            waits |= Q(state=WAITS[actor.role], organisation_id=actor.organisation_id)
    return Item.objects.filter(waits)


def longest_waiting(actors: Iterable[Actor], limit: int) -> QuerySet[Item]:
    """Those that came into their state first, as `waits_since`, which is the trail's moment."""
    came = Entry.objects.filter(
        room="information", kind="item", object_id=OuterRef("pk"), to_state=OuterRef("state")
    ).order_by("-at", "-pk")
    since = Coalesce(Subquery(came.values("at")[:1]), "submitted_at", "created_at")
    return waiting_for(actors).annotate(waits_since=since).order_by("waits_since", "pk")[:limit]


def waiting_count(actors: Iterable[Actor]) -> int:
    return waiting_for(actors).count()
