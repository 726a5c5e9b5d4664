"""Rows that can be taken back: they stay, struck through, and count in no figure."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _


class UndoableQuerySet(models.QuerySet):
    def standing(self) -> Self:
        """Without those that were taken back."""
        return self.filter(undone_at=None)


class Undoable(models.Model):
    undone_at = models.DateTimeField(null=True, editable=False)
    undone_by = models.CharField(max_length=250, blank=True, editable=False)
    undone_reason = models.CharField(_("reason for taking back"), max_length=500, blank=True)

    objects = UndoableQuerySet.as_manager()

    class Meta:
        abstract = True
