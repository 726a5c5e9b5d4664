"""The files that go with a notice, and their words."""

from typing import ClassVar

from django.db import models
from modelsearch import index

from congress.files.attachments import Attachment
from congress.files.readings import Reading
from congress.notices.models.notices import Notice


class NoticeFile(index.Indexed, Attachment):
    """A file of a notice; it can be changed on the desk only, so what was signed is what is
    sent."""

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="files")

    search_fields: ClassVar = [
        index.SearchField("name"),
        index.RelatedFields("reading", [index.SearchField("text")]),
    ]


class NoticeFileReading(Reading):
    """The words of a file, for the search."""

    file = models.OneToOneField(NoticeFile, on_delete=models.CASCADE, related_name="reading")
