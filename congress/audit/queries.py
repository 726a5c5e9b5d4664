"""What the trail answers about a record."""

from django.db import models

from congress.audit.models import Entry


def timeline(obj: models.Model) -> models.QuerySet[Entry]:
    """The record's entries, oldest first."""
    return Entry.objects.filter(
        room=obj._meta.app_label, kind=obj._meta.model_name, object_id=obj.pk
    ).order_by("at", "pk")


def last_entry(obj: models.Model) -> Entry | None:
    """The entry written last of those that changed the record's state, whatever the clocks say."""
    return timeline(obj).exclude(to_state="").order_by("pk").last()
