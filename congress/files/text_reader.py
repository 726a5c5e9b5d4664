"""Reads a file from the standard input and writes its words to the standard output.

Started by `texts` as a program of its own, with the ending of the file's name; imports nothing of
the project.
"""

import io
import re
import sys
import zipfile
from collections.abc import Iterator
from contextlib import suppress

from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

try:
    import resource
except ImportError:  # not on Windows, where the time limit alone holds
    resource = None  # type: ignore[assignment]

MAX_CHARACTERS = 200_000
MAX_PAGES = 300
MAX_UNPACKED = 100 * 1024 * 1024
MAX_MEMORY = 1024 * 1024 * 1024
_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff"
_WRAPPED = re.compile(f"(?<=[{_HAN}])[ \\t]*\\r?\\n[ \\t]*(?=[{_HAN}])")


def unwrapped(text: str) -> str:
    """The lines of a printed page joined where they break a stretch of Han characters."""
    return _WRAPPED.sub("", text)


def word_pieces(content: bytes) -> Iterator[str]:
    """The text with its tables and boxes, without what was struck out."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(member.file_size for member in archive.infolist()) > MAX_UNPACKED:
            return
    starts = {qn("w:p"): "\n", qn("w:tab"): " ", qn("w:br"): "\n", qn("w:tc"): " "}
    for element in Document(io.BytesIO(content)).element.body.iter():
        yield starts.get(element.tag, "")
        if element.tag == qn("w:t"):
            yield element.text or ""


def pdf_pieces(content: bytes) -> Iterator[str]:
    """The text of its pages; none where a password is asked for."""
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        return
    for number in range(min(len(reader.pages), MAX_PAGES)):
        yield unwrapped(reader.pages[number].extract_text()) + "\n"


PIECES = {".docx": word_pieces, ".pdf": pdf_pieces}


def read(content: bytes, ending: str) -> str:
    """What could be read before anything went wrong."""
    kept: list[str] = []
    left = MAX_CHARACTERS
    with suppress(Exception):
        for piece in PIECES[ending](content):
            kept.append(piece[:left])
            left -= len(piece)
            if left <= 0:
                break
    return "".join(kept).strip()


def main() -> None:
    if resource:
        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    text = read(sys.stdin.buffer.read(), sys.argv[1])
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))


if __name__ == "__main__":
    main()
