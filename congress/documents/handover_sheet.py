"""交办单: the presidium hands a suggestion to a unit; below a cut line the unit's receipt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from docx.document import Document as Paper

from congress.documents import forms, gb9704, wordxml
from congress.documents.forms import Cell, label, middle
from congress.documents.style import STANDARD, DocStyle
from congress.documents.wording import clean, day, listed

NAME = "代表建议、批评和意见交办单"
WIDTHS = (24, 57, 24, 51)
DEMAND_WIDTHS = (36, 38, 82)


@dataclass(frozen=True)
class Demand:
    """What the unit has to do, by which day, and why: `ground` is the length with its article."""

    what: str
    due: date
    ground: str = ""


@dataclass(frozen=True)
class HandoverSheet:
    """`to` is the unit that gets this copy; `separate` units each reply by themselves. A number
    that is not known is written by hand."""

    issuer: str
    meeting: str
    number: str
    title: str
    lead: str
    content: str
    lead_units: Sequence[str]
    handed_over_on: date
    lead_phone: str = ""
    lead_address: str = ""
    to: str = ""
    co_signers: Sequence[str] = ()
    co_units: Sequence[str] = ()
    demands: Sequence[Demand] = ()
    remark: str = ""
    contact: str = ""
    phone: str = ""

    @property
    def separate(self) -> bool:
        return len(self.lead_units) > 1


def handover_sheet(sheet: HandoverSheet, style: DocStyle = STANDARD) -> bytes:
    paper = forms.begin(f"{sheet.number}{sheet.title}", style)
    forms.heading(paper, NAME, sheet.meeting)
    forms.under_heading(paper, f"建议编号：{clean(sheet.number)}")
    made = forms.table(paper, WIDTHS)
    forms.row(made, label("建议标题"), Cell(sheet.title, 3), height=11)
    lead = (label("领衔代表"), middle(sheet.lead))
    forms.row(made, *lead, label("联系电话"), middle(sheet.lead_phone))
    if clean(sheet.lead_address):
        forms.row(made, label("通讯地址"), Cell(sheet.lead_address, 3))
    if listed(sheet.co_signers):
        forms.row(made, label("附议代表"), Cell(listed(sheet.co_signers), 3))
    units = "分办单位" if sheet.separate else "主办单位"
    forms.row(made, label(units), Cell(listed(sheet.lead_units), 3))
    if listed(sheet.co_units):
        forms.row(made, label("会办单位"), Cell(listed(sheet.co_units), 3))
    content = Cell(sheet.content, 3, gb9704.TEXT, top=True)
    forms.row(made, label("建议内容"), content, height=30, broken=True)
    _demands(paper, sheet)
    _seal(paper, sheet)
    _receipt(paper, sheet)
    gb9704.number_pages(paper)
    return gb9704.saved(paper)


def _demands(paper: Paper, sheet: HandoverSheet) -> None:
    if not sheet.demands:
        return
    forms.joint(paper)
    made = forms.table(paper, DEMAND_WIDTHS)
    wordxml.repeated(forms.row(made, label("办理要求"), label("最迟日期"), label("期限与依据")))
    for demand in sheet.demands:
        forms.row(made, Cell(demand.what), middle(day(demand.due)), Cell(demand.ground))


def _seal(paper: Paper, sheet: HandoverSheet) -> None:
    forms.joint(paper)
    made = forms.table(paper, WIDTHS)
    contact = clean(sheet.contact)
    asked = f"交办机构联系{f'人：{contact}　' if contact else '电话：'}{clean(sheet.phone)}"
    remark = "\n".join(filter(None, (clean(sheet.remark), asked)))
    forms.row(made, label("备　　注"), Cell(remark, 3))
    when = middle(day(sheet.handed_over_on))
    seal = (label("交办机构\n（盖章）"), middle(sheet.issuer))
    forms.row(made, *seal, label("交办日期"), when, height=32)


def _receipt(paper: Paper, sheet: HandoverSheet) -> None:
    forms.cut_line(paper, "（沿虚线剪下，签收后退回交办机构）", "签收回执")
    made = forms.table(paper, WIDTHS)
    forms.row(
        made,
        label("建议编号"),
        middle(sheet.number),
        label("交办日期"),
        middle(day(sheet.handed_over_on)),
    )
    forms.row(made, label("建议标题"), Cell(sheet.title, 3))
    forms.row(
        made,
        label("签收单位\n（盖章）"),
        Cell(sheet.to),
        label("签收日期"),
        middle(day(None)),
        height=14,
    )
    forms.row(made, label("签 收 人"), Cell(), label("联系电话"), Cell(), height=10)
    forms.kept_together(made)
