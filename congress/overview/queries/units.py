"""What a unit's officer finds on their own page."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actors import Actor
from congress.overview.registry import Line
from congress.suggestions.models.choices import HandlingRole
from congress.suggestions.queries.parts import TO_ACKNOWLEDGE, in_order, waiting_of_unit

LINES = 7


def unit_lines(actors: Iterable[Actor], on: date) -> list[Line]:
    """What waits for the unit: to acknowledge first, then by the nearest date."""
    parts = waiting_of_unit(actors).select_related("suggestion__congress")
    return [_line(part, on) for part in parts.order_by(*in_order())[:LINES]]


def _line(part: Any, on: date) -> Line:
    suggestion = part.suggestion
    why = f"{suggestion.congress.name}，{part.get_role_display()}"
    days = (part.due - on).days if part.due else None
    detail = reverse("suggestions:detail", args=[suggestion.pk])
    if part.stage == TO_ACKNOWLEDGE:
        title = _("Handed over to you, to acknowledge: %(title)s") % {"title": suggestion.title}
        label = pgettext("button", "Read and acknowledge")
    elif part.role == HandlingRole.CO_HANDLER:
        title = _("Opinion owed to the lead unit: %(title)s") % {"title": suggestion.title}
        label = pgettext("button", "Give the opinion")
    else:
        title = _("To be answered: %(title)s") % {"title": suggestion.title}
        label = pgettext("button", "Handle it")
    return Line(part.handed_over_at, title, why, label, detail, part.due, days)
