"""Private files: served by the rule of their record, never by their address."""

from pathlib import PurePath
from typing import Any
from uuid import uuid4

from django.core.files.storage import Storage, storages
from django.db import models


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
