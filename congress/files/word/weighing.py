"""Weighs a Word file before it is parsed; see `congress.files.packages`."""

import re
import zipfile
from functools import partial

from congress.files.packages import Kind, holds_stream
from congress.files.refusals import FileRefused
from congress.files.word import refusals
from congress.files.word.budget import MAX_UNPACKED, Budget
from congress.files.word.counter import Counter

MAX_MEGABYTES = 20
MAX_PARTS = 1_000

MAIN = "word/document.xml"
MACROS = re.compile(r"vbaproject|vbadata", re.IGNORECASE)
PDF = b"%PDF-"


def check_word(content: bytes) -> None:
    """Raises `FileRefused` unless `content` is a .docx file without macros, password or false
    sizes, and within the limits."""
    if content.startswith(PDF):
        raise refusals.is_pdf()
    WORD.check(content, _check_parts)


def _refusal_of_compound(content: bytes) -> FileRefused:
    """The old container holds .doc and .wps files, and .docx files behind a password."""
    if holds_stream(content, "EncryptedPackage"):
        return refusals.has_password()
    return refusals.old_word() if holds_stream(content, "WordDocument") else refusals.not_word()


def _check_parts(package: zipfile.ZipFile) -> None:
    budget = Budget()
    for info in package.infolist():
        WORD.weigh(package, info, budget, partial(Counter, budget))


WORD = Kind(
    main=MAIN,
    macros=MACROS,
    max_parts=MAX_PARTS,
    max_unpacked=MAX_UNPACKED,
    foreign=refusals.not_word,
    damaged=refusals.damaged,
    has_password=refusals.has_password,
    has_macros=refusals.has_macros,
    too_many_parts=lambda _content: refusals.too_long(),
    of_compound=_refusal_of_compound,
)
