"""What the standard asks of page and paragraphs, read from the Word file."""

import io
from dataclasses import replace

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from congress.documents import gb9704, letter
from congress.documents.handling_report import handling_report
from congress.documents.reply_letter import reply_letter
from congress.documents.style import MM, STANDARD, DocStyle
from congress.documents.suggestion_list import suggestion_list
from tests.congress.documents.samples import LIST, PAPERS, REPLY, REPORT

LETTERS = {"reply-letter", "refusal-letter"}
FORMS = set(PAPERS) - LETTERS - {"handling-report"}
EAST = qn("w:eastAsia")
ENDS = Mm(0.05)


def opened(file: bytes):
    return Document(io.BytesIO(file))


@pytest.fixture(scope="module")
def papers() -> dict:
    return {name: opened(builder(value)) for name, (_, builder, value) in PAPERS.items()}


@pytest.mark.parametrize("name", PAPERS)
def test_the_page(name: str, papers):
    section = papers[name].sections[0]
    end = 25 if name in FORMS else None
    sizes = [section.page_width, section.page_height, section.left_margin, section.right_margin]
    sizes += [section.top_margin, section.bottom_margin]
    wanted = [210, 297, 28, 26, end or 37, end or 35]
    assert [abs(size - Mm(mm)) < ENDS for size, mm in zip(sizes, wanted, strict=True)] == [True] * 6


@pytest.mark.parametrize("name", PAPERS)
def test_the_grid_has_22_lines(name: str, papers):
    grid = papers[name].sections[0]._sectPr.find(qn("w:docGrid"))
    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("lines", "579")
    assert 22 * 579 <= 225 * MM * 20 < 23 * 579


@pytest.mark.parametrize(
    ("kind", "font", "size", "align", "first", "line"),
    [
        ("公文标题", "方正小标宋简体", 22, ALIGN.CENTER, None, 28.95),
        ("公文正文", "仿宋_GB2312", 16, ALIGN.JUSTIFY, 32, 28.95),
        ("主送机关", "仿宋_GB2312", 16, ALIGN.LEFT, None, 28.95),
        ("发文字号", "仿宋_GB2312", 16, ALIGN.RIGHT, None, 28.95),
        ("落款", "仿宋_GB2312", 16, ALIGN.RIGHT, None, 28.95),
        ("一级标题", "黑体", 16, ALIGN.JUSTIFY, 32, 28.95),
        ("二级标题", "楷体_GB2312", 16, ALIGN.JUSTIFY, 32, 28.95),
        ("抄送机关", "仿宋_GB2312", 14, ALIGN.LEFT, None, 28.95),
        ("公文页码", "宋体", 14, ALIGN.LEFT, None, 18.2),
        ("发文机关标志", "方正小标宋简体", 36, ALIGN.CENTER, None, 44),
        ("表格项目", "黑体", 12, ALIGN.CENTER, None, 16.8),
        ("表格内容", "仿宋_GB2312", 12, ALIGN.LEFT, None, 16.8),
        ("表格正文", "仿宋_GB2312", 14, ALIGN.JUSTIFY, 28, 22.4),
    ],
)
def test_each_kind_of_paragraph(kind, font, size, align, first, line, papers):
    style = papers["reply-letter"].styles[kind]
    kept = style.paragraph_format
    assert style.element.rPr.rFonts.get(EAST) == font
    assert (style.font.size, kept.alignment) == (Pt(size), align)
    assert (kept.first_line_indent, kept.line_spacing.pt) == (first and Pt(first), line)
    assert (kept.space_before, kept.space_after) == (0, 0)


def test_two_characters_are_two_in_word_and_elsewhere(papers):
    found = papers["reply-letter"].styles["公文正文"].element.pPr.ind
    assert (found.get(qn("w:firstLineChars")), found.get(qn("w:firstLine"))) == ("200", "640")


@pytest.mark.parametrize("name", PAPERS)
def test_every_text_is_of_a_kind(name: str, papers):
    """A style of ours, and on every run the mark that makes quotation marks Chinese."""
    paper = papers[name]
    paragraphs = [*paper.paragraphs]
    for table in paper.tables:
        paragraphs += [p for row in table.rows for cell in row.cells for p in cell.paragraphs]
    kinds = {row[0] for row in gb9704.looks(STANDARD)}
    assert {paragraph.style.name for paragraph in paragraphs} <= kinds
    runs = [run for paragraph in paragraphs for run in paragraph.runs if run.text]
    assert {run._element.rPr.rFonts.get(qn("w:hint")) for run in runs} == {"eastAsia"}


def test_the_file_is_chinese(papers):
    paper = papers["reply-letter"]
    assert next(paper.styles.element.iter(qn("w:lang"))).get(EAST) == "zh-CN"
    table = next(
        relation.target_part.blob.decode()
        for relation in paper.part.rels.values()
        if relation.reltype.endswith("/fontTable")
    )
    assert 'w:name="仿宋_GB2312"><w:altName w:val="仿宋"' in table


def test_the_file_says_of_itself_only_its_title(papers):
    paper = papers["reply-letter"]
    said = {child.tag.split("}")[1]: child.text for child in paper.core_properties._element}
    assert said == {
        "title": "关于对石桥镇第十九届人大第二次会议第12号建议的答复",
        "language": "zh-CN",
    }
    rels = [*paper.part.rels.values(), *paper.part.package.rels.values()]
    kinds = {relation.reltype.rsplit("/", 1)[1] for relation in rels}
    assert kinds & {"thumbnail", "stylesWithEffects", "customXml"} == set()


def test_headings_are_recognised(papers):
    kinds = {p.text: p.style.name for p in papers["reply-letter"].paragraphs}
    assert kinds["一、关于渠道现状"] == "一级标题"
    begun = next(p for p in papers["reply-letter"].paragraphs if p.text.startswith("（一）"))
    assert begun.style.name == "公文正文"
    assert begun.runs[0].text == "（一）先修垮塌集中段。"
    assert begun.runs[0]._element.rPr.rFonts.get(EAST) == "楷体_GB2312"


def test_the_date_stands_four_from_the_right_below_its_issuer(papers):
    issuer, on = papers["reply-letter"].paragraphs[-4:-2]
    assert (issuer.text, on.text) == (REPLY.issuer, "2026年6月12日")
    assert on.paragraph_format.right_indent == Pt(4 * 16)
    # 11 characters over 6.5: the issuer begins 2.25 before the date and ends 2.25 after it.
    assert issuer.paragraph_format.right_indent == Pt((4 - 2.25) * 16)
    assert issuer.paragraph_format.keep_with_next is True


def test_the_head_of_a_letter(papers):
    section = papers["reply-letter"].sections[0]
    mark, issuer, rule = section.first_page_header.paragraphs
    assert (mark.text, issuer.text, rule.text) == ("分类：B", REPLY.issuer, "")
    kept = mark.paragraph_format
    air = Pt(36 * 0.1)
    top = section.header_distance + kept.line_spacing + kept.space_after + air
    assert abs(top - Mm(30)) < ENDS
    assert str(issuer.runs[0].font.color.rgb) == "FF0000"
    assert abs(rule.paragraph_format.space_before + air - Mm(4)) < ENDS
    assert sizes(rule) == {"top": "18", "bottom": "6"}
    assert abs(width_of(rule) - Mm(170)) < ENDS * 3


def test_the_foot_of_the_first_page_of_a_letter(papers):
    section = papers["reply-letter"].sections[0]
    (rule,) = section.first_page_footer.paragraphs
    assert section.different_first_page_header_footer is True
    assert abs(section.footer_distance - Mm(20)) < ENDS
    assert (rule.text, sizes(rule)) == ("", {"top": "6", "bottom": "18"})
    assert abs(width_of(rule) - Mm(170)) < ENDS * 3


def sizes(rule) -> dict[str, str]:
    borders = rule._element.pPr.find(qn("w:pBdr"))
    assert {edge.get(qn("w:color")) for edge in borders} == {"FF0000"}
    return {edge.tag.split("}")[1]: edge.get(qn("w:sz")) for edge in borders}


def width_of(rule) -> int:
    kept = rule.paragraph_format
    return Mm(156) - kept.left_indent - kept.right_indent


@pytest.mark.parametrize("name", sorted(set(PAPERS) - {"opinion-form"}))
def test_page_numbers(name: str, papers):
    paper, section = papers[name], papers[name].sections[0]
    assert paper.settings.odd_and_even_pages_header_footer is True
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    assert (odd.alignment, even.alignment) == (ALIGN.RIGHT, ALIGN.LEFT)
    assert {odd.text, even.text} == {"— PAGE —"} or {odd.text, even.text} == {"—  —"}
    raised = sum(p.paragraph_format.line_spacing or 0 for p in section.footer.paragraphs[1:])
    middle = section.footer_distance + raised + Pt(9.1)
    assert abs(section.bottom_margin - middle - Mm(7)) < ENDS


def test_the_copies_lie_at_the_foot_of_their_page(papers):
    line = papers["reply-letter"].paragraphs[-1]
    frame = line._element.pPr.find(qn("w:framePr"))
    assert line.text.startswith("抄送：石桥镇人大主席团、")
    assert (frame.get(qn("w:vAnchor")), frame.get(qn("w:yAlign"))) == ("margin", "bottom")


def test_the_head_of_a_long_table_comes_again(papers):
    first, second = papers["suggestion-list"].tables[0].rows[:2]
    assert first._tr.trPr.find(qn("w:tblHeader")) is not None
    assert second._tr.trPr.find(qn("w:tblHeader")) is None


@pytest.mark.parametrize(("issuer", "size"), [("石桥镇人大", 36), ("云" * 24, 20)])
def test_a_long_issuer_is_set_smaller(issuer: str, size: int):
    paper = letter.begin("函", STANDARD, issuer=issuer, number="〔2026〕1号")
    run = paper.sections[0].first_page_header.paragraphs[1].runs[0]
    assert run.font.size == Pt(size)


def test_a_county_may_have_a_look_of_its_own():
    style = DocStyle(
        title_font="宋体", body_font="方正仿宋_GBK", bottom=27, line_pitch=30, characters=25
    )
    paper = opened(handling_report(REPORT, style))
    body, heading = paper.styles["公文正文"], paper.styles["公文标题"]
    assert (body.element.rPr.rFonts.get(EAST), body.paragraph_format.line_spacing) == (
        "方正仿宋_GBK",
        Pt(30),
    )
    assert heading.element.rPr.rFonts.get(EAST) == "宋体"
    assert abs(paper.sections[0].bottom_margin - Mm(27)) < ENDS


def test_a_paper_without_class_or_copies_leaves_no_mark():
    paper = opened(reply_letter(replace(REPLY, result_class="", copies=(), contact="", phone="")))
    assert paper.sections[0].first_page_header.paragraphs[0].text == ""
    assert paper.paragraphs[-1].text == "2026年6月12日"


def test_an_empty_list_says_so():
    assert "没有代表建议" in opened(suggestion_list(replace(LIST, rows=()))).paragraphs[2].text
