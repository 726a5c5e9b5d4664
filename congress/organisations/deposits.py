"""Files that wait, privately, between the preview of an import and its confirmation."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import IO, Any
from uuid import UUID, uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages
from django.core.files.uploadedfile import UploadedFile

from congress.files.reports import Report

FOLDER = "imports"
LASTING = timedelta(hours=24)


def storage() -> Storage:
    return storages["private"]


@dataclass(frozen=True)
class Deposit:
    """A file of one person for one kind of import; `report` is the preview, or the result where
    it is `done` and the file is gone."""

    token: UUID
    kind: str
    name: str
    user_id: int | None
    county_id: int
    done: bool
    report: Report

    def open(self) -> IO[bytes]:
        return storage().open(_path(self.token, "xlsx"))

    def finish(self, report: Report) -> None:
        """Keeps the result and removes the file."""
        storage().delete(_path(self.token, "xlsx"))
        _write(Deposit(**self.__dict__ | {"done": True, "report": report}))

    def drop(self) -> None:
        for ending in ("xlsx", "json"):
            storage().delete(_path(self.token, ending))


def deposit(
    upload: UploadedFile,
    report: Report,
    *,
    kind: str,
    user_id: int | None,
    county_id: int,
    at: datetime,
) -> Deposit:
    """Keeps an examined upload for a day; what has waited longer is removed."""
    for path in _stale(at):
        storage().delete(path)
    kept = Deposit(uuid4(), kind, report.file, user_id, county_id, done=False, report=report)
    upload.seek(0)
    storage().save(_path(kept.token, "xlsx"), upload)
    _write(kept)
    return kept


def find(token: UUID, *, kind: str, user_id: int | None) -> Deposit | None:
    """Only the person who brought the file finds it."""
    path = _path(token, "json")
    if not storage().exists(path):
        return None
    with storage().open(path) as file:
        data: dict[str, Any] = json.load(file)
    if (data["kind"], data["user_id"]) != (kind, user_id):
        return None
    return Deposit(**data | {"token": token, "report": Report.restored(data["report"])})


def _write(kept: Deposit) -> None:
    path = _path(kept.token, "json")
    data = kept.__dict__ | {"token": str(kept.token), "report": kept.report.stored()}
    storage().delete(path)
    storage().save(path, ContentFile(json.dumps(data, ensure_ascii=False).encode()))


def _path(token: UUID, ending: str) -> str:
    return f"{FOLDER}/{token.hex}.{ending}"


def _stale(at: datetime) -> Iterator[str]:
    if not storage().exists(FOLDER):
        return
    _folders, names = storage().listdir(FOLDER)
    for name in names:
        path = f"{FOLDER}/{name}"
        if storage().get_modified_time(path) < at - LASTING:
            yield path
