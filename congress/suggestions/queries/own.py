"""A deputy's own: what waits for them, what they have begun, what they follow."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from congress.audit.actors import Actor
from congress.audit.queries import last_entry
from congress.organisations.roles import DEPUTY
from congress.suggestions.models import Rating, Signatory, Suggestion
from congress.suggestions.models.choices import Answer, Part
from congress.suggestions.states.entry import REFUSE, SEND_BACK, WITHDRAW
from congress.suggestions.states.process import BEFORE_SUBMISSION

TO_COSIGN = Q(answer=Answer.ASKED, suggestion__state="awaiting_cosigners")
TO_AGREE = Q(
    answer=Answer.CONFIRMED,
    agreed_to_withdraw_at=None,
    suggestion__withdrawal__isnull=False,
    suggestion__state__in=WITHDRAW.sources,
)
TO_RATE = Q(
    answer=Answer.CONFIRMED,
    suggestion__state="replied",
    suggestion__raised_from=None,
    rated=False,
)


def signatures(actors: Iterable[Actor]) -> QuerySet[Signatory]:
    """Under whatever the person was asked to sign, as holder of any mandate."""
    people = {actor.user_id for actor in actors if actor.role == DEPUTY}
    ratings = Rating.objects.filter(
        signatory=OuterRef("pk"), round_no=OuterRef("suggestion__round_no")
    )
    rows = Signatory.objects.filter(deputy__user__in=people).annotate(rated=Exists(ratings))
    return rows.select_related("suggestion__congress").order_by("-pk")


def waiting(actors: Iterable[Actor]) -> QuerySet[Signatory]:
    """To co-sign, to agree to a withdrawal, to rate."""
    return signatures(actors).filter(TO_COSIGN | TO_AGREE | TO_RATE)


def wanted(row: Signatory) -> str:
    """What waits for the person: `cosign`, `agree` or `rate`."""
    if row.answer == Answer.ASKED:
        return "cosign"
    return "rate" if row.suggestion.state == "replied" else "agree"


def waiting_count(actors: Iterable[Actor]) -> int:
    actors = tuple(actors)
    if not any(actor.role == DEPUTY for actor in actors):
        return 0
    return waiting(actors).count()


def begun(actors: Iterable[Actor]) -> QuerySet[Signatory]:
    """Led and not submitted yet."""
    return signatures(actors).filter(part=Part.LEAD, suggestion__state__in=BEFORE_SUBMISSION)


def followed(actors: Iterable[Actor], part: str = "") -> QuerySet[Signatory]:
    """Signed and submitted; what was raised to the county is followed in the own congress."""
    rows = signatures(actors).filter(answer=Answer.CONFIRMED, suggestion__raised_from=None)
    rows = rows.exclude(suggestion__state__in=BEFORE_SUBMISSION)
    if part == Part.LEAD:
        return rows.filter(part=Part.LEAD)
    return rows.exclude(part=Part.LEAD) if part else rows


def remark_on(suggestion: Suggestion) -> str:
    """What the presidium said when it gave the text back or did not accept it."""
    if suggestion.state not in ("draft", "not_accepted"):
        return ""
    last = last_entry(suggestion)
    return last.note if last and last.act in (SEND_BACK.act, REFUSE.act) else ""


def entered(actors: Iterable[Actor], offices: tuple[str, ...]) -> QuerySet[Suggestion]:
    """What the office has begun to enter from paper."""
    congresses = [actor.organisation_id for actor in actors if actor.role in offices]
    rows = Suggestion.objects.filter(congress__in=congresses, state__in=BEFORE_SUBMISSION)
    return rows.exclude(entered_by="").order_by("-pk")
