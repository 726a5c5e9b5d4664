"""Files that wait, privately, between the preview of an import and its confirmation."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import IO, Any
from uuid import UUID, uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from congress.files.refusals import FileRefused
from congress.files.reports import Report
from congress.organisations.models import Organisation

FOLDER = "imports"
WORKBOOK, PREVIEW, RESULT = "xlsx", "json", "result.json"
# The workbook holds what is never stored, so it waits no longer than a person looks at a preview;
# the others hold names and reasons.
LASTING = {
    WORKBOOK: timedelta(hours=2),
    PREVIEW: timedelta(hours=24),
    RESULT: timedelta(hours=24),
}


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
        return storage().open(_path(self.token, WORKBOOK))


def deposit(
    upload: UploadedFile,
    report: Report,
    *,
    kind: str,
    user_id: int | None,
    county_id: int,
    at: datetime,
) -> Deposit:
    """Keeps an examined upload for a while; what has waited longer is removed."""
    clear(at)
    kept = Deposit(uuid4(), kind, report.file, user_id, county_id, done=False, report=report)
    upload.seek(0)
    storage().save(_path(kept.token, WORKBOOK), upload)
    _write(kept, PREVIEW)
    return kept


def find(token: UUID, *, kind: str, user_id: int | None) -> Deposit | None:
    """Only the person who brought the file finds it."""
    data = _read(token, RESULT) or _read(token, PREVIEW)
    if data is None or (data["kind"], data["user_id"]) != (kind, user_id):
        return None
    return Deposit(**data | {"token": token, "report": Report.restored(data["report"])})


def confirm(kept: Deposit, run: Callable[[IO[bytes]], Report]) -> None:
    """Imports the file once, however often it is asked for: the county's row is held, and who
    comes later finds the result. The workbook goes in any case.

    Raises `FileRefused`, or `FileNotFoundError` where the workbook has waited too long.
    """
    result = None
    try:
        with transaction.atomic():
            Organisation.objects.select_for_update().get(pk=kept.county_id)
            if _read(kept.token, RESULT):
                return
            with kept.open() as file:
                report = run(file)
            result = Deposit(**kept.__dict__ | {"done": True, "report": report})
            _write(result, RESULT)
    except FileRefused:
        _delete(kept.token, WORKBOOK, PREVIEW)
        raise
    except Exception:
        if result:
            _delete(kept.token, RESULT)
        raise
    _delete(kept.token, WORKBOOK)


def clear(at: datetime) -> None:
    """Removes what has waited too long."""
    if not storage().exists(FOLDER):
        return
    _folders, names = storage().listdir(FOLDER)
    for name in names:
        path, lasting = f"{FOLDER}/{name}", LASTING.get(name.partition(".")[2])
        try:
            if lasting is None or storage().get_modified_time(path) < at - lasting:
                storage().delete(path)
        except FileNotFoundError:
            continue


def _read(token: UUID, ending: str) -> dict[str, Any] | None:
    """None too where it is being written at this moment."""
    try:
        with storage().open(_path(token, ending)) as file:
            data: dict[str, Any] = json.load(file)
    except (FileNotFoundError, ValueError):
        return None
    return data


def _write(kept: Deposit, ending: str) -> None:
    data = kept.__dict__ | {"token": str(kept.token), "report": kept.report.stored()}
    content = json.dumps(data, ensure_ascii=False).encode()
    storage().save(_path(kept.token, ending), ContentFile(content))


def _delete(token: UUID, *endings: str) -> None:
    for ending in endings:
        storage().delete(_path(token, ending))


def _path(token: UUID, ending: str) -> str:
    return f"{FOLDER}/{token.hex}.{ending}"
