"""Wagtail's own log, mirrored into the one trail: an act on a page has one entry there."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.log_actions import registry
from wagtail.models import BaseLogEntry, Collection, ModelLogEntry, Page, PageLogEntry

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.organisations.models import Organisation
from home.models import NoticeIndexPage
from home.rules import section_of, site_actor


@dataclass(frozen=True)
class Act:
    by: Actor
    at: datetime


_act: ContextVar[Act | None] = ContextVar("act", default=None)


@contextmanager
def in_the_name_of(by: Actor, at: datetime) -> Iterator[None]:
    """What Wagtail logs inside is mirrored with this actor and moment: for our own actions, which
    are told both."""
    token = _act.set(Act(by, at))
    try:
        yield
    finally:
        _act.reset(token)


def act_now(user: Any, place: Organisation | None) -> Act:
    """The act that is being done: as our action told, else the user's from Wagtail's windows."""
    told = _act.get()
    return told or Act(_author(user, place, timezone.localdate()), timezone.now())


@receiver(post_save, sender=PageLogEntry)
def mirror_page(instance: PageLogEntry, created: bool, **_: Any) -> None:
    if created and not _is_told(instance):
        page = Page.objects.filter(pk=instance.page_id).first()
        _write(instance, instance.page_id, section_of(page) if page else None)


def _is_told(entry: PageLogEntry) -> bool:
    """A sitting of the editor saves itself many times under one mark and is one entry; so is a
    new page, which Wagtail logs as made and then as edited."""
    earlier = PageLogEntry.objects.filter(page_id=entry.page_id, pk__lt=entry.pk)
    same = Q(action=entry.action)
    if entry.action == "wagtail.edit":
        same |= Q(action="wagtail.create")
    return entry.uuid is not None and earlier.filter(same, uuid=entry.uuid).exists()


@receiver(post_save, sender=ModelLogEntry)
def mirror_file(instance: ModelLogEntry, created: bool, **_: Any) -> None:
    """Pictures, documents and the site's names."""
    if created and instance.content_type.app_label in ("wagtailimages", "wagtaildocs", "home"):
        thing = instance.content_type.get_all_objects_for_this_type(pk=instance.object_id).first()
        place = _place_of_collection(thing.collection) if hasattr(thing, "collection") else None
        _write(instance, int(instance.object_id), place)


def _place_of_collection(collection: Collection) -> Organisation | None:
    section = getattr(collection, "section", None) or getattr(collection, "notice_index", None)
    if isinstance(section, NoticeIndexPage):
        return section.section
    return section.organisation if section else None


def _write(log: BaseLogEntry, pk: int, place: Organisation | None) -> None:
    model = log.content_type.model_class()
    act = _act.get() or Act(
        _author(log.user, place, timezone.localdate(log.timestamp)), log.timestamp
    )
    label = registry.get_action_label(log.action)
    record(model(pk=pk), log.action, by=act.by, at=act.at, label=label, note=log.label)


def _author(user: Any, place: Organisation | None, on: date) -> Actor:
    return Actor.system("wagtail") if user is None else site_actor(user, place, on)
