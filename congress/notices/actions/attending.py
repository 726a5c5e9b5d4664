"""Who came to the meeting."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.notices.actions.holding import held_recipient
from congress.notices.models import Recipient
from congress.notices.rules import keeps
from congress.organisations.rules import require


@transaction.atomic
def check_in(recipient: Recipient, *, by: Actor, at: datetime) -> Recipient:
    """From the day of the meeting on; whoever came counts as come, with or without leave."""
    require(keeps(by, recipient.notice))
    row = held_recipient(recipient)
    meeting = row.notice.meeting_at
    if not row.notice.is_meeting or meeting is None:
        raise ValidationError(_("This notice is about no meeting."))
    if timezone.localdate(at) < timezone.localdate(meeting):
        raise ValidationError(_("People check in on the day of the meeting."))
    if row.checked_in_at:
        return row
    row.checked_in_at, row.checked_in_by = at, str(by)
    row.full_clean()
    row.save(update_fields=["checked_in_at", "checked_in_by"])
    label = pgettext("act done", "checked in")
    record(row.notice, "check_in", by=by, at=at, label=label, note=row.user.name)
    return row


@transaction.atomic
def undo_check_in(recipient: Recipient, *, by: Actor, at: datetime) -> Recipient:
    require(keeps(by, recipient.notice))
    row = held_recipient(recipient)
    if row.checked_in_at is None:
        return row
    row.checked_in_at, row.checked_in_by = None, ""
    row.save(update_fields=["checked_in_at", "checked_in_by"])
    label = pgettext("act done", "took a check-in back")
    record(row.notice, "undo_check_in", by=by, at=at, label=label, note=row.user.name)
    return row
