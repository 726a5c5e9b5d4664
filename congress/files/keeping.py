"""Keeps the words of attached files for the search; the same for every room's attachments."""

from datetime import datetime
from functools import partial

from django.apps import apps
from django.db import transaction
from django.utils import timezone
from django_tasks import task
from modelsearch import index

from congress.files.attachments import Attachment
from congress.files.readings import Reading
from congress.files.texts import is_read, text_of


def read_later(attachment: Attachment) -> None:
    """Reads the words of a file once the act that brought it is done."""
    if is_read(attachment.name):
        label = attachment._meta.label
        transaction.on_commit(partial(read_attachment_task.enqueue, label, attachment.pk))


def read_attachment(attachment: Attachment, *, at: datetime) -> Reading:
    """Keeps the words of the file, none where it cannot be read. The room's `Reading` is the
    model behind the attachment's `reading`."""
    text = ""
    if attachment.file.storage.exists(str(attachment.file.name)):
        with attachment.file.open("rb") as stream:
            text = text_of(stream, attachment.name)
    model = type(attachment)
    relation = model._meta.get_field("reading")  # type: ignore[misc]
    readings = relation.related_model._default_manager
    with transaction.atomic():
        reading, _made = readings.update_or_create(
            **{relation.field.name: attachment},
            defaults={"text": text, "read_at": at},
        )
        index.insert_or_update_object(model._default_manager.get(pk=attachment.pk))
    return reading


@task()
def read_attachment_task(label: str, pk: int) -> None:
    """Nothing where the file was removed meanwhile."""
    attachment = apps.get_model(label)._default_manager.filter(pk=pk).first()
    if attachment:
        read_attachment(attachment, at=timezone.now())
