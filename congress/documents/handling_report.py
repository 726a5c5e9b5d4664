"""建议办理情况报告: the yearly report to the congress, figures as sentences and tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from docx.document import Document as Paper
from docx.shared import Pt
from docx.table import Table

from congress.documents import forms, gb9704, wordxml
from congress.documents import handling_sentences as sentences
from congress.documents.forms import Cell, label, middle
from congress.documents.handling_figures import Figures, Promise, UnitFigures
from congress.documents.style import STANDARD, DocStyle
from congress.documents.wording import broken, clean, day, share

ORDINALS = "一二三四五六七八九"
UNIT_HEADS = ("承办单位", "交办件数", "已答复", "按期答复", "答复率")
UNIT_WIDTHS = (60, 24, 24, 24, 24)
PROMISE_HEADS = ("建议编号", "建议标题", "承办单位", "承诺内容", "承诺时限", "进展")
KEPT = 8
PROMISE_WIDTHS = (21, 26, 24, 26, 38, 21)


@dataclass(frozen=True)
class HandlingReport:
    """`period` begins a sentence: 石桥镇第十九届人大第二次会议以来，. `given_at` is the meeting to
    which the report is made; `promises` is the whole list or nothing (else ValueError); the last
    texts are the office's own, a paragraph a line."""

    issuer: str
    subject: str
    period: str
    on: date
    figures: Figures
    given_at: str = ""
    opening: str = ""
    promises: Sequence[Promise] = ()
    measures: str = ""
    problems: str = ""
    next_steps: str = ""

    def __post_init__(self) -> None:
        if self.promises and len(self.promises) != self.figures.commitments.made:
            raise ValueError("the list of promises is not the number of commitments")


def handling_report(report: HandlingReport, style: DocStyle = STANDARD) -> bytes:
    pieces = ("关于", *broken(report.subject), "代表建议、", "批评和意见", "办理情况的报告")
    paper = gb9704.begin("".join(pieces), style)
    gb9704.title(paper, *pieces, style=style)
    if clean(report.given_at):
        gb9704.add(paper, gb9704.GIVEN, f"——在{clean(report.given_at)}上")
    gb9704.add(paper, gb9704.BODY)
    gb9704.body(paper, report.opening)
    for number, (heading, text, table) in enumerate(parts(report)):
        gb9704.body(paper, f"{ORDINALS[number]}、{heading}")
        gb9704.body(paper, text)
        if table == "units":
            _units(paper, report.figures.units)
        elif table == "promises":
            _promises(paper, report.promises)
        if table:
            forms.joint(paper)
    gb9704.signature(paper, report.issuer, report.on)
    gb9704.number_pages(paper)
    return gb9704.saved(paper)


def parts(report: HandlingReport) -> Iterator[tuple[str, str, str]]:
    """Heading, text and the table below it; a part without text is left out."""
    figures = report.figures
    yield "基本情况", sentences.received(figures, report.period), ""
    if figures.handed_over:
        handled = (sentences.replied(figures, report.on), sentences.classes(figures))
        yield "办理情况", "\n".join(handled), "units" if figures.units else ""
    judged = "\n".join((sentences.ratings(figures.ratings), sentences.rehandled(figures)))
    promised = sentences.commitments(figures.commitments)
    for heading, text, table in (
        ("代表评价情况", judged, ""),
        ("承诺事项落实情况", promised, "promises" if report.promises else ""),
        ("主要做法", report.measures, ""),
        ("存在的问题", report.problems, ""),
        ("下一步打算", report.next_steps, ""),
    ):
        if clean(text):
            yield heading, text, table


def _units(paper: Paper, rows: Sequence[UnitFigures]) -> None:
    table = _table(paper, "各承办单位办理情况", UNIT_WIDTHS, UNIT_HEADS)
    for row in rows:
        part = share(row.replied, row.handed_over) if row.handed_over else "—"
        counts = (str(row.handed_over), str(row.replied), str(row.on_time), part)
        forms.row(table, Cell(row.unit), *map(middle, counts))
    if len(rows) <= KEPT:
        forms.kept_together(table)


def _promises(paper: Paper, rows: Sequence[Promise]) -> None:
    table = _table(paper, "承诺事项清单", PROMISE_WIDTHS, PROMISE_HEADS)
    for row in rows:
        forms.row(
            table,
            *(middle(row.number), Cell(row.title), Cell(row.unit), Cell(row.promise)),
            *(middle(day(row.due)), middle(row.state)),
        )
    if len(rows) <= KEPT:
        forms.kept_together(table)


def _table(paper: Paper, name: str, widths: Sequence[float], heads: Sequence[str]) -> Table:
    caption = gb9704.add(paper, gb9704.LABEL, name)
    caption.paragraph_format.space_before = caption.paragraph_format.space_after = Pt(6)
    caption.paragraph_format.keep_with_next = True
    table = forms.table(paper, widths)
    wordxml.repeated(forms.row(table, *map(label, heads)))
    return table
