"""A paper by GB/T 9704-2012: page, paragraph styles, title, body, signature, page numbers."""

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from itertools import combinations, pairwise

from docx import Document
from docx.document import Document as Paper
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.parfmt import ParagraphFormat

from congress.documents import wordxml
from congress.documents.style import MM, PAGE_HEIGHT, PAGE_WIDTH, DocStyle
from congress.documents.wording import breadth, clean, day, legal, paragraphs

TITLE, BODY, ADDRESSEE, NUMBER, SIGNATURE = "公文标题", "公文正文", "主送机关", "发文字号", "落款"
FIRST, SECOND, COPIES, PAGE, MARK = "一级标题", "二级标题", "抄送机关", "公文页码", "发文机关标志"
MEETING, GIVEN, LABEL, VALUE = "表单届次", "报告场合", "表格项目", "表格内容"
TEXT, NOTE = "表格正文", "填写说明"

FIRST_LEVEL = re.compile("[一二三四五六七八九十]+、")
SECOND_LEVEL = re.compile("（[一二三四五六七八九十]+）")
LONGEST_HEADING = 32
NUMBER_LINE = 1.3
RED = RGBColor(255, 0, 0)


def looks(style: DocStyle) -> Iterator[tuple[str, str, float, ALIGN, dict[str, float], float]]:
    """Name, font, size, alignment, indents in characters, line pitch of each kind of paragraph."""
    left, right, middle, both = ALIGN.LEFT, ALIGN.RIGHT, ALIGN.CENTER, ALIGN.JUSTIFY
    size, small, line = style.body_size, style.small_size, style.line
    yield TITLE, style.title_font, style.title_size, middle, {}, max(line, style.title_size * 1.3)
    yield BODY, style.body_font, size, both, {"firstLine": 2}, line
    yield ADDRESSEE, style.body_font, size, left, {}, line
    yield NUMBER, style.body_font, size, right, {}, line
    yield SIGNATURE, style.body_font, size, right, {}, line
    yield FIRST, style.heading_font, size, both, {"firstLine": 2}, line
    yield SECOND, style.second_font, size, both, {"firstLine": 2}, line
    yield COPIES, style.body_font, small, left, {"left": 1, "right": 1}, line
    yield PAGE, style.number_font, small, left, {"left": 1, "right": 1}, small * NUMBER_LINE
    yield MARK, style.title_font, 36, middle, {}, 44
    yield MEETING, style.title_font, size, middle, {}, line
    yield GIVEN, style.second_font, size, middle, {}, line
    yield LABEL, style.heading_font, style.form_size, middle, {}, style.form_size * 1.4
    yield VALUE, style.body_font, style.form_size, left, {}, style.form_size * 1.4
    yield TEXT, style.body_font, small, both, {"firstLine": 2}, small * 1.6
    yield NOTE, style.body_font, style.form_size, left, {}, style.form_size * 1.5


def begin(title: str, style: DocStyle) -> Paper:
    """An empty paper with page, grid and styles; `title` is the file's, for whoever lists it."""
    paper = Document()
    wordxml.without_template(paper)
    wordxml.chinese(paper)
    _set_page(paper, style)
    normal = paper.styles["Normal"]
    wordxml.fonts(normal, style.body_font, style.latin_font)
    normal.font.size = Pt(style.body_size)
    wordxml.plain(normal)
    for name, font, size, align, indents, line in looks(style):
        made = paper.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style, made.quick_style = normal, True
        wordxml.fonts(made, font, style.number_font if name == PAGE else style.latin_font)
        made.font.size = Pt(size)
        kept = made.paragraph_format
        kept.alignment, kept.line_spacing = align, Pt(line)
        kept.space_before = kept.space_after = Pt(0)
        for side, count in indents.items():
            _indent(kept, side, count * size)
        wordxml.indent(made, **indents)
        if size == style.body_size:
            wordxml.spaced(made, style.character - size)
    properties = paper.core_properties
    properties.title, properties.language = clean(title)[:255], "zh-CN"
    return paper


def _set_page(paper: Paper, style: DocStyle) -> None:
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(PAGE_WIDTH), Mm(PAGE_HEIGHT)
    section.top_margin, section.bottom_margin = Mm(style.top), Mm(style.bottom)
    section.left_margin, section.right_margin = Mm(style.left), Mm(style.right)
    section.header_distance = Mm(15)
    # The dash of the number lies 7 mm below the text: in the middle of its line.
    section.footer_distance = Mm(style.bottom - 7) - Pt(style.small_size * NUMBER_LINE / 2)
    wordxml.grid(section, style.line)


def _indent(kept: ParagraphFormat, side: str, points: float) -> None:
    names = {"firstLine": "first_line_indent", "left": "left_indent", "right": "right_indent"}
    setattr(kept, names[side], Pt(points))


def saved(paper: Paper) -> bytes:
    stream = BytesIO()
    paper.save(stream)
    return stream.getvalue()


def write(paragraph: Paragraph, text: str) -> Paragraph:
    wordxml.east_asian(paragraph.add_run(legal(text)))
    return paragraph


def add(paper: Paper, kind: str, text: str = "") -> Paragraph:
    return write(paper.add_paragraph(style=kind), text) if text else paper.add_paragraph(style=kind)


def title(paper: Paper, *pieces: str, style: DocStyle) -> Paragraph:
    """In lines that break between the pieces only: as few as can be, and as even as can be."""
    widest = style.width * MM / style.title_size - 1
    return add(paper, TITLE, "\n".join(lines_of([clean(piece) for piece in pieces], widest)))


def lines_of(pieces: list[str], widest: float) -> list[str]:
    pieces = [piece for piece in pieces if piece]
    inner = range(1, len(pieces))
    for breaks in range(len(pieces)):
        splits = [(0, *cut, len(pieces)) for cut in combinations(inner, breaks)]
        found = [["".join(pieces[a:b]) for a, b in pairwise(split)] for split in splits]
        fitting = [lines for lines in found if max(map(breadth, lines)) <= widest]
        if fitting:
            return min(fitting, key=lambda lines: (max(map(breadth, lines)), -breadth(lines[0])))
    return pieces


def body(paper: Paper, text: str) -> None:
    """Paragraphs of the text; 一、 and （一） are set as headings, also where text follows them."""
    for line in paragraphs(text):
        kind = FIRST if FIRST_LEVEL.match(line) else SECOND if SECOND_LEVEL.match(line) else BODY
        head, stop, rest = line.partition("。")
        if kind == BODY or len(head) > LONGEST_HEADING:
            add(paper, BODY, line)
        elif not rest:
            add(paper, kind, line).paragraph_format.keep_with_next = True
        else:
            paragraph = add(paper, BODY, head + stop)
            _as_heading(paper, paragraph, kind)
            write(paragraph, rest)


def _as_heading(paper: Paper, paragraph: Paragraph, kind: str) -> None:
    model = paper.styles[kind]
    font = model.element.rPr.rFonts.get(qn("w:eastAsia"))
    wordxml.fonts(paragraph.runs[0], font, model.font.name)


def signature(paper: Paper, issuer: str, on: date | None, room: int = 2) -> None:
    """Issuer and date with `room` in lines for the seal that goes over both: the date four
    characters from the right, the issuer centred above it. They stay on the page of the last line
    of the text."""
    size = paper.styles[SIGNATURE].font.size.pt
    written, issuer = day(on), clean(issuer)
    wider = (breadth(issuer) - breadth(written)) / 2
    below = max(4.0, wider)
    paper.paragraphs[-1].paragraph_format.keep_with_next = True
    for text, right in (*[("", 0.0)] * room, (issuer, below - wider), (written, below)):
        paragraph = add(paper, SIGNATURE, text)
        paragraph.paragraph_format.right_indent = Pt(right * size)
        paragraph.paragraph_format.keep_with_next = text != written


def contact_note(paper: Paper, contact: str, phone: str) -> None:
    """附注 with whom to ask, where there is anybody."""
    known = (("联系人", clean(contact)), ("联系电话", clean(phone)))
    if asked := "；".join(f"{label}：{value}" for label, value in known if value):
        add(paper, BODY, f"（{asked}）").alignment = ALIGN.LEFT


def number_pages(paper: Paper) -> None:
    """— 1 —, on odd pages at the right, on even ones at the left."""
    section = paper.sections[0]
    paper.settings.odd_and_even_pages_header_footer = True
    number_page(section.footer.paragraphs[0], paper, ALIGN.RIGHT)
    number_page(section.even_page_footer.paragraphs[0], paper, ALIGN.LEFT)


def number_page(paragraph: Paragraph, paper: Paper, side: ALIGN) -> None:
    paragraph.style = paper.styles[PAGE]
    paragraph.alignment = side
    write(paragraph, "— ")
    wordxml.page_field(paragraph)
    write(paragraph, " —")
