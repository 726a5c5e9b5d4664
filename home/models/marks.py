"""What stands on a published page beside its text."""

from typing import ClassVar

from django.db import models
from wagtail.models import Page, Revision


class PublishedBefore(models.Model):
    """A page that was live when the three reviews began. It stays as it is; its next text is
    reviewed, and then the mark is no longer shown. Made by a migration and by nothing else."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="published_before")


class Correction(models.Model):
    """What was corrected after a page was published, as its readers see it."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="corrections")
    revision = models.OneToOneField(Revision, on_delete=models.CASCADE, related_name="+")
    note = models.CharField(max_length=300)
    made_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["made_on", "pk"]
