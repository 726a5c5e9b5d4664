"""Who sees which suggestions, and who may do what with them."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from congress.audit.actors import SYSTEM, Actor
from congress.flow.transitions import Transition
from congress.organisations.models import Appointment, Deputy, Organisation, User
from congress.organisations.models.organisations import Kind
from congress.organisations.roles import (
    COUNTY_SUPERVISOR,
    DEPUTY,
    ROLES,
    TOWNSHIP_STAFF,
    UNIT_OFFICER,
)
from congress.suggestions.models import (
    Assignment,
    Commitment,
    Rating,
    Reply,
    Signatory,
    Suggestion,
    SuggestionFile,
)
from congress.suggestions.models.choices import Answer, Consent, Part
from congress.suggestions.models.suggestions import SuggestionQuerySet
from congress.suggestions.states.entry import OFFICE, PRESIDIUM
from congress.suggestions.states.process import BEFORE_SUBMISSION

STAFF = (*TOWNSHIP_STAFF, COUNTY_SUPERVISOR)
READERS = (*STAFF, UNIT_OFFICER, DEPUTY)


# ---- whose -------------------------------------------------------------------------------------


def is_office(actor: Actor, suggestion: Suggestion) -> bool:
    """Prepares: the secretary of the congress, of the county's own records the supervisor."""
    return actor.role in OFFICE and actor.organisation_id == suggestion.congress_id


def is_presidium(actor: Actor, suggestion: Suggestion) -> bool:
    """Decides: the chair of the congress, of the county's own records the supervisor."""
    return actor.role in PRESIDIUM and actor.organisation_id == suggestion.congress_id


def is_staff(actor: Actor, suggestion: Suggestion) -> bool:
    return is_office(actor, suggestion) or is_presidium(actor, suggestion)


def is_lead(actor: Actor, suggestion: Suggestion) -> bool:
    return actor.role == DEPUTY and _signs(actor, suggestion).filter(part=Part.LEAD).exists()


def has_signed(actor: Actor, suggestion: Suggestion) -> bool:
    signed = _signs(actor, suggestion).filter(answer=Answer.CONFIRMED)
    return actor.role == DEPUTY and signed.exists()


def _signs(actor: Actor, suggestion: Suggestion) -> QuerySet[Signatory]:
    return suggestion.signatories.filter(deputy__user=actor.user_id or 0)


def works_at(actor: Actor, assignment: Assignment) -> bool:
    """An officer of the unit, while its part has not ended."""
    if actor.role != UNIT_OFFICER or assignment.ended_at is not None:
        return False
    return actor.organisation_id == assignment.unit_id


def handles(actor: Actor, suggestion: Suggestion) -> bool:
    if actor.role != UNIT_OFFICER:
        return False
    return suggestion.assignments.running().filter(unit=actor.organisation_id).exists()


def has_handled(actors: Iterable[Actor], suggestion: int) -> bool:
    """An officer of a unit whose part has ended, and which does not see the record any more."""
    units = [actor.organisation_id for actor in actors if actor.role == UNIT_OFFICER]
    return Assignment.objects.filter(suggestion=suggestion, unit__in=units).exists()


def signatory_actors(user: User, on: date) -> tuple[Actor, ...]:
    """As whom a person whose mandate has ended follows and rates their own suggestions."""
    ended = Deputy.objects.filter(user=user, ends_on__lte=on, signatures__isnull=False)
    label = str(ROLES[DEPUTY].label)
    return tuple(
        Actor(user.pk, user.name, DEPUTY, label, row.congress_id, row.congress.name)
        for row in ended.select_related("congress").distinct()
    )


# ---- what is seen ------------------------------------------------------------------------------


def of_congress(actors: Iterable[Actor]) -> SuggestionQuerySet:
    """One's own congress's records, as its office or presidium; drafts only where the office
    entered them."""
    own = Suggestion.objects.filter(congress__in=_own_congresses(actors))
    return own.exclude(state__in=BEFORE_SUBMISSION, entered_by="")


def of_county(actors: Iterable[Actor]) -> SuggestionQuerySet:
    """What was submitted in the townships of the supervisor's county."""
    below = Organisation.objects.filter(parent__in=_counties(actors)).order_by().values("pk")
    return Suggestion.objects.filter(congress__in=below).submitted()


def overseen_by(actors: Iterable[Actor]) -> SuggestionQuerySet:
    """What was submitted to one's own congress or in the townships of one's county."""
    return Suggestion.objects.filter(congress__in=_congresses(tuple(actors))).submitted()


def of_staff(actors: Iterable[Actor]) -> SuggestionQuerySet:
    """The records of `of_congress` and `of_county`, in one question that an index answers."""
    actors = tuple(actors)
    entered = Q(congress__in=_own_congresses(actors)) & ~Q(entered_by="")
    submitted = Q(congress__in=_congresses(actors)) & ~Q(state__in=BEFORE_SUBMISSION)
    return Suggestion.objects.filter(submitted | entered)


def _own_congresses(actors: Iterable[Actor]) -> list[int | None]:
    return [actor.organisation_id for actor in actors if actor.role in STAFF]


def _counties(actors: Iterable[Actor]) -> list[int | None]:
    return [actor.organisation_id for actor in actors if actor.role == COUNTY_SUPERVISOR]


def _congresses(actors: Iterable[Actor]) -> QuerySet:
    """The keys of one's own and of those of the county."""
    of = Q(pk__in=_own_congresses(actors)) | Q(parent__in=_counties(actors))
    return Organisation.objects.filter(of).order_by().values("pk")


def of_unit(actors: Iterable[Actor]) -> SuggestionQuerySet:
    """What is assigned to the unit."""
    units = [actor.organisation_id for actor in actors if actor.role == UNIT_OFFICER]
    running = Assignment.objects.running().filter(unit__in=units)
    return Suggestion.objects.filter(pk__in=running.values("suggestion"))


def of_signatory(actors: Iterable[Actor]) -> SuggestionQuerySet:
    """One's own and co-signed ones, and those one is asked to co-sign."""
    people = {actor.user_id for actor in actors if actor.role == DEPUTY}
    signed = Signatory.objects.filter(deputy__user__in=people, answer=Answer.CONFIRMED)
    asked = Signatory.objects.filter(
        deputy__user__in=people, answer=Answer.ASKED, suggestion__state="awaiting_cosigners"
    )
    return Suggestion.objects.filter(
        Q(pk__in=signed.values("suggestion")) | Q(pk__in=asked.values("suggestion"))
    )


def visible_to(actors: Iterable[Actor]) -> SuggestionQuerySet:
    actors = tuple(actors)
    parts = (of_congress(actors), of_county(actors), of_unit(actors), of_signatory(actors))
    seen = Q()
    for part in parts:
        seen |= Q(pk__in=part.values("pk"))
    return Suggestion.objects.filter(seen)


def files_visible_to(actors: Iterable[Actor]) -> QuerySet[SuggestionFile]:
    """Files of visible records. What belongs to a reply is its unit's until the unit has signed,
    the office's until it is released, then everybody's who sees the record; papers with signatures
    are the office's and the signatories' alone."""
    actors = tuple(actors)
    units = [actor.organisation_id for actor in actors if actor.role == UNIT_OFFICER]
    files = SuggestionFile.objects.filter(suggestion__in=visible_to(actors))
    own = Q(reply__assignment__unit__in=units)
    staff = Q(suggestion__in=of_congress(actors).values("pk")) & ~Q(reply__state="draft")
    released = Q(reply=None) | Q(reply__state="released")
    papers = (SuggestionFile.Purpose.SLIP, SuggestionFile.Purpose.WITHDRAWAL)
    inside = Q(suggestion__in=of_congress(actors).values("pk"))
    return files.filter(own | staff | released).exclude(~inside, purpose__in=papers)


def replies_visible_to(actors: Iterable[Actor]) -> QuerySet[Reply]:
    """A draft is its unit's alone, a signed reply the office's too, a released one everybody's who
    sees the record."""
    actors = tuple(actors)
    units = [actor.organisation_id for actor in actors if actor.role == UNIT_OFFICER]
    own = Q(assignment__unit__in=units, assignment__ended_at=None)
    staff = Q(suggestion__in=of_congress(actors).values("pk")) & ~Q(state="draft")
    seen = Q(suggestion__in=visible_to(actors).values("pk"))
    return Reply.objects.filter(seen & (own | staff | Q(state="released")))


def published() -> SuggestionQuerySet:
    """What everybody may read; of `title_only` the title, the number and the state. What was
    withdrawn or merged leaves the public pages by itself."""
    rows = Suggestion.objects.filter(published_at__isnull=False).exclude(consent=Consent.NONE)
    return rows.exclude(state__in=("withdrawn", "merged"))


def commitments_visible_to(actors: Iterable[Actor]) -> QuerySet[Commitment]:
    """Of visible records, and those that the unit itself made in a reply to the county."""
    actors = tuple(actors)
    units = [actor.organisation_id for actor in actors if actor.role == UNIT_OFFICER]
    own = Q(reply__assignment__unit__in=units)
    return Commitment.objects.filter(Q(suggestion__in=visible_to(actors)) | own)


# ---- what may be done --------------------------------------------------------------------------


def may_begin(actor: Actor, congress: Organisation) -> bool:
    """A deputy of the congress writes, its office enters from paper. Sub-districts have none."""
    if congress.kind not in (Kind.TOWNSHIP, Kind.COUNTY):
        return False
    return actor.role in (DEPUTY, *OFFICE) and actor.organisation_id == congress.pk


def may_write(actor: Actor, suggestion: Suggestion) -> bool:
    """The lead deputy; the office only what it entered itself from a signed paper."""
    if is_lead(actor, suggestion):
        return True
    return bool(suggestion.entered_by) and is_office(actor, suggestion)


def may_edit(actor: Actor, suggestion: Suggestion) -> bool:
    return suggestion.state == "draft" and may_write(actor, suggestion)


def may_move(actor: Actor, suggestion: Suggestion, transition: Transition) -> bool:
    """The act is the actor's, whatever the state; `flow.moves` asks for the state."""
    if actor.role not in transition.roles:
        return False
    if actor.role == SYSTEM:
        return True
    if actor.role == DEPUTY:
        return is_lead(actor, suggestion)
    if actor.role == UNIT_OFFICER:
        return handles(actor, suggestion)
    if transition.roles == (DEPUTY, *OFFICE):
        return may_write(actor, suggestion)
    return is_staff(actor, suggestion)


def may_set(actor: Actor, organisation: Organisation) -> bool:
    """How replies are checked and classed: the presidium of the congress."""
    return actor.role in PRESIDIUM and actor.organisation_id == organisation.pk


def may_enter_slip(actor: Actor, suggestion: Suggestion, on: date) -> bool:
    """The office, but nobody who is also an officer of a unit that handles it."""
    if not is_office(actor, suggestion):
        return False
    units = suggestion.assignments.running().values("unit")
    posts = Appointment.objects.filter(user=actor.user_id, role=UNIT_OFFICER).running(on)
    return not posts.filter(organisation__in=units).exists()


def is_open_case(rating: Rating) -> bool:
    """A co-signer's dissatisfaction in the first round, on which the presidium has to decide."""
    asks = rating.is_dissatisfied and rating.signatory.part != Part.LEAD
    return asks and not rating.decision and rating.round_no == 1


def may_follow(actor: Actor, commitment: Commitment) -> bool:
    """Judge whether a commitment is kept: the office or the presidium."""
    return is_staff(actor, commitment.suggestion)


def answers_for(actor: Actor, commitment: Commitment) -> bool:
    """An officer of the unit that promised."""
    unit = commitment.reply.assignment.unit_id
    return actor.role == UNIT_OFFICER and actor.organisation_id == unit


def may_move_commitment(actor: Actor, commitment: Commitment, transition: Transition) -> bool:
    """The act is the actor's, whatever the state."""
    if actor.role not in transition.roles:
        return False
    return answers_for(actor, commitment) or may_follow(actor, commitment)
