"""A document that is saved is read once its transaction is done: a receiver at Wagtail's edge."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.documents.models import Document

from congress.files.texts import is_read
from home.actions.reading import read_document_task


@receiver(post_save, sender=Document)
def read_later(instance: Document, raw: bool = False, **_: Any) -> None:
    if not raw and is_read(instance.filename):
        transaction.on_commit(partial(read_document_task.enqueue, instance.pk))
