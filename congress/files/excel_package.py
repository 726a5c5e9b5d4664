"""Looks at an Excel file from outside, before any parser of Excel opens it.

An .xlsx file is a zip of XML parts, and what it claims about their sizes may be false. So every
part is unpacked in small pieces and counted, and XML is read by a parser that keeps nothing but
numbers. What passes is small enough to be opened as a whole.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

from congress.files import refusals
from congress.files.excel_budget import MAX_SHEETS, MAX_UNPACKED, Budget
from congress.files.excel_parts import PartReader

MAX_PARTS = 2_000
PIECE = 64 * 1024

ZIP = b"PK\x03\x04"
ZIP_ENTRY = b"PK\x01\x02"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PASSWORD_FLAG = 0x1
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
MACROS = re.compile(r"vbaproject|xl/macrosheets/|xl/dialogsheets/", re.IGNORECASE)
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    UnicodeError,
    ValueError,
)


def check_package(content: bytes) -> None:
    """Raises `FileRefused` unless `content` is an .xlsx file without macros, password, false
    sizes or formulas that reach outside, and within the limits."""
    if content.startswith(COMPOUND):
        raise _refusal_of_compound(content)
    if not content.startswith(ZIP):
        raise refusals.not_excel()
    if content.count(ZIP_ENTRY) > MAX_PARTS:
        many = content.count(b"xl/worksheets/") > MAX_SHEETS
        raise refusals.too_many_sheets(MAX_SHEETS) if many else refusals.too_large()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _check_names(package)
            _check_parts(package)
    except refusals.FileRefused:
        raise
    except DAMAGE as error:
        raise refusals.damaged() from error


def _refusal_of_compound(content: bytes) -> refusals.FileRefused:
    """The old container holds .xls and .doc files, and .xlsx files behind a password."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if holds("EncryptedPackage"):
        return refusals.has_password()
    if holds("Workbook") or holds("Book"):
        return refusals.has_macros() if holds("_VBA_PROJECT") else refusals.old_excel()
    return refusals.not_excel()


def _check_names(package: zipfile.ZipFile) -> None:
    names = package.namelist()
    if "[Content_Types].xml" not in names or "xl/workbook.xml" not in names:
        raise refusals.not_excel()
    if any(MACROS.search(name) for name in names):
        raise refusals.has_macros()
    if sum(1 for name in names if SHEET.fullmatch(name)) > MAX_SHEETS:
        raise refusals.too_many_sheets(MAX_SHEETS)
    if any(info.flag_bits & PASSWORD_FLAG for info in package.infolist()):
        raise refusals.has_password()
    if len({name.lower() for name in names}) < len(names):
        raise refusals.damaged()


def _check_parts(package: zipfile.ZipFile) -> None:
    """Shared texts come first, since cells point at them."""
    budget = Budget()
    parts = sorted(
        package.infolist(), key=lambda info: info.filename.lower() != "xl/sharedstrings.xml"
    )
    for info in parts:
        if info.compress_type not in METHODS:
            raise refusals.damaged()
        reader = None
        for number, piece in enumerate(_pieces(package, info, budget)):
            if number == 0 and piece.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
                reader = PartReader(budget)
            if reader:
                reader.feed(piece)
        if reader:
            reader.feed(b"", last=True)


def _pieces(package: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> Iterator[bytes]:
    """The part as it truly unpacks, whatever size its entry claims."""
    claimed, info.file_size = info.file_size, MAX_UNPACKED + 1
    seen = 0
    with package.open(info) as part:
        while piece := part.read(PIECE):
            seen += len(piece)
            budget.unpack(len(piece))
            yield piece
    if seen != claimed:
        raise refusals.damaged()
