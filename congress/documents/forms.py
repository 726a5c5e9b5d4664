"""Tables to fill in: rows of labels and values, boxes to tick, lines to write on."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from docx.document import Document as Paper
from docx.enum.table import WD_ALIGN_VERTICAL as VERTICAL
from docx.enum.table import WD_ROW_HEIGHT_RULE as HEIGHT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from congress.documents import gb9704, wordxml
from congress.documents.gb9704 import LABEL, VALUE
from congress.documents.style import DocStyle
from congress.documents.wording import clean, paragraphs

TICKED, EMPTY = "☑", "☐"
TICKS = re.compile(f"([{TICKED}{EMPTY}]+)")
TICK_FONT = "Segoe UI Symbol"
SIDES, ENDS = 1.9, 1.0


@dataclass(frozen=True)
class Cell:
    """`span` in columns; `top` where a text may run over several lines or pages."""

    text: str = ""
    span: int = 1
    kind: str = VALUE
    align: ALIGN | None = None
    top: bool = False


def begin(title: str, style: DocStyle) -> Paper:
    """The paper of a form: as any other, with more room on the page."""
    end = style.form_margin
    return gb9704.begin(title, replace(style, line_pitch=style.line, top=end, bottom=end))


def label(text: str, span: int = 1) -> Cell:
    return Cell(text, span, LABEL)


def middle(text: str, span: int = 1) -> Cell:
    return Cell(text, span, align=ALIGN.CENTER)


def table(paper: Paper, widths: Sequence[float]) -> Table:
    """Without rows yet; `widths` in mm."""
    made = paper.add_table(rows=0, cols=len(widths))
    made.style, made.autofit = "Table Grid", False
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    wordxml.margins(made, SIDES, ENDS)
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(width)
    return made


def row(made: Table, *cells: Cell, height: float = 9, broken: bool = False) -> _Row:
    """`height` in mm is the least; a row that is not `broken` stays on one page."""
    line = made.add_row()
    line.height, line.height_rule = Mm(height), HEIGHT.AT_LEAST
    if not broken:
        wordxml.unbroken(line)
    places, start = list(line.cells), 0
    for cell in cells:
        place = places[start]
        start += cell.span
        fill(place.merge(places[start - 1]) if cell.span > 1 else place, cell)
    return line


def fill(place: _Cell, cell: Cell) -> None:
    place.vertical_alignment = VERTICAL.TOP if cell.top else VERTICAL.CENTER
    paragraph = place.paragraphs[0]
    for number, text in enumerate(paragraphs(cell.text) or [""]):
        if number:
            paragraph = place.add_paragraph()
        paragraph.style = cell.kind
        if cell.align is not None:
            paragraph.alignment = cell.align
        for piece in filter(None, TICKS.split(text)):
            gb9704.write(paragraph, piece)
            if TICKS.match(piece):
                wordxml.fonts(paragraph.runs[-1], TICK_FONT, TICK_FONT)


def ticks(options: Mapping[str, str], chosen: Collection[str]) -> str:
    """A box before each option. ValueError where something is chosen that is no option."""
    unknown = set(chosen) - set(options) - {""}
    if unknown:
        raise ValueError(f"no such option: {unknown}")
    return "　".join(
        f"{TICKED if code in chosen else EMPTY}{words}" for code, words in options.items()
    )


def lines(made: Table, count: int, span: int, height: float = 9.5) -> None:
    """Ruled lines to write on by hand, as rows of the table."""
    for number in range(count):
        line = row(made, Cell(span=span), height=height)
        wordxml.borders(
            line.cells[0],
            top="nil",
            bottom="single" if number == count - 1 else "dotted",
        )


def heading(paper: Paper, name: str, meeting: str = "") -> None:
    """The name of a form, above it the meeting it belongs to."""
    if clean(meeting):
        gb9704.add(paper, gb9704.MEETING, clean(meeting)).alignment = ALIGN.CENTER
    named = gb9704.add(paper, gb9704.TITLE, name).paragraph_format
    named.space_before = named.space_after = Pt(4)


def under_heading(paper: Paper, text: str, align: ALIGN = ALIGN.RIGHT) -> None:
    line = gb9704.add(paper, gb9704.NOTE, text)
    line.alignment, line.paragraph_format.space_after = align, Pt(2)


def headed(place: _Cell, name: str) -> None:
    """The cell's name above its text."""
    heading = place.paragraphs[0].insert_paragraph_before(style=LABEL)
    gb9704.write(heading, name)
    heading.paragraph_format.space_after = Pt(3)


def joint(paper: Paper) -> Paragraph:
    """A little air; two tables with nothing between them would become one."""
    between = gb9704.add(paper, gb9704.NOTE)
    between.paragraph_format.line_spacing = Pt(6)
    return between


def cut_line(paper: Paper, said: str, name: str) -> None:
    """A dashed line with the name of the strip below it; the strip's table comes next."""
    cut = gb9704.add(paper, gb9704.NOTE, said)
    cut.alignment = ALIGN.CENTER
    cut.paragraph_format.space_before = Pt(10)
    wordxml.dashes(cut)
    named = gb9704.add(paper, gb9704.MEETING, name)
    cut.paragraph_format.keep_with_next = named.paragraph_format.keep_with_next = True


def kept_together(made: Table) -> None:
    """The whole table on one page, with what is tied to its first row."""
    for line in list(made.rows)[:-1]:
        for place in line.cells:
            for paragraph in place.paragraphs:
                paragraph.paragraph_format.keep_with_next = True
