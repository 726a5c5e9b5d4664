"""The lists of notices."""

from collections.abc import Iterable

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from congress.audit.actors import Actor
from congress.notices.models import Notice, Recipient
from congress.notices.models.ledger import DONE
from congress.notices.rules import own_of, received_by, visible_to

_LEFT = Q(recipients__confirmed_at=None, recipients__answer="", recipients__told_at=None)


def listed(actors: Iterable[Actor]) -> QuerySet[Notice]:
    """The visible notices with how many are invited (`invited`) and left to call (`left`)."""
    return with_counts(visible_to(actors))


def with_counts(notices: QuerySet[Notice]) -> QuerySet[Notice]:
    return notices.select_related("organisation").annotate(
        invited=Count("recipients"), left=Count("recipients", filter=_LEFT)
    )


def received(actors: Iterable[Actor]) -> QuerySet:
    """What the person was sent, newest first; `answered` says whether the person has pressed."""
    actors = tuple(actors)
    people = {actor.user_id for actor in actors if actor.user_id}
    answered = Recipient.objects.filter(DONE, notice=OuterRef("pk"), user__in=people)
    rows: QuerySet = received_by(actors).select_related("organisation")
    return rows.annotate(answered=Exists(answered)).order_by("-sent_at", "-pk")


def unanswered(actors: Iterable[Actor]) -> QuerySet[Notice]:
    """Running notices that wait for this person's press."""
    return received(actors).filter(state="sent", answered=False)


def unanswered_keys(actors: Iterable[Actor]) -> QuerySet:
    """The same by the ledger, as keys for a question about notices."""
    people = {actor.user_id for actor in actors if actor.user_id}
    rows = Recipient.objects.filter(user__in=people, notice__state="sent").not_yet()
    return rows.values("notice")


def own_rows(notice: Notice, actors: Iterable[Actor]) -> QuerySet[Recipient]:
    """The row of the person in the ledger of a notice."""
    people = {actor.user_id for actor in actors if actor.user_id}
    rows = notice.recipients.filter(user__in=people).select_related("user", "notice__organisation")
    return rows.prefetch_related("earlier_dates")


def own_listed(actors: Iterable[Actor]) -> QuerySet[Notice]:
    return with_counts(own_of(actors))
