"""Promises and where they stand."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from congress.audit.actors import Actor
from congress.organisations.roles import UNIT_OFFICER
from congress.suggestions.models import Commitment, Suggestion
from congress.suggestions.rules import STAFF, commitments_visible_to, of_congress

# A promise is due soon so many days before its day.
SOON = timedelta(days=30)


def commitments_of(suggestion: Suggestion) -> list[Commitment]:
    rows = suggestion.commitments.select_related("reply__assignment__unit")
    return list(rows.prefetch_related("reports"))


def listed(actors: Iterable[Actor]) -> QuerySet[Commitment]:
    rows = commitments_visible_to(actors)
    return rows.select_related("suggestion__congress", "reply__assignment__unit")


def late(on: date) -> Q:
    return Q(state="open", promised_on__lt=on)


def soon(on: date) -> Q:
    return Q(state="open", promised_on__gte=on, promised_on__lte=on + SOON)


def later(on: date) -> Q:
    return Q(state="open", promised_on__gt=on + SOON)


def in_standing(standing: str, on: date) -> Q:
    """One of `STANDINGS`; each promise is in exactly one."""
    if standing in ("reported", "kept"):
        return Q(state=standing)
    return {"late": late, "soon": soon, "later": later}[standing](on)


STANDINGS = ("late", "soon", "later", "reported", "kept")


def with_order(rows: QuerySet[Commitment]) -> QuerySet[Commitment]:
    """`done` is 1 for what was kept, which stands last."""
    done = Case(When(state="kept", then=Value(1)), default=Value(0), output_field=IntegerField())
    return rows.annotate(done=done)


def to_check(actors: Iterable[Actor]) -> QuerySet[Commitment]:
    """Reported as kept, for those who have to look."""
    staff = [actor for actor in actors if actor.role in STAFF]
    own = of_congress(staff).values("pk")
    rows = Commitment.objects.filter(state="reported", suggestion__in=own)
    return rows.select_related("reply__assignment__unit")


def owed_by_unit(actors: Iterable[Actor], on: date) -> QuerySet[Commitment]:
    """Late or due soon, of the unit's own promises."""
    units = [actor.organisation_id for actor in actors if actor.role == UNIT_OFFICER]
    rows = Commitment.objects.filter(late(on) | soon(on), reply__assignment__unit__in=units)
    return rows.select_related("suggestion")
