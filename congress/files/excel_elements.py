"""The elements of a part, read by a parser that knows no document types."""

from xml.parsers import expat

from congress.files import refusals
from congress.files.excel_parts import local


class Elements:
    """Every element of a small part with its attributes. No document type is read."""

    def __init__(self, part: bytes) -> None:
        self.found: list[tuple[str, dict[str, str]]] = []
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self.refuse
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.add
        if self.may_hold(part):
            self.parser.Parse(part, True)

    def may_hold(self, part: bytes) -> bool:
        return True

    def refuse(self, *declaration: object) -> None:
        raise refusals.damaged()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.found.append((local(name), attributes))

    def end(self, name: str) -> None:
        pass

    def add(self, text: str) -> None:
        pass
