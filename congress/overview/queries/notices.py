"""What of notices stands on Today."""

from collections.abc import Iterable
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from congress.audit.actors import Actor
from congress.notices.models import Notice
from congress.notices.queries.notices import unanswered
from congress.notices.queries.waiting import awaiting_signature, left_to_call, to_send
from congress.notices.wording import when
from congress.overview.registry import Line


def notice_lines(actors: Iterable[Actor], on: date, now: datetime) -> list[Line]:
    """To sign, to send, who is left to call before a meeting within seven days, and what waits for
    the person's own press."""
    actors = tuple(actors)
    return [
        *map(_to_sign, awaiting_signature(actors)),
        *map(_to_send, to_send(actors)),
        *map(_left, left_to_call(actors, on, now)),
        *map(_mine, unanswered(actors)),
    ]


def _to_sign(notice: Notice) -> Line:
    return Line(
        notice.created_at,
        _("Waiting for your signature: %(title)s") % {"title": notice.title},
        _about(notice),
        pgettext("button", "Read and sign"),
        reverse("notices:detail", args=[notice.pk]),
    )


def _to_send(notice: Notice) -> Line:
    return Line(
        notice.created_at,
        _("Signed, to be sent: %(title)s") % {"title": notice.title},
        _about(notice),
        pgettext("button", "Look and send"),
        reverse("notices:send", args=[notice.pk]),
    )


def _left(notice: Notice) -> Line:
    left = notice.left
    words = ngettext(
        "%(number)s person has not seen it: %(title)s",
        "%(number)s people have not seen it: %(title)s",
        left,
    )
    assert notice.sent_at is not None
    return Line(
        notice.sent_at,
        words % {"number": left, "title": notice.title},
        _about(notice),
        pgettext("button", "Who is left to call"),
        reverse("notices:rest", args=[notice.pk]),
    )


def _mine(notice: Notice) -> Line:
    assert notice.sent_at is not None
    return Line(
        notice.sent_at,
        _("Notice to you: %(title)s") % {"title": notice.title},
        _about(notice),
        pgettext("button", "Read and answer"),
        reverse("notices:reply", args=[notice.pk]),
    )


def _about(notice: Notice) -> str:
    """When and where a meeting is."""
    if notice.meeting_at is None:
        return str(notice.get_asked_display())
    return f"{when(notice.meeting_at)}，{notice.place}"
