"""Files of a suggestion, and their words."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelsearch import index

from congress.files.attachments import Attachment
from congress.files.readings import Reading
from congress.suggestions.models.replies import Reply
from congress.suggestions.models.suggestions import Suggestion


class SuggestionFile(index.Indexed, Attachment):
    """`reply` is set for what belongs to a unit's reply: seen like that reply."""

    class Purpose(models.TextChoices):
        PHOTO = "photo", pgettext_lazy("purpose", "photo or enclosure")
        PAPER = "paper", _("scan of the signed paper")
        WITHDRAWAL = "withdrawal", _("scan of the withdrawal")
        SLIP = "slip", _("scan of the rating slip")
        REPLY = "reply", _("enclosure of the reply")

    suggestion = models.ForeignKey(Suggestion, on_delete=models.CASCADE, related_name="files")
    reply = models.ForeignKey(
        Reply, on_delete=models.CASCADE, related_name="files", null=True, blank=True
    )
    purpose = models.CharField(max_length=12, choices=Purpose.choices, default=Purpose.PHOTO)

    search_fields: ClassVar = [
        index.SearchField("name"),
        index.RelatedFields("reading", [index.SearchField("text")]),
    ]


class SuggestionFileReading(Reading):
    file = models.OneToOneField(SuggestionFile, on_delete=models.CASCADE, related_name="reading")
