"""What of the suggestions waits for office and presidium today."""

from collections.abc import Iterable

from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from congress.audit.actors import Actor
from congress.audit.models import Entry
from congress.organisations.roles import CHAIR, COUNTY_SUPERVISOR, SECRETARY
from congress.suggestions.models import ExtensionRequest, ReturnRequest, Suggestion
from congress.suggestions.models.suggestions import SuggestionQuerySet

TOLD_IN = ("registered", "assigned", "return_requested", "in_handling", "reply_review")
PRESIDIUM_OWES = ("submitted", "registered", "return_requested", "reply_review")

# The county has replied to what the township reported.
ANSWERED_ABOVE = Q(state="in_handling", raised_to__state="replied")


def waiting_for(actors: Iterable[Actor]) -> SuggestionQuerySet:
    """For the secretary what is to be prepared and which deputies are to be told; for the
    presidium what is to be decided. Of a county's own records the supervisor is both."""
    waits = Q(pk__in=[])
    for actor in actors:
        if actor.role in (SECRETARY, COUNTY_SUPERVISOR):
            waits |= Q(congress=actor.organisation_id) & _office_owes(actor.role == SECRETARY)
        if actor.role in (CHAIR, COUNTY_SUPERVISOR):
            waits |= Q(congress=actor.organisation_id) & _presidium_owes()
    return Suggestion.objects.filter(waits)


def _office_owes(prepares: bool) -> Q:
    untold = Q(told_at=None, raised_from=None, state__in=TOLD_IN)
    if not prepares:
        return untold
    unprepared = Q(~Exists(prepared()), state="submitted")
    return untold | unprepared


def is_untold(suggestion: Suggestion) -> bool:
    """Accepted, and nobody has noted that the deputy knows."""
    untold = suggestion.told_at is None and suggestion.raised_from_id is None
    return untold and suggestion.state in TOLD_IN


def prepared():
    """The secretary's proposal on a record since it was submitted last."""
    return entries("propose").filter(at__gte=OuterRef("submitted_at"))


def entries(act: str):
    return Entry.objects.filter(
        room="suggestions", kind="suggestion", object_id=OuterRef("pk"), act=act
    )


def _presidium_owes() -> Q:
    return Q(state__in=PRESIDIUM_OWES) | ANSWERED_ABOVE | is_asked()


def is_asked() -> Q:
    """A unit asks for a return or for more time, and nobody has decided."""
    returns = ReturnRequest.objects.filter(assignment__suggestion=OuterRef("pk"), decision="")
    longer = ExtensionRequest.objects.filter(clock__suggestion=OuterRef("pk"), decision="")
    return Q(Exists(returns.filter(assignment__ended_at=None))) | Q(
        Exists(longer.filter(clock__stopped_on=None))
    )


def longest_waiting(actors: Iterable[Actor], limit: int) -> SuggestionQuerySet:
    """Those that came into their state first, as `waits_since`, the trail's moment; bears what
    tells why it waits: `is_prepared`, `is_asked`, `answered_above`."""
    came = Entry.objects.filter(
        room="suggestions",
        kind="suggestion",
        object_id=OuterRef("pk"),
        to_state=OuterRef("state"),
    ).order_by("-at", "-pk")
    since = Coalesce(Subquery(came.values("at")[:1]), F("created_at"))
    rows = waiting_for(actors).annotate(
        waits_since=since,
        is_prepared=Exists(prepared()),
        is_asked=ExpressionWrapper(is_asked(), BooleanField()),
        answered_above=ExpressionWrapper(ANSWERED_ABOVE, BooleanField()),
    )
    return rows.order_by("waits_since", "pk")[:limit]


def waiting_count(actors: Iterable[Actor]) -> int:
    """What the menu counts; one question."""
    return waiting_for(actors).count()
