"""How runs and paragraphs of a Word file look."""

from dataclasses import dataclass


@dataclass(frozen=True)
class RunLook:
    """`font` is the East Asian one, empty where the theme gives it; `size` in points."""

    font: str = ""
    size: float = 0
    bold: bool = False
    italic: bool = False
    raised: bool = False
    hidden: bool = False
    struck: bool = False


@dataclass(frozen=True)
class ParagraphLook:
    """`outline` is the level of a heading by its style, 0 for none. `numbered` is the id of a list
    and its level from 0."""

    run: RunLook = RunLook()
    align: str = ""
    outline: int = 0
    is_title: bool = False
    is_contents: bool = False
    numbered: tuple[str, int] | None = None
