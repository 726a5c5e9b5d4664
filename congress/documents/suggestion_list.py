"""建议目录: the catalogue of a session's suggestions, over as many pages as it takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from congress.documents import forms, gb9704, wordxml
from congress.documents.forms import Cell, label, middle
from congress.documents.style import STANDARD, DocStyle
from congress.documents.wording import clean, day

NAME = "代表建议、批评和意见目录"
HEADS = ("建议编号", "提建议人", "建议标题", "承办单位", "备注")
WIDTHS = (21, 30, 53, 31, 21)


@dataclass(frozen=True)
class Listed:
    number: str
    proposer: str
    title: str
    unit: str = ""
    note: str = ""


@dataclass(frozen=True)
class SuggestionList:
    """`rows` stand as they come; `issuer` and `on` say who drew it up and as of which day."""

    meeting: str
    rows: Sequence[Listed]
    issuer: str = ""
    on: date | None = None


def suggestion_list(paper: SuggestionList, style: DocStyle = STANDARD) -> bytes:
    made = forms.begin(f"{clean(paper.meeting)}{NAME}", style)
    forms.heading(made, NAME, paper.meeting)
    forms.under_heading(made, summary(paper))
    table = forms.table(made, WIDTHS)
    wordxml.repeated(forms.row(table, *map(label, HEADS), height=10))
    for row in paper.rows:
        forms.row(
            table,
            *(middle(row.number), Cell(row.proposer), Cell(row.title)),
            *(Cell(row.unit), Cell(row.note)),
        )
    gb9704.number_pages(made)
    return gb9704.saved(made)


def summary(paper: SuggestionList) -> str:
    count = f"共{len(paper.rows)}件" if paper.rows else "没有代表建议"
    until = f"截至{day(paper.on)}" if paper.on else ""
    return "　".join(filter(None, (clean(paper.issuer), until, count)))
