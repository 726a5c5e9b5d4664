"""Today (今日): at most seven lines, asked from states and never kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actors import Actor
from congress.information.models import Item
from congress.information.queries.waiting import waiting_for

LINES = 7


@dataclass(frozen=True)
class Line:
    """When it began to wait, what, why, and the one act; `main` marks the first thing to do."""

    when: datetime
    title: str
    why: str
    act_label: str
    act_url: str
    main: bool = False


def today_lines(actors: Iterable[Actor]) -> list[Line]:
    """Returned items, items awaiting the signature, items waiting for review; the longest wait
    first."""
    items = (
        waiting_for(actors)
        .select_related("organisation")
        .prefetch_related("returns")
        .order_by("submitted_at", "created_at", "pk")[:LINES]
    )
    lines = [_line(item) for item in items]
    return sorted(lines, key=lambda line: line.when)


def _line(item: Item) -> Line:
    detail = reverse("information:detail", args=[item.pk])
    if item.state == "returned":
        last = [row for row in item.returns.all() if row.undone_at is None][-1]
        return Line(
            last.at,
            _("Returned: %(title)s") % {"title": item.title},
            last.reason,
            pgettext("button", "Mend it"),
            reverse("information:edit", args=[item.pk]),
        )
    if item.state == "awaiting_sign_off":
        return Line(
            item.created_at,
            _("Waiting for your signature: %(title)s") % {"title": item.title},
            _("The secretary %(drafter)s has finished it.") % {"drafter": item.drafter},
            pgettext("button", "Read and sign"),
            detail,
        )
    assert item.submitted_at is not None
    return Line(
        item.submitted_at,
        item.title,
        _("%(township)s submitted it as %(number)s; it waits for review.")
        % {"township": item.organisation.name, "number": item.reference},
        pgettext("button", "Review"),
        detail,
    )
