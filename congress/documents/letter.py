"""The letter format 信函: issuer and red rules 170 mm wide, the number below at the right."""

from collections.abc import Sequence
from datetime import date

from docx.document import Document as Paper
from docx.shared import Emu, Mm, Pt
from docx.text.paragraph import Paragraph

from congress.documents import gb9704, wordxml
from congress.documents.style import MM, PAGE_WIDTH, DocStyle
from congress.documents.wording import breadth, clean, listed

RULE_WIDTH = 170
CLASS_TOP, CLASS_LINE, ISSUER_TOP, GAP, RULE_FOOT = 17, 6, 30, 4, 20
LARGEST_MARK, MARK_LINE = 36, 1.2
THICK, THIN = 2.25, 0.75


def begin(title: str, style: DocStyle, *, issuer: str, number: str, mark: str = "") -> Paper:
    """A paper with the head of a letter; `mark` stands above it at the right, as a class does."""
    paper = gb9704.begin(title, style)
    section = paper.sections[0]
    section.different_first_page_header_footer = True
    _head(paper, style, clean(issuer), mark)
    foot = section.first_page_footer.paragraphs[0]
    foot.style = paper.styles[gb9704.PAGE]
    section.footer_distance, raised = Mm(RULE_FOOT), section.footer_distance - Mm(RULE_FOOT)
    _rule(foot, style, top=THIN, bottom=THICK)
    gb9704.number_pages(paper)
    for footer in (section.footer, section.even_page_footer):
        _exactly(footer.add_paragraph(style=gb9704.PAGE), raised)
    below = gb9704.add(paper, gb9704.NUMBER, number).paragraph_format
    below.space_before = Pt(max(0, style.body_size * 15 / 8 - style.line))
    return paper


def _head(paper: Paper, style: DocStyle, issuer: str, mark: str) -> None:
    section = paper.sections[0]
    section.header_distance = Mm(CLASS_TOP)
    header = section.first_page_header
    marked = header.paragraphs[0]
    marked.style = paper.styles[gb9704.NUMBER]
    _exactly(gb9704.write(marked, mark), Mm(CLASS_LINE))
    size = min(LARGEST_MARK, int(RULE_WIDTH * MM / max(breadth(issuer), 1)))
    named = gb9704.write(header.add_paragraph(style=gb9704.MARK), issuer)
    run = named.runs[0]
    run.font.size, run.font.color.rgb = Pt(size), gb9704.RED
    _exactly(_stretched(named, style), Pt(size * MARK_LINE))
    air = Pt(size * (MARK_LINE - 1) / 2)
    marked.paragraph_format.space_after = Emu(Mm(ISSUER_TOP - CLASS_TOP - CLASS_LINE) - air)
    ruled = header.add_paragraph(style=gb9704.MARK)
    ruled.paragraph_format.space_before = Emu(Mm(GAP) - air)
    _rule(ruled, style, top=THICK, bottom=THIN)


def _stretched(paragraph: Paragraph, style: DocStyle) -> Paragraph:
    """As wide as the rules: wider than the text on both sides."""
    side = (PAGE_WIDTH - RULE_WIDTH) / 2
    paragraph.paragraph_format.left_indent = Mm(side - style.left)
    paragraph.paragraph_format.right_indent = Mm(side - style.right)
    return paragraph


def _rule(paragraph: Paragraph, style: DocStyle, **edges: float) -> None:
    wordxml.rule(_stretched(paragraph, style), str(gb9704.RED), **edges)
    _exactly(paragraph, Pt(1.5))


def _exactly(paragraph: Paragraph, height: int) -> None:
    paragraph.paragraph_format.line_spacing = Emu(height)


def title(paper: Paper, *pieces: str, style: DocStyle) -> None:
    heading = gb9704.title(paper, *pieces, style=style)
    heading.paragraph_format.space_before = Pt(style.line * 2)


def addressee(paper: Paper, names: str, style: DocStyle) -> None:
    line = gb9704.add(paper, gb9704.ADDRESSEE, f"{names}：")
    line.paragraph_format.space_before = Pt(style.line)


def close(
    paper: Paper,
    style: DocStyle,
    *,
    issuer: str,
    on: date | None,
    contact: str,
    phone: str,
    copies: Sequence[str],
) -> None:
    """Signature, whom to ask, and at the foot of the last page who gets a copy."""
    gb9704.signature(paper, issuer, on)
    gb9704.contact_note(paper, contact, phone)
    if names := listed(copies):
        line = gb9704.add(paper, gb9704.COPIES, f"抄送：{names}。")
        wordxml.at_foot(line, style.width * MM)
