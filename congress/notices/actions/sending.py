"""Sending: number, ledger, then the people are told."""

import secrets
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.flow.moves import move
from congress.notices import states
from congress.notices.actions.holding import held_in, running
from congress.notices.actions.reaching import reach_first
from congress.notices.actions.reading import index_text
from congress.notices.actions.signing import check_complete
from congress.notices.models import Notice, Recipient
from congress.notices.models.ledger import Channel
from congress.notices.queries.audience import Audience, Invited, invited, not_in
from congress.notices.rules import keeps, may_send
from congress.organisations.numbers import next_reference
from congress.organisations.rules import require

LASTS = timedelta(days=30)


@transaction.atomic
def send_notice(notice: Notice, *, by: Actor, at: datetime) -> Notice:
    """Gives the number and makes the ledger of the audience as it stands that day, before anybody
    is told. Raises `ValidationError` for an empty audience, `NotNow` the second time."""
    require(may_send(by, notice))
    notice = held_in(notice, states.SEND)
    check_complete(notice, at)
    today = timezone.localdate(at)
    people = invited(notice.organisation, Audience.of(notice), today)
    if not people:
        raise ValidationError(_("Nobody is invited. Please choose whom the notice is for."))
    notice.reference = next_reference(notice.organisation, f"通知-{today.year}", width=3)
    notice.group_token = secrets.token_urlsafe(12)
    notice.ends_on = end_of(notice, today)
    notice.sent_at = at
    details = {"people": len(people)}
    fields = ["reference", "group_token", "ends_on", "sent_at"]
    move(notice, states.SEND, by=by, at=at, details=details, fields=fields)
    index_text(notice)
    reach_first(notice, enter(notice, people, at), by=by, at=at)
    return notice


@transaction.atomic
def add_recipients(
    notice: Notice, *, people: Iterable[int], by: Actor, at: datetime
) -> list[Recipient]:
    """People by key who shall get a notice that was sent already; who stands in it is left."""
    require(keeps(by, notice))
    notice = running(notice)
    if notice.ends_on and notice.ends_on < timezone.localdate(at):
        raise ValidationError(_("The last day for an answer has passed."))
    known = set(notice.recipients.values_list("user", flat=True))
    wanted = Audience(people=tuple(people))
    late = not_in(invited(notice.organisation, wanted, timezone.localdate(at)), known)
    if not late:
        raise ValidationError({"people": _("Please choose somebody who is not invited yet.")})
    rows = enter(notice, late, at)
    names = "、".join(row.name for row in late)
    label = pgettext("act done", "invited more people")
    record(notice, "add_recipients", by=by, at=at, label=label, note=names)
    reach_first(notice, rows, by=by, at=at)
    return rows


def end_of(notice: Notice, today: date) -> date:
    """The last day on which an answer is taken."""
    if notice.is_meeting and notice.meeting_at:
        return timezone.localdate(notice.meeting_at)
    return notice.ends_on or today + LASTS


def enter(notice: Notice, people: Iterable[Invited], at: datetime) -> list[Recipient]:
    """One insertion for all rows. Their messages come in the same transaction, so the inbox is the
    channel of those with an account."""
    return Recipient.objects.bulk_create(
        Recipient(
            notice=notice,
            user_id=person.user_id,
            seat_id=person.seat_id,
            group_name=person.group_name,
            as_deputy=person.as_deputy,
            added_at=at,
            channel=Channel.INBOX if person.has_account else "",
            reached_at=at if person.has_account else None,
        )
        for person in people
    )
