"""What was signed."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from congress.notices.models.notices import Notice
from congress.notices.models.texts import NoticeText


class NoticeVersion(NoticeText):
    """The text as it was handed in for signature, `number` from 1; a moved meeting is a version
    of its own. Unsigned where it was sent back or taken back."""

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=250)
    signed_at = models.DateTimeField(null=True, blank=True)
    signed_by = models.CharField(max_length=250, blank=True)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["notice", "number"], name="notice_version_once"),
            models.CheckConstraint(
                condition=Q(signed_at=None, signed_by="")
                | (Q(signed_at__isnull=False) & ~Q(signed_by="")),
                name="notice_version_signed_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.number}"
