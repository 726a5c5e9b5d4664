"""The abstract attachment: a private file with what was checked about it."""

import hashlib
from pathlib import PurePath
from typing import Any, ClassVar
from uuid import uuid4

from django.core.files.storage import Storage, storages
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.utils.translation import pgettext_lazy


def private_storage() -> Storage:
    return storages["private"]


def private_path(instance: models.Model, filename: str) -> str:
    """A name that nobody can guess; the file's own name is kept in the row."""
    return f"{instance._meta.label_lower}/{uuid4().hex}{PurePath(filename).suffix.lower()}"


class PrivateFileField(models.FileField):
    """A file in the private storage. Migrations see a plain file field: where the file lies is
    no matter of the table."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs |= {"upload_to": private_path, "storage": private_storage}
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, _, args, kwargs = super().deconstruct()
        kwargs.pop("storage", None)
        return name, "django.db.models.FileField", args, kwargs | {"upload_to": ""}


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
