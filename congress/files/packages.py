"""Looks at an office file from outside, before any parser of its kind opens it.

Such a file is a zip of XML parts, and what it claims about their sizes may be false. So every
part is unpacked in small pieces and counted, and XML is read by a parser that keeps nothing but
numbers. What passes is small enough to be opened as a whole.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol
from xml.parsers import expat

from congress.files.refusals import FileRefused

PIECE = 64 * 1024
MEGABYTE = 1024 * 1024

ZIP = b"PK\x03\x04"
ZIP_ENTRY = b"PK\x01\x02"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PASSWORD_FLAG = 0x1
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
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


class PartReader(Protocol):
    """Raises `FileRefused`, `expat.ExpatError` or `ValueError`."""

    def feed(self, piece: bytes, *, last: bool = False) -> None: ...


class Budget(Protocol):
    def unpack(self, size: int) -> None: ...


@dataclass(frozen=True)
class Kind:
    """One kind of office file: its main part, the names under which code hides in it, how much it
    may unpack to in bytes, and what is said where it cannot be taken."""

    main: str
    macros: re.Pattern[str]
    max_parts: int
    max_unpacked: int
    foreign: Callable[[], FileRefused]
    damaged: Callable[[], FileRefused]
    has_password: Callable[[], FileRefused]
    has_macros: Callable[[], FileRefused]
    too_many_parts: Callable[[bytes], FileRefused]
    of_compound: Callable[[bytes], FileRefused]

    def check(
        self, content: bytes, check_parts: Callable[[zipfile.ZipFile], None] = lambda _: None
    ) -> None:
        """Raises `FileRefused` unless `content` is a sound zip of this kind, without macros and
        password, whose parts pass `check_parts`."""
        if content.startswith(COMPOUND):
            raise self.of_compound(content)
        if not content.startswith(ZIP):
            raise self.foreign()
        if content.count(ZIP_ENTRY) > self.max_parts:
            raise self.too_many_parts(content)
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                self._check_names(package)
                check_parts(package)
        except FileRefused:
            raise
        except DAMAGE as error:
            raise self.damaged() from error

    def _check_names(self, package: zipfile.ZipFile) -> None:
        names = package.namelist()
        if "[Content_Types].xml" not in names or self.main not in names:
            raise self.foreign()
        if any(self.macros.search(name) for name in names):
            raise self.has_macros()
        if any(info.flag_bits & PASSWORD_FLAG for info in package.infolist()):
            raise self.has_password()
        if len({name.lower() for name in names}) < len(names):
            raise self.damaged()

    def weigh(
        self,
        package: zipfile.ZipFile,
        info: zipfile.ZipInfo,
        budget: Budget,
        reader: Callable[[], PartReader],
    ) -> None:
        """Unpacks one part against the budget; XML, whatever its name, goes through a reader."""
        if info.compress_type not in METHODS:
            raise self.damaged()
        reading = None
        for number, piece in enumerate(self._pieces(package, info, budget)):
            if number == 0 and piece.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
                reading = reader()
            if reading:
                reading.feed(piece)
        if reading:
            reading.feed(b"", last=True)

    def _pieces(
        self, package: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget
    ) -> Iterator[bytes]:
        """The part as it truly unpacks, whatever size its entry claims."""
        claimed, info.file_size = info.file_size, self.max_unpacked + 1
        seen = 0
        with package.open(info) as part:
            while piece := part.read(PIECE):
                seen += len(piece)
                budget.unpack(len(piece))
                yield piece
        if seen != claimed:
            raise self.damaged()


def holds_stream(content: bytes, stream: str) -> bool:
    """Whether an old compound file names this stream."""
    return stream.encode("utf-16-le") in content
