"""What happened to a record, in the words of its page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.db.models import Q, QuerySet

from congress.audit.actors import Actor
from congress.audit.models import Entry
from congress.audit.queries import timeline
from congress.organisations.models import User
from congress.organisations.rules import (
    mandates_visible_to,
    organisations_visible_to,
    posts_visible_to,
)


@dataclass(frozen=True)
class Happening:
    at: datetime
    who: str
    text: str
    note: str


def happenings(obj: models.Model) -> list[Happening]:
    """The record's timeline, oldest first."""
    return [_happening(entry) for entry in timeline(obj)]


def happenings_of_person(user: User, actors: Iterable[Actor]) -> list[Happening]:
    """What the own county, the person or a command did to the person and their posts."""
    room = Entry.objects.filter(room=user._meta.app_label)
    entries = room.filter(kind="user", object_id=user.pk)
    for kind, rows in (
        ("appointment", posts_visible_to(actors)),
        ("deputy", mandates_visible_to(actors)),
    ):
        entries |= room.filter(kind=kind, object_id__in=rows.filter(user=user).values_list("pk"))
    return [_happening(entry) for entry in _own(entries, actors).order_by("at", "pk")]


def _own(entries: QuerySet[Entry], actors: Iterable[Actor]) -> QuerySet[Entry]:
    own = organisations_visible_to(actors).values("pk")
    return entries.filter(Q(organisation_id=None) | Q(organisation_id__in=own))


def _happening(entry: Entry) -> Happening:
    place = f"{entry.organisation_name} {entry.role_label}".strip()
    return Happening(entry.at, f"{place} {entry.name}".strip(), entry.act_label, entry.note)
