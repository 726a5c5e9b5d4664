"""The words of the documents that pages show."""

from collections.abc import Iterable

from django.db import models
from wagtail.documents.models import Document

from congress.files.readings import Reading


class DocumentReading(Reading):
    """The words of a document, found as words of the pages that show it. It is no use of the
    document: whether one is public follows from what uses it."""

    wagtail_reference_index_ignore = True

    document = models.OneToOneField(Document, on_delete=models.CASCADE, related_name="reading")


def words_of(documents: Iterable[int]) -> dict[int, str]:
    """What was read, by the document's key; no question where there is no document."""
    keys = set(documents)
    if not keys:
        return {}
    readings = DocumentReading.objects.filter(document_id__in=keys)
    return dict(readings.values_list("document_id", "text"))
