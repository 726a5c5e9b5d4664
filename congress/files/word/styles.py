"""How a paragraph and a run look, through the chain of their styles."""

import re
from collections.abc import Iterator
from dataclasses import replace

from congress.files.word.elements import Element, attribute, child, children, is_on, name_of, whole
from congress.files.word.looks import ParagraphLook, RunLook

HEADING = re.compile(r"heading (\d)|标题 ?(\d)", re.IGNORECASE)
NOT_OUTLINED = 9
DEEPEST = 8
LONGEST_CHAIN = 12
SWITCHES = {
    "w:b": "bold",
    "w:i": "italic",
    "w:vanish": "hidden",
    "w:strike": "struck",
    "w:dstrike": "struck",
}


class Styles:
    def __init__(self, root: Element | None) -> None:
        self.by_id: dict[str, Element] = {}
        self.looks: dict[str, ParagraphLook] = {}
        self.standard = ""
        for style in children(root, "w:style"):
            key = attribute(style, "styleId")
            self.by_id[key] = style
            if attribute(style, "type") == "paragraph" and attribute(style, "default") == "1":
                self.standard = key
        defaults = child(child(child(root, "w:docDefaults"), "w:rPrDefault"), "w:rPr")
        self.base = ParagraphLook(run=applied(defaults, RunLook()))

    def of_paragraph(self, properties: Element | None) -> ParagraphLook:
        """As the paragraph's style and its own properties have it."""
        style = attribute(child(properties, "w:pStyle"), "val")
        return _with_paragraph(properties, self._of_style(style or self.standard))

    def of_run(self, properties: Element | None, look: RunLook) -> RunLook:
        style = attribute(child(properties, "w:rStyle"), "val")
        for element in self._chain(style):
            look = applied(child(element, "w:rPr"), look)
        return applied(properties, look)

    def _of_style(self, key: str) -> ParagraphLook:
        if key not in self.looks:
            look = self.base
            for element in self._chain(key):
                name = attribute(child(element, "w:name"), "val")
                look = _named(name, look)
                look = _with_paragraph(child(element, "w:pPr"), look)
                look = replace(look, run=applied(child(element, "w:rPr"), look.run))
            self.looks[key] = look
        return self.looks[key]

    def _chain(self, key: str) -> Iterator[Element]:
        """The style and those it is based on, the farthest first, as far as Word itself goes."""
        found: list[Element] = []
        while key in self.by_id and len(found) < LONGEST_CHAIN:
            found.append(self.by_id[key])
            key = attribute(child(self.by_id[key], "w:basedOn"), "val")
        return reversed(found)


def _named(name: str, look: ParagraphLook) -> ParagraphLook:
    heading = HEADING.fullmatch(name.strip())
    if heading:
        return replace(look, outline=int(heading[1] or heading[2]))
    lowered = name.strip().lower()
    return replace(
        look,
        is_title=lowered == "title" or (look.is_title and lowered != "subtitle"),
        is_contents=lowered.startswith("toc ") or look.is_contents,
    )


def _with_paragraph(properties: Element | None, look: ParagraphLook) -> ParagraphLook:
    for element in () if properties is None else properties:
        value = attribute(element, "val")
        match name_of(element):
            case "w:jc":
                look = replace(look, align=value)
            case "w:outlineLvl" if whole(value):
                level = int(value)
                look = replace(look, outline=0 if level >= NOT_OUTLINED else level + 1)
            case "w:numPr":
                look = replace(look, numbered=_numbered(element, look))
    return look


def _numbered(element: Element, look: ParagraphLook) -> tuple[str, int] | None:
    """List 0 takes a paragraph out of the list of its style."""
    key, level = look.numbered or ("", 0)
    key = attribute(child(element, "w:numId"), "val") or key
    told = attribute(child(element, "w:ilvl"), "val")
    level = min(int(told), DEEPEST) if whole(told) else level
    return (key, level) if key not in ("", "0") else None


def applied(properties: Element | None, look: RunLook) -> RunLook:
    """The look with what these run properties change."""
    for element in () if properties is None else properties:
        name, value = name_of(element), attribute(element, "val")
        if name in SWITCHES:
            look = replace(look, **{SWITCHES[name]: is_on(element)})  # type: ignore[arg-type]
        elif name == "w:rFonts":
            look = replace(look, font=attribute(element, "eastAsia") or look.font)
        elif name == "w:sz" and whole(value):
            look = replace(look, size=int(value) / 2)
        elif name == "w:vertAlign":
            look = replace(look, raised=value == "superscript")
    return look
