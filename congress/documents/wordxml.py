"""What python-docx has no words for, written as XML here and nowhere else."""

from math import floor

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml.etree import QName

# The children of w:pPr that may follow one of ours, in the order of the schema.
PARAGRAPH = [
    *("w:framePr", "w:widowControl", "w:numPr", "w:suppressLineNumbers", "w:pBdr", "w:shd"),
    *("w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct"),
    *("w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd"),
    *("w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents"),
    *("w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap"),
    *("w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange"),
]
# Of the styles that python-docx brings along these stay.
KEPT_STYLES = {
    *("Normal", "Default Paragraph Font", "Normal Table", "No List", "Table Grid"),
    *("header", "Header Char", "footer", "Footer Char"),
}
LEFT_OUT = {"stylesWithEffects", "customXml", "thumbnail"}
# Where the first font is missing, Word takes the second.
OTHER_NAMES = {"仿宋_GB2312": "仿宋", "楷体_GB2312": "楷体", "方正小标宋简体": "方正小标宋_GBK"}


def element(tag: str, **attributes: object) -> BaseOxmlElement:
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def put(holder: Paragraph | ParagraphStyle, child: BaseOxmlElement) -> None:
    """Among the properties of a paragraph or of its style."""
    properties = holder._element.get_or_add_pPr()
    after = PARAGRAPH[PARAGRAPH.index(f"w:{QName(child).localname}") + 1 :]
    properties.insert_element_before(child, *after)


def twips(points: float) -> int:
    return round(points * 20)


def fonts(holder: Run | ParagraphStyle, east_asian: str, latin: str) -> None:
    holder.font.name = latin
    found = holder._element.get_or_add_rPr().rFonts
    for script in ("eastAsia", "cs"):
        found.set(qn(f"w:{script}"), east_asian if script == "eastAsia" else latin)


def east_asian(run: Run) -> None:
    """Quotation marks and dashes are as wide as Chinese ones."""
    properties = run._element.get_or_add_rPr()
    found = properties.rFonts
    if found is None:
        found = properties._add_rFonts()
    found.set(qn("w:hint"), "eastAsia")


def indent(style: ParagraphStyle, **characters: float) -> None:
    """`firstLine`, `left` and `right` in characters; points stand beside them already."""
    found = style._element.get_or_add_pPr().get_or_add_ind()
    for side, count in characters.items():
        found.set(qn(f"w:{side}Chars"), str(round(count * 100)))


def plain(style: ParagraphStyle) -> None:
    """No room between Chinese and Latin, so that two digits are as wide as a character; and every
    style has its exact line: a grid beside it would double what is a little higher."""
    for tag in ("w:autoSpaceDE", "w:autoSpaceDN", "w:snapToGrid"):
        put(style, element(tag, val=0))


def spaced(style: ParagraphStyle, points: float) -> None:
    """More or, below 0, less room between the characters, cut to the twentieth of a point."""
    room = element("w:spacing", val=floor(points * 20))
    style._element.get_or_add_rPr().insert_element_before(
        room, "w:w", "w:kern", "w:position", "w:sz", "w:szCs", "w:highlight", "w:u", "w:lang"
    )


def rule(paragraph: Paragraph, color: str = "000000", **edges: float) -> None:
    """Lines at `top` and `bottom` of the paragraph, in points."""
    borders = OxmlElement("w:pBdr")
    for edge in ("top", "bottom"):
        if edge in edges:
            size = round(edges[edge] * 8)
            borders.append(element(f"w:{edge}", val="single", sz=size, space=0, color=color))
    put(paragraph, borders)


def dashes(paragraph: Paragraph) -> None:
    borders = OxmlElement("w:pBdr")
    borders.append(element("w:top", val="dashed", sz=6, space=1, color="000000"))
    put(paragraph, borders)


def at_foot(paragraph: Paragraph, width: float) -> None:
    """A frame at the foot of the text area of its page; `width` in points."""
    frame = {"w": twips(width), "hSpace": 0, "wrap": "notBeside", "vAnchor": "margin"}
    place = {"hAnchor": "margin", "xAlign": "left", "yAlign": "bottom"}
    put(paragraph, element("w:framePr", **frame, **place))


def page_field(paragraph: Paragraph) -> None:
    """The number of the page."""
    for kind in ("begin", None, "end"):
        run = paragraph.add_run()
        if kind:
            run._element.append(element("w:fldChar", fldCharType=kind))
        else:
            code = OxmlElement("w:instrText")
            code.text = "PAGE"
            run._element.append(code)


def grid(section: Section, line: float) -> None:
    """Lines of the page; `line` in points. A grid of characters is not written: where they are
    wider than its cells LibreOffice gives each of them two. `spaced` does it instead."""
    found = section._sectPr.find(qn("w:docGrid"))
    found.set(qn("w:type"), "lines")
    found.set(qn("w:linePitch"), str(twips(line)))


def repeated(row: _Row) -> None:
    """At the head of every page that the table reaches."""
    row._tr.get_or_add_trPr().append(element("w:tblHeader"))


def unbroken(row: _Row) -> None:
    row._tr.get_or_add_trPr().insert(0, element("w:cantSplit"))


def margins(table: Table, sides: float, ends: float) -> None:
    """Between the lines of a cell and its text, in mm."""
    kept = OxmlElement("w:tblCellMar")
    for side, width in (("top", ends), ("left", sides), ("bottom", ends), ("right", sides)):
        kept.append(element(f"w:{side}", w=round(width * 56.7), type="dxa"))
    table._tbl.tblPr.insert_element_before(kept, "w:tblLook")


def borders(cell: _Cell, **edges: str) -> None:
    """`top="nil"` and the like, for this cell."""
    kept = OxmlElement("w:tcBorders")
    for edge in ("top", "left", "bottom", "right"):
        if edge in edges:
            kept.append(element(f"w:{edge}", val=edges[edge], sz=4, space=0, color="000000"))
    cell._tc.get_or_add_tcPr().insert_element_before(
        kept, "w:shd", "w:noWrap", "w:tcMar", "w:textDirection", "w:tcFitText", "w:vAlign"
    )


def chinese(document: Document) -> None:
    """Language, fonts and settings of the file; python-docx begins an English one."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    found = next(defaults.iter(qn("w:rFonts")))
    found.attrib.clear()
    spoken = next(defaults.iter(qn("w:lang")))
    spoken.set(qn("w:eastAsia"), "zh-CN")
    spacing = next(defaults.iter(qn("w:spacing")))
    spacing.attrib.clear()
    settings = document.settings.element
    next(settings.iter(qn("w:themeFontLang"))).set(qn("w:eastAsia"), "zh-CN")
    next(settings.iter(qn("w:characterSpacingControl"))).set(qn("w:val"), "compressPunctuation")
    next(settings.iter(qn("w:compatSetting"))).set(qn("w:val"), "15")
    name_fonts(document)


def without_template(document: Document) -> None:
    """What the file of python-docx's template says of itself: styles, thumbnail, dates."""
    for style in list(document.styles.element.style_lst):
        if style.name_val not in KEPT_STYLES:
            document.styles.element.remove(style)
    for rels in (document.part.rels, document.part.package.rels):
        for key, relation in list(rels.items()):
            if relation.reltype.rsplit("/", 1)[1] in LEFT_OUT:
                del rels[key]
    said = document.core_properties._element
    for child in list(said):
        said.remove(child)


def name_fonts(document: Document) -> None:
    rows = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/></w:font>'
        for name, other in OTHER_NAMES.items()
    )
    table = next(
        relation.target_part
        for relation in document.part.rels.values()
        if relation.reltype.endswith("/fontTable")
    )
    table._blob = f"<w:fonts {nsdecls('w')}>{rows}</w:fonts>".encode()
