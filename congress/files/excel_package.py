"""Weighs an Excel file before any parser of Excel opens it; see `packages`."""

import re
import zipfile
from functools import partial

from congress.files import refusals
from congress.files.excel_budget import MAX_SHEETS, MAX_UNPACKED, Budget
from congress.files.excel_parts import PartReader
from congress.files.packages import Kind, holds_stream

MAX_PARTS = 2_000
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
MACROS = re.compile(r"vbaproject|xl/macrosheets/|xl/dialogsheets/", re.IGNORECASE)


def check_package(content: bytes) -> None:
    """Raises `FileRefused` unless `content` is an .xlsx file without macros, password, false
    sizes or formulas that reach outside, and within the limits."""
    EXCEL.check(content, _check_parts)


def _refusal_of_compound(content: bytes) -> refusals.FileRefused:
    """The old container holds .xls and .doc files, and .xlsx files behind a password."""
    holds = partial(holds_stream, content)
    if holds("EncryptedPackage"):
        return refusals.has_password()
    if holds("Workbook") or holds("Book"):
        return refusals.has_macros() if holds("_VBA_PROJECT") else refusals.old_excel()
    return refusals.not_excel()


def _too_many_parts(content: bytes) -> refusals.FileRefused:
    many = content.count(b"xl/worksheets/") > MAX_SHEETS
    return refusals.too_many_sheets(MAX_SHEETS) if many else refusals.too_large()


def _check_parts(package: zipfile.ZipFile) -> None:
    """Shared texts come first, since cells point at them."""
    if sum(1 for name in package.namelist() if SHEET.fullmatch(name)) > MAX_SHEETS:
        raise refusals.too_many_sheets(MAX_SHEETS)
    budget = Budget()
    parts = sorted(
        package.infolist(), key=lambda info: info.filename.lower() != "xl/sharedstrings.xml"
    )
    for info in parts:
        EXCEL.weigh(package, info, budget, partial(PartReader, budget))


EXCEL = Kind(
    main="xl/workbook.xml",
    macros=MACROS,
    max_parts=MAX_PARTS,
    max_unpacked=MAX_UNPACKED,
    foreign=refusals.not_excel,
    damaged=refusals.damaged,
    has_password=refusals.has_password,
    has_macros=refusals.has_macros,
    too_many_parts=_too_many_parts,
    of_compound=_refusal_of_compound,
)
