"""The abstract attachment: a private file with what was checked about it."""

import hashlib
from typing import Any, ClassVar

from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.utils.translation import pgettext_lazy

from congress.files.private import PrivateFileField


class Attachment(models.Model):
    """`name` is the file's own name, `size` in bytes, `sha256` in hexadecimal."""

    file = PrivateFileField(pgettext_lazy("attachment", "file"))
    name = models.CharField(pgettext_lazy("attachment", "name"), max_length=200)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    added_at = models.DateTimeField()

    class Meta:
        abstract = True
        ordering: ClassVar = ["added_at", "pk"]

    def __str__(self) -> str:
        return self.name


def described(upload: UploadedFile) -> dict[str, Any]:
    """The fields of an attachment for a checked upload."""
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    upload.seek(0)
    return {
        "file": upload,
        "name": (upload.name or "")[-200:],
        "size": upload.size,
        "sha256": digest.hexdigest(),
    }
