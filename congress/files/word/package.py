"""The parts of a weighed Word file, opened and parsed."""

import io
import posixpath
import zipfile
from dataclasses import dataclass
from typing import BinaryIO

from lxml import etree

from congress.files.packages import DAMAGE, MEGABYTE
from congress.files.word import refusals
from congress.files.word.elements import Element
from congress.files.word.weighing import MAIN, MAX_MEGABYTES, check_word


@dataclass(frozen=True)
class Package:
    """`targets` maps the ids of relationships to parts, `links` to addresses outside."""

    document: Element
    styles: Element | None
    numbering: Element | None
    footnotes: Element | None
    endnotes: Element | None
    targets: dict[str, str]
    links: dict[str, str]
    content: bytes

    def read(self, target: str) -> bytes:
        """Empty where the part is missing."""
        with zipfile.ZipFile(io.BytesIO(self.content)) as archive:
            return archive.read(target) if target in archive.namelist() else b""


def open_word(file: BinaryIO) -> Package:
    """Raises `FileRefused` for what is too big, hostile or no .docx file."""
    size = file.seek(0, io.SEEK_END)
    if not size:
        raise refusals.empty()
    if size > MAX_MEGABYTES * MEGABYTE:
        raise refusals.too_big(MAX_MEGABYTES)
    file.seek(0)
    content = file.read()
    check_word(content)
    try:
        return _parsed(content)
    except (etree.XMLSyntaxError, *DAMAGE) as error:
        raise refusals.damaged() from error


def _parsed(content: bytes) -> Package:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = set(archive.namelist())

        def part(name: str) -> Element | None:
            return _tree(archive.read(name)) if name in names else None

        targets, links = _relations(part("word/_rels/document.xml.rels"))
        return Package(
            document=part(MAIN),
            styles=part("word/styles.xml"),
            numbering=part("word/numbering.xml"),
            footnotes=part("word/footnotes.xml"),
            endnotes=part("word/endnotes.xml"),
            targets=targets,
            links=links,
            content=content,
        )


def _tree(source: bytes) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    return etree.fromstring(source, parser)


def _relations(root: Element | None) -> tuple[dict[str, str], dict[str, str]]:
    targets, links = {}, {}
    for row in () if root is None else root:
        key, target = row.get("Id", ""), row.get("Target", "")
        if row.get("TargetMode") == "External":
            links[key] = target
        else:
            targets[key] = posixpath.normpath(posixpath.join("word", target)).lstrip("/")
    return targets, links
