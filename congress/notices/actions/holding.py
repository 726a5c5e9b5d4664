"""What an act holds until its end: the notice, and one row of its ledger."""

from congress.audit.queries import last_entry
from congress.flow.moves import NotNow
from congress.flow.transitions import Transition
from congress.notices.models import Notice, Recipient
from congress.notices.states import SEND


def held(notice: Notice, transition: Transition) -> Notice:
    """The locked row; raises `NotNow` where the draft was removed meanwhile."""
    rows = Notice.objects.select_for_update(of=("self",)).select_related("organisation__parent")
    row = rows.filter(pk=notice.pk).first()
    if row is None:
        raise NotNow(transition, None)
    return row


def held_in(notice: Notice, transition: Transition) -> Notice:
    """The locked row in a state in which the act may happen; else `NotNow`."""
    row = held(notice, transition)
    if row.state not in transition.sources:
        raise NotNow(transition, last_entry(row))
    return row


def running(notice: Notice) -> Notice:
    """The locked notice, sent and not cancelled: its ledger may be written in."""
    row = held(notice, SEND)
    if row.state != "sent":
        raise NotNow(SEND, last_entry(row))
    return row


def held_recipient(recipient: Recipient) -> Recipient:
    """One row of a running notice. The notice is locked first, so that no answer slips past a
    meeting that is moved at the same moment."""
    notice = running(recipient.notice)
    rows = Recipient.objects.select_for_update(of=("self",)).select_related("user")
    row = rows.get(pk=recipient.pk)
    row.notice = notice
    return row
