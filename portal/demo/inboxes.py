"""What the offices have read of what they were told."""

from datetime import datetime, timedelta

from congress.notifications.actions import read_all
from congress.notifications.models import Message
from portal.demo.people import Cast

UNREAD = timedelta(days=5)


def read_up_to(cast: Cast, at: datetime) -> None:
    """Whoever is diligent has read everything but the last days' messages."""
    newest = Message.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    people = [secretary for desk in cast.desks for _start, secretary in desk.secretaries]
    chairs = [desk.chair for desk in cast.desks]
    for person in (*people, *chairs, *cast.staff.values()):
        read_all(newest=newest, by=person, at=at - UNREAD)
