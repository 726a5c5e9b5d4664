"""Fields of Word: an instruction, then the text it produced."""

import re
from dataclasses import dataclass, field

from congress.files.word.elements import Element, attribute

LINK = re.compile(r'HYPERLINK\s+"([^"]+)"', re.IGNORECASE)
CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)
DEEPEST = 50
PAGE = re.compile(r"\s*(PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)


@dataclass
class Field:
    instruction: str = ""
    is_shown: bool = False


@dataclass
class Fields:
    """The fields open at a place of the text; a table of contents stays open for many
    paragraphs."""

    open: list[Field] = field(default_factory=list)

    def mark(self, element: Element) -> None:
        """A w:fldChar."""
        match attribute(element, "fldCharType"):
            case "begin" if len(self.open) < DEEPEST:
                self.open.append(Field())
            case "separate" if self.open:
                self.open[-1].is_shown = True
            case "end" if self.open:
                self.open.pop()

    def instruct(self, text: str) -> None:
        if self.open:
            self.open[-1].instruction += text

    @property
    def in_contents(self) -> bool:
        return any(CONTENTS.match(row.instruction) for row in self.open)

    @property
    def shows(self) -> bool:
        """Whether text here is seen: not an instruction, nor the number of a page."""
        pages = any(PAGE.match(row.instruction) for row in self.open)
        return not pages and all(row.is_shown for row in self.open)

    @property
    def link(self) -> str:
        found = [LINK.search(row.instruction) for row in self.open]
        return next((match[1] for match in reversed(found) if match), "")
