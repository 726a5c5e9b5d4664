"""What the inbox answers."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Max, Q

from congress.audit.actors import Actor
from congress.notifications.rules import messages_visible_to


@dataclass(frozen=True)
class Standing:
    """How many are unread, and the key of the newest of all, 0 where there is none."""

    unread: int
    newest: int


def standing(actors: Iterable[Actor]) -> Standing:
    found = messages_visible_to(actors).aggregate(
        unread=Count("pk", filter=Q(read_at=None)), newest=Max("pk")
    )
    return Standing(found["unread"], found["newest"] or 0)


def unread_count(actors: Iterable[Actor]) -> int:
    return messages_visible_to(actors).unread().count()
