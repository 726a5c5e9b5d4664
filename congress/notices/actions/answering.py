"""What a person does with a notice: opens it, says that it was read, comes or asks for leave."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.notices.actions.holding import held_recipient
from congress.notices.models import Notice, Recipient
from congress.notices.models.ledger import Answer, Channel
from congress.notices.rules import keeps, may_reply
from congress.organisations.rules import require


def open_notice(recipient: Recipient, *, by: Actor, at: datetime) -> None:
    """Notes the first opening, outside the trail: it counts for nothing, since programs open links
    too."""
    require(may_reply(by, recipient))
    Recipient.objects.filter(pk=recipient.pk, opened_at=None).update(opened_at=at)


def note_group_entry(notice: Notice, user_id: int, *, at: datetime) -> None:
    """The person came by the link of the group chat, which is then the channel; no more than an
    opening, so outside the trail."""
    rows = Recipient.objects.filter(notice=notice, user=user_id, opened_at=None)
    rows.update(channel=Channel.GROUP, reached_at=at)


@transaction.atomic
def confirm_notice(recipient: Recipient, *, by: Actor, at: datetime) -> Recipient:
    """我已看到. A second press changes nothing."""
    require(may_reply(by, recipient))
    row = held_recipient(recipient)
    if row.confirmed_at:
        return row
    row.opened_at, row.confirmed_at = row.opened_at or at, at
    _save(row, "opened_at", "confirmed_at")
    label = pgettext("act done", "confirmed that it was read")
    record(row.notice, "confirm", by=by, at=at, label=label, note=row.user.name)
    return row


@transaction.atomic
def answer_attendance(
    recipient: Recipient, *, answer: str, reason: str = "", sequence: int, by: Actor, at: datetime
) -> Recipient:
    """参加 or 请假, changed by answering again before the meeting. `sequence` is that of the date
    the person had before the eyes: an answer to a date that was moved meanwhile is refused."""
    require(may_reply(by, recipient))
    row = held_recipient(recipient)
    if not _answered(row, answer, reason, sequence, at):
        return row
    row.opened_at, row.confirmed_at = row.opened_at or at, row.confirmed_at or at
    row.on_behalf_by = ""
    _save(row, "opened_at", "confirmed_at", *ANSWER_FIELDS)
    label = ANSWERED[answer]()
    record(row.notice, "answer", by=by, at=at, label=label, note=_note(row))
    return row


@transaction.atomic
def answer_on_behalf(
    recipient: Recipient, *, answer: str, reason: str = "", sequence: int, by: Actor, at: datetime
) -> Recipient:
    """The office enters what the person said; both names stand in the ledger. Corrected by
    answering again."""
    require(keeps(by, recipient.notice))
    row = held_recipient(recipient)
    if not _answered(row, answer, reason, sequence, at):
        return row
    row.on_behalf_by = str(by)
    _save(row, *ANSWER_FIELDS)
    label = pgettext("act done", "answered on behalf")
    record(row.notice, "answer_on_behalf", by=by, at=at, label=label, note=_note(row))
    return row


ANSWER_FIELDS = (
    "answer",
    "answered_at",
    "reason",
    "on_behalf_by",
    "decision",
    "decided_by",
    "decided_at",
)
ANSWERED = {
    Answer.ATTEND.value: lambda: pgettext("act done", "answered: comes"),
    Answer.LEAVE.value: lambda: pgettext("act done", "answered: asks for leave"),
}


def _answered(row: Recipient, answer: str, reason: str, sequence: int, at: datetime) -> bool:
    """Sets the answer, which is decided anew; False where it is the same as before."""
    notice = row.notice
    if not notice.is_meeting or notice.meeting_at is None or answer not in Answer.values:
        raise ValidationError(_("Please choose an answer."))
    if sequence != notice.sequence:
        raise ValidationError(_("The meeting was moved. Please look at the new time and answer."))
    if notice.meeting_at <= at:
        raise ValidationError(_("The meeting has begun. Please telephone the office."))
    reason = reason.strip() if answer == Answer.LEAVE else ""
    if answer == Answer.LEAVE and not reason:
        raise ValidationError({"reason": _("Please say why you cannot come.")})
    if (row.answer, row.reason) == (answer, reason):
        return False
    row.answer, row.answered_at, row.reason = answer, at, reason
    row.decision, row.decided_by, row.decided_at = "", "", None
    return True


def _save(row: Recipient, *fields: str) -> None:
    row.full_clean()
    row.save(update_fields=fields)


def _note(row: Recipient) -> str:
    words = f"{row.user.name}：{row.get_answer_display()}"
    return f"{words}（{row.reason}）" if row.reason else words
