"""Today (今日): seven lines, or all when asked, from states and never kept."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actors import Actor
from congress.information.queries.waiting import longest_waiting, waiting_count
from congress.overview.queries.following import following
from congress.overview.registry import Line, Waiting, waiting_elsewhere

LINES = 7
# Who asks for all gets as many of a kind.
ALL = 200


def today_lines(actors: Iterable[Actor], at: datetime, limit: int = LINES) -> Waiting:
    """Items returned, to be signed or to be reviewed, what follows the replies to suggestions, and
    what higher rooms add; the longest wait first. The count is of all that waits."""
    items = longest_waiting(actors, limit).select_related("organisation", "draft")
    lines = [_line(item) for item in items.prefetch_related("returns")]
    more = [waiting_elsewhere(actors, at, limit), following(actors, at, limit)]
    lines += [line for waiting in more for line in waiting.lines]
    shown = sorted(lines, key=lambda line: line.when)[:limit]
    return Waiting(waiting_count(actors) + sum(waiting.count for waiting in more), shown)


def _line(item: Any) -> Line:
    detail = reverse("information:detail", args=[item.pk])
    if item.state == "returned":
        last = [row for row in item.returns.all() if row.undone_at is None][-1]
        return Line(
            item.waits_since,
            pgettext("day line", "Returned: %(title)s") % {"title": item.title},
            last.reason,
            pgettext("button", "Mend it"),
            reverse("information:edit", args=[item.pk]),
        )
    if item.state == "awaiting_sign_off":
        text = getattr(item, "draft", item)
        return Line(
            item.waits_since,
            _("Waiting for your signature: %(title)s") % {"title": text.title},
            _("The secretary %(drafter)s has finished it.") % {"drafter": text.drafter},
            pgettext("button", "Read and sign"),
            detail,
        )
    return Line(
        item.waits_since,
        item.title,
        _("%(township)s submitted it as %(number)s; it waits for review.")
        % {"township": item.organisation.name, "number": item.reference},
        pgettext("button", "Review"),
        detail,
    )
