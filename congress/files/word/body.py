"""The body of a file in its order: lines, tables and pictures."""

from collections.abc import Iterator

from congress.files.word import findings
from congress.files.word.elements import Element, attribute, child, name_of
from congress.files.word.grids import grid_of
from congress.files.word.inline import Context, Inline, choice_of
from congress.files.word.lines import Line, Part
from congress.files.word.looks import ParagraphLook
from congress.files.word.numbering import BULLET, Numbering
from congress.files.word.spans import Span, tidy

THROUGH = {"w:sdtContent", "w:ins", "w:moveTo", "w:customXml", "w:smartTag"}
GALLERY = "Table of Contents"


class Body:
    """Reads w:body, the content of a text box or of a note."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.numbering = Numbering(context.package.numbering)
        self.carried: list[Span] = []

    def parts(self, parent: Element) -> Iterator[Part]:
        for element in parent:
            name = name_of(element)
            if name == "w:p":
                yield from self.paragraph(element)
            elif name == "w:tbl":
                yield from grid_of(element, self)
            elif name == "w:sdt":
                yield from self.controlled(element)
            elif name in THROUGH:
                yield from self.parts(element)
            elif name == "mc:AlternateContent":
                yield from self.parts(choice_of(element))

    def controlled(self, element: Element) -> Iterator[Part]:
        if any(attribute(inner, "val") == GALLERY for inner in element.iter()):
            self.context.findings.tell(findings.CONTENTS)
            return
        for inner in element:
            if name_of(inner) == "w:sdtContent":
                yield from self.parts(inner)

    def paragraph(self, element: Element) -> Iterator[Part]:
        """Its lines, then its pictures, then what stands in its text boxes."""
        properties = child(element, "w:pPr")
        look = self.context.styles.of_paragraph(properties)
        in_contents = look.is_contents or self.context.fields.in_contents
        inline = Inline(self.context, look.run)
        inline.read(element)
        if in_contents or self.context.fields.in_contents:
            self.context.findings.tell(findings.CONTENTS)
            return
        self.carried += inline.spans
        mark = child(properties, "w:rPr")
        if child(mark, "w:del") is None and child(mark, "w:moveFrom") is None:
            spans, self.carried = self.carried, []
            yield from self.lines(spans, look)
        yield from inline.pictures
        for box in inline.boxes:
            self.context.findings.tell(findings.BOXES)
            yield from self.parts(box)

    def lines(self, spans: list[Span], look: ParagraphLook) -> Iterator[Line]:
        """One for each line that somebody broke by hand; the number stands before the first."""
        if not "".join(span.text for span in spans).strip():
            return
        label = self.numbering.label(*look.numbered) if look.numbered else ""
        is_bullet = label == BULLET
        if label and not is_bullet:
            spans = [numbered(label, spans[0]), *spans]
        for row in split(spans):
            tidied = tidy(row)
            if tidied:
                yield Line(tidied, look.align, look.outline, look.is_title, is_bullet)


def numbered(label: str, first: Span) -> Span:
    gap = " " if label[-1:].isascii() and label[-1:] not in (".", ")") else ""
    return Span(label + gap, first.bold, first.italic, font=first.font, size=first.size)


def split(spans: list[Span]) -> Iterator[list[Span]]:
    row: list[Span] = []
    for span in spans:
        first, *rest = span.text.split("\n")
        row.append(Span(**span.__dict__ | {"text": first}))
        for text in rest:
            yield row
            row = [Span(**span.__dict__ | {"text": text})]
    yield row
