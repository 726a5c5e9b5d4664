"""The rest are reminded once, by text or by telephone; a call is equal in rank to a press."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.notices.actions.holding import held_recipient, running
from congress.notices.actions.reaching import reach_again
from congress.notices.models import Notice, Recipient
from congress.notices.models.ledger import Channel
from congress.notices.rules import keeps
from congress.organisations.rules import require


@transaction.atomic
def record_phone_call(recipient: Recipient, *, result: str, by: Actor, at: datetime) -> Recipient:
    """已电话告知: who told whom, when, and what was said. Taken back by `undo_phone_call`."""
    require(keeps(by, recipient.notice))
    row = held_recipient(recipient)
    if not result.strip():
        raise ValidationError({"result": _("Please say what came of the call.")})
    row.told_at, row.told_by, row.told_result = at, str(by), result.strip()
    row.channel, row.reached_at = Channel.PHONE, at
    row.full_clean()
    row.save(update_fields=["told_at", "told_by", "told_result", "channel", "reached_at"])
    label = pgettext("act done", "told by phone")
    note = f"{row.user.name}：{row.told_result}"
    record(row.notice, "phone_call", by=by, at=at, label=label, note=note)
    return row


@transaction.atomic
def undo_phone_call(recipient: Recipient, *, by: Actor, at: datetime) -> Recipient:
    """An entry made for the wrong person; the trail keeps it."""
    require(keeps(by, recipient.notice))
    row = held_recipient(recipient)
    if row.told_at is None:
        return row
    note = f"{row.user.name}：{row.told_result}"
    row.told_at, row.told_by, row.told_result = None, "", ""
    row.channel, row.reached_at = "", None
    row.full_clean()
    row.save(update_fields=["told_at", "told_by", "told_result", "channel", "reached_at"])
    label = pgettext("act done", "took the entry of a call back")
    record(row.notice, "undo_phone_call", by=by, at=at, label=label, note=note)
    return row


@transaction.atomic
def note_text_sent(recipient: Recipient, *, by: Actor, at: datetime) -> Recipient:
    """The secretary has sent the text from the own phone."""
    require(keeps(by, recipient.notice))
    row = held_recipient(recipient)
    row.channel, row.reached_at = Channel.SMS, at
    row.save(update_fields=["channel", "reached_at"])
    label = pgettext("act done", "sent a text message")
    record(row.notice, "text_sent", by=by, at=at, label=label, note=row.user.name)
    return row


@transaction.atomic
def note_carrier(notice: Notice, *, by: Actor, at: datetime) -> list[Recipient]:
    """The rows not yet done, for the carrier's file, which holds full numbers."""
    require(keeps(by, notice))
    notice = running(notice)
    rows = list(notice.recipients.not_yet().values_list("pk", flat=True))
    if not rows:
        raise ValidationError(_("Everybody has seen it. There is nobody left to remind."))
    notice.recipients.filter(pk__in=rows).update(channel=Channel.CARRIER, reached_at=at)
    label = pgettext("act done", "fetched the file for the carrier")
    details = {"people": len(rows)}
    record(notice, "carrier", by=by, at=at, label=label, details=details)
    return list(notice.recipients.filter(pk__in=rows))


@transaction.atomic
def remind_rest(notice: Notice, *, by: Actor, at: datetime) -> int:
    """Reminds those who have not seen it and were not reminded of this date; returns how many."""
    require(keeps(by, notice))
    notice = running(notice)
    rows = list(notice.recipients.not_yet().filter(reminded_at=None))
    if not rows:
        raise ValidationError(_("Everybody has seen it or was reminded already."))
    notice.recipients.filter(pk__in=[row.pk for row in rows]).update(reminded_at=at)
    label = pgettext("act done", "reminded those who have not seen it")
    record(notice, "remind", by=by, at=at, label=label, details={"people": len(rows)})
    reach_again(notice, rows, by=by, at=at)
    return len(rows)
