"""How people of a ledger are told. Nothing here waits for a gateway: the link works on any phone,
and the secretary's own phone, the carrier's file and the group text count as channels too."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from django.utils import timezone

from congress.audit.actors import Actor
from congress.notices.models import Notice, Recipient
from congress.notices.models.ledger import Channel
from congress.notices.models.notices import LINK_ACT
from congress.notifications.actions import issue_links
from congress.organisations.models import User


def reach(notice: Notice, rows: Sequence[Recipient], *, by: Actor, at: datetime) -> None:
    """Everybody gets a personal link; those with an account also find the notice in the
    workspace, which is the channel of a row that has none yet."""
    users = User.objects.filter(pk__in=[row.user_id for row in rows])
    issue_links(
        users,
        act=LINK_ACT,
        record=notice,
        organisation=notice.organisation,
        until=link_until(notice, at),
        by=by,
        at=at,
    )
    with_account = notice.recipients.filter(
        user__in=[user.pk for user in users if user.username or user.phone], channel=""
    )
    with_account.update(channel=Channel.INBOX, reached_at=at)


def reach_again(notice: Notice, rows: Sequence[Recipient], *, by: Actor, at: datetime) -> None:
    """The one reminder: those with an account find it in the workspace again."""
    reach(notice, rows, by=by, at=at)


def link_until(notice: Notice, at: datetime) -> datetime:
    """The end of the last day for an answer; of a meeting that has begun, of today."""
    last = max(notice.ends_on or timezone.localdate(at), timezone.localdate(at))
    return timezone.make_aware(datetime.combine(last + timedelta(days=1), time.min))
