"""How people of a ledger are told. Nothing here waits for a gateway: the link works on any phone,
and the secretary's own phone, the carrier's file and the group text count as channels too."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from congress.audit.actors import Actor
from congress.notices.models import Notice, Recipient
from congress.notices.models.ledger import Channel
from congress.notices.models.notices import LINK_ACT
from congress.notices.wording import gist_of
from congress.notifications.actions import issue_links, notify
from congress.notifications.addressees import ByKey
from congress.notifications.queries.links import paths_of
from congress.organisations.models import User


def reach_first(notice: Notice, rows: Sequence[Recipient], *, by: Actor, at: datetime) -> None:
    """Everybody gets a personal link, and a message that leads to it."""
    _tell(notice, rows, notice.title, by, at)


def reach(notice: Notice, rows: Sequence[Recipient], *, by: Actor, at: datetime) -> None:
    """As at first; for those with an account the inbox is the channel of a row that has none."""
    _tell(notice, rows, notice.title, by, at)
    _by_inbox(notice, rows, at)


def reach_again(notice: Notice, rows: Sequence[Recipient], *, by: Actor, at: datetime) -> None:
    """The one reminder."""
    title = _("Reminder: please answer “%(title)s”") % {"title": notice.title}
    _tell(notice, rows, title, by, at)
    _by_inbox(notice, rows, at)


def _by_inbox(notice: Notice, rows: Sequence[Recipient], at: datetime) -> None:
    without = [row.pk for row in rows if not row.channel]
    with_account = notice.recipients.filter(
        pk__in=without, user__in=User.objects.with_account(), channel=""
    )
    with_account.update(channel=Channel.INBOX, reached_at=at)


def _tell(notice: Notice, rows: Sequence[Recipient], title: str, by: Actor, at: datetime) -> None:
    users = [ByKey(row.user_id) for row in rows]
    links = issue_links(
        users,
        act=LINK_ACT,
        record=notice,
        organisation=notice.organisation,
        until=link_until(notice, at),
        by=by,
        at=at,
    )
    text, paths = gist_of(notice), paths_of(links)
    notify(users, title=title, text=text, path=paths, record=notice, by=by, at=at)


def link_until(notice: Notice, at: datetime) -> datetime:
    """The end of the last day for an answer; of a meeting that has begun, of today."""
    last = max(notice.ends_on or timezone.localdate(at), timezone.localdate(at))
    return timezone.make_aware(datetime.combine(last + timedelta(days=1), time.min))
