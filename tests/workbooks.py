"""Excel files made for a test."""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import openpyxl

SAMPLES = Path(__file__).parent / "samples"
ROSTER = SAMPLES / "代表花名册.xlsx"
BOOK = SAMPLES / "2025年信息报送登记表.xlsx"

Rows = Iterable[Iterable[object]]


def workbook(
    sheets: Mapping[str, Rows],
    *,
    merged: Mapping[str, Iterable[str]] | None = None,
    hidden: Iterable[str] = (),
) -> io.BytesIO:
    """An .xlsx file with these sheets; `merged` holds areas such as A1:F1 for each sheet."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for area in (merged or {}).get(name, ()):
            sheet.merge_cells(area)
        if name in hidden:
            sheet.sheet_state = "hidden"
    file = io.BytesIO()
    made.save(file)
    file.seek(0)
    return file


def repacked(
    change: Callable[[str, bytes], bytes | None],
    *,
    source: bytes | None = None,
    extra: Mapping[str, bytes] | None = None,
) -> io.BytesIO:
    """The roster, or `source`, with each part as `change` returns it; None leaves the part out."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(source or ROSTER.read_bytes())) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = change(name, old.read(name))
            if part is not None:
                new.writestr(name, part)
        for name, part in (extra or {}).items():
            new.writestr(name, part)
    file.seek(0)
    return file
