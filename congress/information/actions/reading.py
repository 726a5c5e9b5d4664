"""Keeps the search current where rows change without being saved, and reads the files."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils import timezone
from django_tasks import task
from modelsearch import index
from modelsearch.backends import get_search_backends

from congress.files.texts import is_read, text_of
from congress.information.models import AttachmentReading, Item, ItemAttachment


def index_text(item: Item) -> None:
    """Whoever may see the item finds it by its text as it stands now; who may is asked of
    `rules` at each search."""
    index.insert_or_update_object(Item.objects.get(pk=item.pk))


def index_texts(items: Sequence[Item]) -> None:
    """The same for rows made at once."""
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(Item, items)


def read_later(attachment: ItemAttachment) -> None:
    """Reads the words of a file once the act that brought it is done."""
    if is_read(attachment.name):
        transaction.on_commit(partial(read_attachment_task.enqueue, attachment.pk))


def read_attachment(attachment: ItemAttachment, *, at: datetime) -> AttachmentReading:
    """Keeps the words of the file, none where it cannot be read."""
    text = ""
    if attachment.file.storage.exists(str(attachment.file.name)):
        with attachment.file.open("rb") as file:
            text = text_of(file, attachment.name)
    with transaction.atomic():
        reading, _made = AttachmentReading.objects.update_or_create(
            attachment=attachment, defaults={"text": text, "read_at": at}
        )
        index.insert_or_update_object(ItemAttachment.objects.get(pk=attachment.pk))
    return reading


@task()
def read_attachment_task(pk: int) -> None:
    """Nothing where the file was removed meanwhile."""
    attachment = ItemAttachment.objects.filter(pk=pk).first()
    if attachment:
        read_attachment(attachment, at=timezone.now())
