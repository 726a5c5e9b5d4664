"""The words of a file, kept for the search."""

from django.db import models


class Reading(models.Model):
    """`text` is empty where the file could not be read; `read_at` says when that was tried."""

    text = models.TextField(blank=True)
    read_at = models.DateTimeField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.text[:40]
