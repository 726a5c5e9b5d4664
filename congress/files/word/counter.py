"""A reader of XML that keeps nothing but counts."""

from xml.parsers import expat

from congress.files.word import refusals
from congress.files.word.budget import Budget

MAX_DEPTH = 200


class Counter:
    """Counts elements and characters. A document type, with which entities could be declared, and
    elements nested beyond reason are refused."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.depth = 0
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self.refuse
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text

    def feed(self, piece: bytes, *, last: bool = False) -> None:
        self.parser.Parse(piece, last)

    def refuse(self, *declaration: object) -> None:
        raise refusals.damaged()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.budget.add_element()
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise refusals.damaged()
        if "macroenabled" in attributes.get("ContentType", "").lower():
            raise refusals.has_macros()

    def end(self, name: str) -> None:
        self.depth -= 1

    def text(self, data: str) -> None:
        self.budget.add_text(len(data))
