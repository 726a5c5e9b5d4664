"""The files of an item, and their words."""

from typing import ClassVar

from django.db import models
from modelsearch import index

from congress.files.attachments import Attachment
from congress.files.readings import Reading
from congress.information.models.items import Item


class ItemAttachment(index.Indexed, Attachment):
    """A file of an item. The county sees it from the round in which it was handed in."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="attachments")
    round_number = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)

    search_fields: ClassVar = [
        index.SearchField("name"),
        index.RelatedFields("reading", [index.SearchField("text")]),
    ]


class AttachmentReading(Reading):
    """The words of a file, for the search."""

    attachment = models.OneToOneField(
        ItemAttachment, on_delete=models.CASCADE, related_name="reading"
    )
