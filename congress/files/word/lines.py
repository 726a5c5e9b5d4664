"""A text between Word and us: lines that still know how they looked."""

from dataclasses import dataclass

from congress.files.word.parts import Merged, Picture
from congress.files.word.spans import EDGES, Span


@dataclass(frozen=True)
class Line:
    """`outline` is the level that a style gave it, 0 for none; `is_bullet` that it stood in a list
    with bullets. Numbers given by Word are part of the text."""

    spans: tuple[Span, ...]
    align: str = ""
    outline: int = 0
    is_title: bool = False
    is_bullet: bool = False

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)

    def html(self) -> str:
        return "".join(span.html() for span in self.spans)

    @property
    def font(self) -> str:
        """The one font of the whole line, else empty."""
        fonts = {span.font for span in self.spans if span.text.strip(EDGES)}
        return fonts.pop() if len(fonts) == 1 else ""

    @property
    def size(self) -> float:
        return max((span.size for span in self.spans), default=0)

    @property
    def is_bold(self) -> bool:
        return all(span.bold for span in self.spans if span.text.strip(EDGES))


@dataclass(frozen=True)
class Grid:
    """A table; `pictures` stood in its cells, in the order of reading."""

    rows: tuple[tuple[str, ...], ...]
    merged: tuple[Merged, ...]
    has_head: bool
    pictures: tuple[Picture, ...] = ()


Part = Line | Grid | Picture
