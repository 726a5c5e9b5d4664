"""What stands in one paragraph: its pieces of text, pictures and text boxes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from congress.files.word import findings
from congress.files.word.elements import Element, attribute, child, children, name_of
from congress.files.word.fields import Fields
from congress.files.word.findings import Findings
from congress.files.word.looks import RunLook
from congress.files.word.package import Package
from congress.files.word.parts import Picture
from congress.files.word.spans import Span
from congress.files.word.styles import Styles

GONE = {"w:del", "w:moveFrom"}
THROUGH = {
    "w:ins",
    "w:moveTo",
    "w:smartTag",
    "w:customXml",
    "w:sdt",
    "w:sdtContent",
    "w:fldSimple",
    "w:dir",
    "w:bdo",
}
MAX_PICTURES = 60
DRAWN = {"w:drawing", "w:pict", "w:object"}


@dataclass
class Context:
    """What the paragraphs of one file share. `notes` are the ids of footnotes and endnotes in the
    order in which the text points at them."""

    package: Package
    styles: Styles
    findings: Findings = field(default_factory=Findings)
    fields: Fields = field(default_factory=Fields)
    notes: list[tuple[str, str]] = field(default_factory=list)
    pictures: int = 0


class Inline:
    """Reads the children of one w:p into `spans`, `pictures` and `boxes` (w:txbxContent)."""

    def __init__(self, context: Context, look: RunLook) -> None:
        self.context = context
        self.look = look
        self.spans: list[Span] = []
        self.pictures: list[Picture] = []
        self.boxes: list[Element] = []
        self.link = ""
        self.in_run: dict[str, Callable[[Element, RunLook], None]] = {
            "w:t": lambda e, look: self.add(e.text or "", look),
            "w:tab": lambda _, look: self.add(" ", look),
            "w:br": self.line_break,
            "w:cr": lambda _, look: self.add("\n", look),
            "w:noBreakHyphen": lambda _, look: self.add("-", look),
            "w:fldChar": lambda e, _: context.fields.mark(e),
            "w:instrText": lambda e, _: context.fields.instruct(e.text or ""),
            "w:footnoteReference": self.note,
            "w:endnoteReference": self.note,
            "w:commentReference": lambda *_: context.findings.tell(findings.COMMENTS),
            "w:delText": lambda *_: context.findings.tell(findings.TRACKED),
        }

    def read(self, parent: Element) -> None:
        for element in parent:
            name = name_of(element)
            if name == "w:r":
                self.run(element)
            elif name == "w:hyperlink":
                self.hyperlink(element)
            elif name in GONE:
                self.context.findings.tell(findings.TRACKED)
            elif name in THROUGH:
                self.through(element, name)
            elif name == "mc:AlternateContent":
                self.read(choice_of(element))
            elif name in ("m:oMath", "m:oMathPara"):
                self.formula(element)

    def through(self, element: Element, name: str) -> None:
        if name in ("w:ins", "w:moveTo"):
            self.context.findings.tell(findings.TRACKED)
        self.read(element)

    def hyperlink(self, element: Element) -> None:
        self.link = self.context.package.links.get(attribute(element, "id"), "")
        self.read(element)
        self.link = ""

    def run(self, element: Element) -> None:
        look = self.context.styles.of_run(child(element, "w:rPr"), self.look)
        if look.hidden:
            self.context.findings.tell(findings.HIDDEN)
            return
        self.pieces(element, look)

    def pieces(self, parent: Element, look: RunLook) -> None:
        for element in parent:
            name = name_of(element)
            if name in self.in_run:
                self.in_run[name](element, look)
            elif name in DRAWN:
                self.drawing(element)
            elif name == "mc:AlternateContent":
                self.pieces(choice_of(element), look)

    def add(self, text: str, look: RunLook) -> None:
        fields = self.context.fields
        if not fields.shows:
            return
        if look.struck and text.strip():
            self.context.findings.tell(findings.STRUCK)
        link = self.link or fields.link
        span = Span(text, look.bold, look.italic, look.raised, link, look.font, look.size)
        self.spans.append(span)

    def line_break(self, element: Element, look: RunLook) -> None:
        if attribute(element, "type") in ("", "textWrapping"):
            self.add("\n", look)

    def note(self, element: Element, look: RunLook) -> None:
        kind = name_of(element).removeprefix("w:").removesuffix("Reference")
        self.context.notes.append((kind, attribute(element, "id")))
        self.context.findings.tell(findings.NOTES)
        self.spans.append(Span(f"[{len(self.context.notes)}]", raised=True, font=look.font))

    def formula(self, element: Element) -> None:
        self.context.findings.tell(findings.FORMULAS)
        texts = [inner.text or "" for inner in element.iter() if name_of(inner) == "m:t"]
        self.add("".join(texts), self.look)

    def drawing(self, parent: Element) -> None:
        for element in parent:
            match name_of(element):
                case "w:txbxContent":
                    self.boxes.append(element)
                case "a:blip" | "v:imagedata":
                    self.picture(element)
                case "c:chart" | "dgm:relIds":
                    self.context.findings.tell(findings.CHARTS)
                case "mc:AlternateContent":
                    self.drawing(choice_of(element))
                case _:
                    self.drawing(element)

    def picture(self, element: Element) -> None:
        package = self.context.package
        key = attribute(element, "embed") or attribute(element, "id")
        target = package.targets.get(key, "")
        if self.context.pictures >= MAX_PICTURES:
            self.context.findings.tell(findings.TOO_MANY)
            return
        content = package.read(target) if target else b""
        if content:
            self.context.pictures += 1
            self.pictures.append(Picture(content, PurePosixPath(target).name))
        else:
            self.context.findings.tell(findings.LINKED)


def choice_of(element: Element) -> Element:
    """What a current program shows of the alternatives; an old form beside it says the same."""
    for name in ("mc:Choice", "mc:Fallback"):
        for alternative in children(element, name):
            if len(alternative):
                return alternative
    return ()
