"""What becomes of a Word file: parts that carry no font, size or colour."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Heading:
    """`level` counts from 1, the level of 一、; the number is part of the text."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """`html` holds text with b, i, a and sup alone."""

    html: str


@dataclass(frozen=True)
class Bullets:
    """Each item is HTML as in a paragraph. Numbered lists are paragraphs with their numbers."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Merged:
    """An area of a table, its first cell counted from 0; only that cell has a text."""

    row: int
    column: int
    height: int
    width: int


@dataclass(frozen=True)
class Table:
    """Plain texts, all rows equally long; a line break within a cell is a newline."""

    rows: tuple[tuple[str, ...], ...]
    merged: tuple[Merged, ...] = ()
    has_head: bool = True


@dataclass(frozen=True)
class Picture:
    """Bytes as they lay in the file, unchecked; `name` is the part's own. What a picture shows
    must be said by a person: what Word writes of itself is of no use."""

    content: bytes = field(repr=False)
    name: str
    caption: str = ""
    alternative: str = ""


Block = Heading | Paragraph | Bullets | Table | Picture


@dataclass(frozen=True)
class WordText:
    """`title` is empty where none was found; `source` (an organisation), `author` and `signed_on`
    come from the signature, which then is no part of the text. `warnings` are sentences about what
    was left out or should be checked."""

    title: str
    blocks: tuple[Block, ...]
    source: str = ""
    author: str = ""
    signed_on: date | None = None
    warnings: tuple[str, ...] = ()
