"""How people of a ledger are told. Nothing here waits for a gateway: the inbox always works, and
the secretary's own phone, the carrier's file and the group text count as channels too."""

from collections.abc import Sequence
from datetime import datetime

from congress.audit.actors import Actor
from congress.notices.models import Notice, Recipient
from congress.notices.models.ledger import Channel


def reach(notice: Notice, rows: Sequence[Recipient], *, by: Actor, at: datetime) -> None:
    """Those with an account find the notice in the workspace; the channel of a row that had none
    says so."""
    chosen = [row.pk for row in rows]
    with_account = notice.recipients.filter(pk__in=chosen, channel="", user__is_active=True)
    with_account.exclude(user__username=None, user__phone=None).update(
        channel=Channel.INBOX, reached_at=at
    )


def reach_again(notice: Notice, rows: Sequence[Recipient], *, by: Actor, at: datetime) -> None:
    """The one reminder: those with an account find it in the workspace again."""
    reach(notice, rows, by=by, at=at)
