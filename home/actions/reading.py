"""Reads the documents of the site for the search."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django_tasks import task
from modelsearch import index
from wagtail.documents.models import Document
from wagtail.models import Page, ReferenceIndex

from congress.files.texts import text_of
from home.models import DocumentReading


def read_document(document: Document, *, at: datetime) -> DocumentReading:
    """Keeps the words of the document, none where it cannot be read, and indexes the pages that
    show it anew."""
    text = ""
    if document.file.storage.exists(str(document.file.name)):
        with document.file.open("rb") as file:
            text = text_of(file, document.filename)
    with transaction.atomic():
        reading, _made = DocumentReading.objects.update_or_create(
            document=document, defaults={"text": text, "read_at": at}
        )
        rows = ReferenceIndex.get_references_to(document).values_list("object_id", flat=True)
        for page in Page.objects.filter(pk__in={int(pk) for pk in rows}).specific():
            index.insert_or_update_object(page)
    return reading


@task()
def read_document_task(pk: int) -> None:
    """Nothing where the document was removed meanwhile."""
    document = Document.objects.filter(pk=pk).first()
    if document:
        read_document(document, at=timezone.now())
