"""Notices that wait for somebody today."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from congress.audit.actors import Actor
from congress.notices.models import Notice
from congress.notices.queries.notices import unanswered_keys, with_counts
from congress.notices.states import WRITERS
from congress.organisations.roles import CHAIR, COUNTY_SUPERVISOR

SIGN = (CHAIR, COUNTY_SUPERVISOR)
SOON = timedelta(days=7)


def awaiting_signature(actors: Iterable[Actor]) -> QuerySet[Notice]:
    """Those that the chair, or for the county the supervisor, has to sign."""
    return Notice.objects.filter(_unsigned(actors)).order_by("created_at", "pk")


def to_send(actors: Iterable[Actor]) -> QuerySet[Notice]:
    """Signed and not sent yet."""
    return Notice.objects.filter(_unsent(actors)).order_by("created_at", "pk")


def _unsigned(actors: Iterable[Actor]) -> Q:
    organisations = [actor.organisation_id for actor in actors if actor.role in SIGN]
    return Q(state="awaiting_signature", organisation__in=organisations)


def _unsent(actors: Iterable[Actor]) -> Q:
    organisations = [actor.organisation_id for actor in actors if actor.role in WRITERS]
    return Q(state="signed", organisation__in=organisations)


def left_to_call(actors: Iterable[Actor], on: date, now: datetime) -> QuerySet[Notice]:
    """Running notices that somebody has not seen, with `left`: a meeting within seven days, or
    another notice before its last day; the nearest first."""
    organisations = [actor.organisation_id for actor in actors if actor.role in WRITERS]
    running: QuerySet = with_counts(
        Notice.objects.filter(state="sent", organisation__in=organisations)
    )
    near = Q(meeting_at__gt=now, meeting_at__lte=now + SOON)
    other = Q(meeting_at=None, ends_on__gte=on)
    return running.filter(near | other, left__gt=0).order_by("ends_on", "pk")


def waiting_count(actors: Iterable[Actor]) -> int:
    """What the menu counts: to sign, to send, and unanswered by the person; one question."""
    actors = tuple(actors)
    waits = _unsigned(actors) | _unsent(actors) | Q(pk__in=unanswered_keys(actors))
    return Notice.objects.filter(waits).count()
