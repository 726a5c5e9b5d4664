"""What of suggestions stands on Today, for secretary, presidium and the county's supervisor, and
for those of them who are deputies too."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actors import Actor
from congress.overview.registry import Line, Waiting
from congress.suggestions.queries.own import waiting, wanted
from congress.suggestions.queries.waiting import longest_waiting, waiting_count
from congress.suggestions.rules import is_presidium
from congress.suggestions.states.process import OWES


def suggestion_lines(actors: Iterable[Actor], limit: int) -> Waiting:
    """What waits to be prepared, to be decided, to be told; the longest wait first."""
    actors = tuple(actors)
    lines = [
        _line(row, any(is_presidium(actor, row) for actor in actors))
        for row in longest_waiting(actors, limit)
    ]
    return Waiting(waiting_count(actors), lines)


def deputy_lines(actors: Iterable[Actor]) -> list[Line]:
    """To co-sign, to agree to a withdrawal, to rate, as a deputy; the longest wait first."""
    rows = waiting(actors).select_related("suggestion__withdrawal")
    return sorted(map(_own_line, rows), key=lambda line: line.when)


def _own_line(row: Any) -> Line:
    suggestion, want = row.suggestion, wanted(row)
    if want == "cosign":
        words = _("You are asked to co-sign: %(title)s")
        label, since = pgettext("button", "Read and co-sign"), row.asked_at
    elif want == "agree":
        words = _("You are asked to agree to the withdrawal: %(title)s")
        label, since = pgettext("button", "Read and decide"), suggestion.withdrawal.asked_at
    else:
        words = _("Replied, please rate it: %(title)s")
        label, since = pgettext("button", "Read the reply"), suggestion.replied_at
    page = "detail" if want == "rate" else want
    url = reverse(f"suggestions:{page}", args=[suggestion.pk])
    return Line(since, words % {"title": suggestion.title}, suggestion.congress.name, label, url)


def _line(row: Any, decides: bool) -> Line:
    if row.state == "submitted":
        return _submitted(row, decides)
    if row.state == "registered" and decides:
        words, label = _("To be handed over: %(title)s"), pgettext("button", "Hand over")
        return _made(row, words, str(row.reference), label, "hand_over")
    if row.state == "return_requested" and decides:
        words, label = _("A unit asks to return it: %(title)s"), pgettext("button", "Decide")
        return _made(row, words, str(row.reference), label, "detail")
    if row.state == "reply_review" and decides:
        words, label = _("Reply to be checked: %(title)s"), pgettext("button", "Check it")
        return _made(row, words, str(row.reference), label, "detail")
    if row.answered_above and decides:
        words, label = _("The county has replied: %(title)s"), pgettext("button", "Take over")
        return _made(row, words, str(row.reference), label, "take_over")
    if row.is_asked and decides:
        words, label = _("A unit waits for your decision: %(title)s"), pgettext("button", "Decide")
        return _made(row, words, str(row.reference), label, "detail")
    words, label = _("The deputy is to be told: %(title)s"), pgettext("button", "Open")
    why = _("Accepted as %(number)s.") % {"number": row.reference}
    return _made(row, words, why, label, "detail")


def _submitted(row: Any, decides: bool) -> Line:
    if not decides:
        words, label = _("To be prepared: %(title)s"), pgettext("button", "Prepare")
        return _made(row, words, str(OWES["submitted"]), label, "propose")
    words, label = _("To be decided: %(title)s"), pgettext("button", "Decide")
    why = _("The secretary has prepared it.") if row.is_prepared else _("Submitted by a deputy.")
    return _made(row, words, why, label, "detail")


def _made(row: Any, words: str, why: str, label: str, page: str) -> Line:
    url = reverse(f"suggestions:{page}", args=[row.pk])
    return Line(row.waits_since, words % {"title": row.title}, why, label, url)
