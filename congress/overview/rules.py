"""Who may read what spans rooms."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from congress.audit.actors import Actor
from congress.audit.models import Entry
from congress.organisations.models import Organisation
from congress.organisations.roles import AUDITOR, COUNTY_ADMIN
from congress.organisations.rules import counties_of


def trail_visible_to(actors: Iterable[Actor]) -> QuerySet[Entry]:
    """The entries of acts done by the county's own organisations, and for them. Acts that name no
    organisation are shown where the installation holds one county."""
    counties = counties_of(actors, [AUDITOR, COUNTY_ADMIN])
    organisations = Organisation.objects.filter(
        Q(pk__in=counties) | Q(parent_id__in=counties) | Q(parent__parent_id__in=counties)
    )
    seen = Q(organisation_id__in=organisations.values("pk"))
    if Organisation.objects.counties().count() == 1:
        seen |= Q(organisation_id=None)
    return Entry.objects.filter(seen)
