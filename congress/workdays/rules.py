"""Who keeps a county's working days, and whose days each may see."""

from collections.abc import Iterable

from django.db.models import QuerySet

from congress.audit.actors import Actor
from congress.organisations.roles import (
    CHAIR,
    COUNTY_ADMIN,
    COUNTY_EDITOR,
    COUNTY_SUPERVISOR,
    SECRETARY,
    UNIT_OFFICER,
)
from congress.organisations.rules import counties_of
from congress.workdays.models import CalendarDay, DecreedYear

KEEPERS = (COUNTY_ADMIN,)
# Whoever has dates to keep or to watch may ask how one is found.
ASKERS = (SECRETARY, CHAIR, UNIT_OFFICER, COUNTY_SUPERVISOR, COUNTY_EDITOR, COUNTY_ADMIN)


def may_keep_workdays(actor: Actor, county_id: int) -> bool:
    """The calendar and the rule set of one's own county."""
    return actor.role in KEEPERS and actor.organisation_id == county_id


def days_visible_to(actors: Iterable[Actor]) -> QuerySet[CalendarDay]:
    return CalendarDay.objects.filter(county__in=counties_of(actors, KEEPERS))


def years_visible_to(actors: Iterable[Actor]) -> QuerySet[DecreedYear]:
    return DecreedYear.objects.filter(county__in=counties_of(actors, KEEPERS))
