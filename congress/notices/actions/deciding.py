"""Leave, granted or not by the chair."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.notices.actions.holding import held_recipient
from congress.notices.models import Recipient
from congress.notices.models.ledger import Answer, Decision
from congress.notices.rules import may_decide_leave
from congress.organisations.rules import require


def grant_leave(recipient: Recipient, *, by: Actor, at: datetime) -> Recipient:
    """Taken back by refusing it."""
    label = pgettext("act done", "granted leave")
    return _decide(recipient, Decision.GRANTED, label, by, at)


def refuse_leave(recipient: Recipient, *, by: Actor, at: datetime) -> Recipient:
    """Taken back by granting it."""
    label = pgettext("act done", "did not grant leave")
    return _decide(recipient, Decision.REFUSED, label, by, at)


@transaction.atomic
def _decide(
    recipient: Recipient, decision: Decision, label: str, by: Actor, at: datetime
) -> Recipient:
    require(may_decide_leave(by, recipient.notice))
    row = held_recipient(recipient)
    if row.answer != Answer.LEAVE:
        raise ValidationError(_("This person does not ask for leave any more."))
    if row.decision == decision:
        return row
    row.decision, row.decided_by, row.decided_at = decision, str(by), at
    row.full_clean()
    row.save(update_fields=["decision", "decided_by", "decided_at"])
    record(row.notice, decision, by=by, at=at, label=label, note=row.user.name)
    return row
