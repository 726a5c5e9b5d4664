"""What of ratings and promises stands on Today."""

from collections.abc import Callable, Iterable
from datetime import datetime, time
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actors import Actor
from congress.overview.registry import Line, Waiting
from congress.suggestions.models import Commitment, Rating, Suggestion
from congress.suggestions.queries.commitments import to_check
from congress.suggestions.queries.following import overdue, to_close, to_decide, to_study
from congress.suggestions.rules import STAFF
from congress.suggestions.states.entry import PRESIDIUM


def following(actors: Iterable[Actor], at: datetime, limit: int) -> Waiting:
    """Decisions on ratings and the joint study for the presidium; what may be closed, promises to
    be checked and overdue ones for the congress's staff."""
    actors = tuple(actors)
    day = timezone.localdate(at)
    roles = {actor.role for actor in actors}
    sources: list[tuple[QuerySet, Callable[[Any], Line]]] = []
    if roles & set(PRESIDIUM):
        sources += [(to_decide(actors), _decide), (to_study(actors), _study)]
    if roles & set(STAFF):
        sources += [
            (to_close(actors, day), _close),
            (to_check(actors), _check),
            (overdue(actors, day), _overdue),
        ]
    count, lines = 0, []
    for rows, line_of in sources:
        first = list(rows[: limit + 1])
        count += len(first) if len(first) <= limit else rows.count()
        lines += [line_of(row) for row in first[:limit]]
    return Waiting(count, lines)


def _decide(rating: Rating) -> Line:
    title = _("A co-signer is not satisfied: %(title)s") % {"title": rating.suggestion.title}
    who = rating.signatory.deputy.user.name
    return Line(
        rating.rated_at,
        title,
        f"{who}：{rating.comment}" if rating.comment else who,
        pgettext("button", "Decide on the second round"),
        _record(rating.suggestion_id),
    )


def _study(suggestion: Suggestion) -> Line:
    return Line(
        _since(suggestion),
        _("Not satisfied after the second round: %(title)s") % {"title": suggestion.title},
        _("The presidium studies it together with the deputy and the unit."),
        pgettext("button", "Note the joint study"),
        reverse("suggestions:joint_study", args=[suggestion.pk]),
    )


def _close(suggestion: Suggestion) -> Line:
    return Line(
        _since(suggestion),
        _("The time for the ratings is over: %(title)s") % {"title": suggestion.title},
        _("Remind once those who have not rated, then close it."),
        pgettext("button", "Look and close"),
        _record(suggestion.pk),
    )


def _check(row: Commitment) -> Line:
    return _promise(row, _("Reported as kept, please check: %(title)s") % {"title": row.text})


def _overdue(row: Commitment) -> Line:
    return _promise(row, _("The promised day is over: %(title)s") % {"title": row.text})


def _promise(row: Commitment, title: str) -> Line:
    return Line(
        _morning(row),
        title,
        row.reply.assignment.unit.name,
        pgettext("button", "See the promise"),
        reverse("suggestions:commitment", args=[row.pk]),
    )


def _record(key: int) -> str:
    return reverse("suggestions:detail", args=[key])


def _since(suggestion: Suggestion) -> datetime:
    assert suggestion.replied_at is not None
    return suggestion.replied_at


def _morning(row: Commitment) -> datetime:
    return timezone.make_aware(datetime.combine(row.promised_on, time.min))
