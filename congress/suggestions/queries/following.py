"""What waits after the replies: decisions on ratings, slips not returned, promises."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from congress.audit.actors import Actor
from congress.organisations.roles import DEPUTY
from congress.suggestions.models import Clock, Commitment, Rating, Signatory, Suggestion
from congress.suggestions.models.choices import Answer, Level, Part
from congress.suggestions.queries.commitments import late
from congress.suggestions.queries.ratings import AFTER_REMINDER, WITHOUT_RULE
from congress.suggestions.queries.waiting import entries
from congress.suggestions.rules import STAFF, of_congress
from congress.suggestions.states.entry import PRESIDIUM

DISSATISFIED = Q(reply=Level.DISSATISFIED) | Q(result=Level.DISSATISFIED)


def _replied(actors: Iterable[Actor], roles: tuple[str, ...]) -> QuerySet[Suggestion]:
    own = of_congress([actor for actor in actors if actor.role in roles])
    return own.filter(state="replied", raised_from=None)


def to_decide(actors: Iterable[Actor]) -> QuerySet[Rating]:
    """Co-signers' dissatisfaction before the presidium."""
    rows = Rating.objects.filter(
        DISSATISFIED, suggestion__in=_replied(actors, PRESIDIUM), round_no=1, decision=""
    )
    rows = rows.exclude(signatory__part=Part.LEAD).filter(suggestion__round_no=1)
    return rows.select_related("suggestion", "signatory__deputy__user").order_by("rated_at", "pk")


def to_study(actors: Iterable[Actor]) -> QuerySet[Suggestion]:
    """Dissatisfied after the second round, and not studied together yet."""
    rows = _replied(actors, PRESIDIUM).filter(round_no=2, joint_study=None)
    bad = Rating.objects.filter(DISSATISFIED, suggestion=OuterRef("pk"), round_no=2)
    return rows.filter(Exists(bad)).order_by("replied_at", "pk")


def to_close(actors: Iterable[Actor], on: date) -> QuerySet[Suggestion]:
    """Replied, and the time for the ratings is over, with that after a reminder; nothing else
    stands in the way."""
    running = Clock.objects.running().filter(suggestion=OuterRef("pk"), event="feedback")
    bad = Rating.objects.filter(
        DISSATISFIED, suggestion=OuterRef("pk"), round_no=OuterRef("round_no"), decision=""
    )
    reminded = entries("remind_to_rate").filter(at__gte=OuterRef("replied_at"))
    over = Q(
        Exists(running.filter(due__lt=on)),
        ~Exists(reminded.filter(at__date__gte=on - AFTER_REMINDER)),
    ) | Q(
        ~Exists(running),
        ~Exists(reminded.filter(at__date__gte=on - WITHOUT_RULE)),
        replied_at__date__lt=on - WITHOUT_RULE,
    )
    rows = _replied(actors, STAFF).filter(over).exclude(Exists(bad))
    return rows.order_by("replied_at", "pk")


def overdue(actors: Iterable[Actor], on: date) -> QuerySet[Commitment]:
    """Promises past their day, for the congress to which they were made."""
    own = of_congress([actor for actor in actors if actor.role in STAFF]).values("pk")
    rows = Commitment.objects.filter(late(on), suggestion__in=own)
    return rows.select_related("reply__assignment__unit")


def to_rate(actors: Iterable[Actor]) -> QuerySet[Signatory]:
    """One's own and co-signed suggestions that one has not rated in this round."""
    people = {actor.user_id for actor in actors if actor.role == DEPUTY}
    rated = Rating.objects.filter(
        signatory=OuterRef("pk"), round_no=OuterRef("suggestion__round_no")
    )
    rows = Signatory.objects.filter(
        deputy__user__in=people,
        answer=Answer.CONFIRMED,
        suggestion__state="replied",
        suggestion__raised_from=None,
    )
    rows = rows.exclude(Exists(rated)).select_related("suggestion")
    return rows.order_by("suggestion__replied_at", "pk")
