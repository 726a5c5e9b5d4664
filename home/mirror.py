"""Wagtail's own log, mirrored into the one trail: an act on a page has one entry there."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.log_actions import registry
from wagtail.models import BaseLogEntry, Collection, ModelLogEntry, Page, PageLogEntry

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.organisations.models import Organisation
from home.rules import section_of, site_actor


@receiver(post_save, sender=PageLogEntry)
def mirror_page(instance: PageLogEntry, created: bool, **_: Any) -> None:
    """A sitting of the editor saves itself many times under one mark, and is one entry."""
    again = PageLogEntry.objects.filter(
        page_id=instance.page_id, action=instance.action, uuid=instance.uuid, pk__lt=instance.pk
    )
    if not created or (instance.uuid and again.exists()):
        return
    page = Page.objects.filter(pk=instance.page_id).first()
    _write(instance, instance.page_id, section_of(page) if page else None)


@receiver(post_save, sender=ModelLogEntry)
def mirror_file(instance: ModelLogEntry, created: bool, **_: Any) -> None:
    """Pictures, documents and the site's names."""
    if created and instance.content_type.app_label in ("wagtailimages", "wagtaildocs", "home"):
        thing = instance.content_type.get_all_objects_for_this_type(pk=instance.object_id).first()
        place = _place_of_collection(thing.collection) if hasattr(thing, "collection") else None
        _write(instance, int(instance.object_id), place)


def _place_of_collection(collection: Collection) -> Organisation | None:
    section = getattr(collection, "section", None)
    return section.organisation if section else None


def _write(log: BaseLogEntry, pk: int, place: Organisation | None) -> None:
    model = log.content_type.model_class()
    by = (
        site_actor(log.user, place, timezone.localdate(log.timestamp))
        if log.user
        else Actor.system("wagtail")
    )
    label = registry.get_action_label(log.action)
    record(model(pk=pk), log.action, by=by, at=log.timestamp, label=label, note=log.label)
