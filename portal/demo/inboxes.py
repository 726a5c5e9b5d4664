"""What the secretaries have read of what the county told them."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from congress.notifications.actions import read_all
from congress.notifications.models import Message
from portal.demo.people import Desk

UNREAD = timedelta(days=5)


def read_up_to(desks: Iterable[Desk], at: datetime) -> None:
    """Whoever is diligent has read everything but the last days' messages."""
    newest = Message.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    for desk in desks:
        for _start, secretary in desk.secretaries:
            read_all(newest=newest, by=secretary, at=at - UNREAD)
