"""What the offices have read of what they were told."""

from datetime import datetime, timedelta

from congress.notifications.actions import read_all
from congress.notifications.models import Message
from congress.organisations.models import Appointment
from congress.organisations.rules import actors_of

UNREAD = timedelta(days=5)


def read_up_to(at: datetime) -> None:
    """Whoever holds or held a post is diligent and has read everything but the last days'
    messages."""
    newest = Message.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    told = Appointment.objects.filter(user__in=Message.objects.values("user"))
    for post in told.select_related("user").order_by("pk"):
        actor = actors_of(post.user, post.starts_on)[0]
        read_all(newest=newest, by=actor, at=at - UNREAD)
