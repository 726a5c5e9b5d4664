"""征询意见表 in duplicate: the deputy's judgement of a reply, one copy back to the congress."""

from dataclasses import dataclass
from datetime import date

from docx.document import Document as Paper
from docx.shared import Pt

from congress.documents import forms, gb9704
from congress.documents.forms import Cell, label, middle
from congress.documents.style import STANDARD, DocStyle
from congress.documents.wording import clean, day

NAME = "代表建议办理情况征询意见表"
NOTE = (
    "说明：请在选定的“□”内打“√”；对办理结果不满意的，请写明具体意见。本表由代表本人"
    "填写，不由承办单位代填。"
)
RATINGS = {
    "satisfied": "满意",
    "basically_satisfied": "基本满意",
    "dissatisfied": "不满意",
}
RECEIVED = {"yes": "已收到", "no": "未收到"}
WIDTHS = (30, 42, 26, 58)


@dataclass(frozen=True)
class OpinionForm:
    """The four aspects are codes of RATINGS, or empty for the deputy to tick by hand; `received`
    is one of RECEIVED. `result_class` is the letter alone. `return_to` gets the first copy, the
    unit the second."""

    meeting: str
    number: str
    title: str
    lead: str
    unit: str
    return_to: str
    replied_on: date | None = None
    result_class: str = ""
    received: str = ""
    consultation: str = ""
    attitude: str = ""
    reply: str = ""
    result: str = ""
    opinion: str = ""
    signed_on: date | None = None
    address: str = ""
    phone: str = ""
    return_by: date | None = None


def opinion_form(form: OpinionForm, style: DocStyle = STANDARD) -> bytes:
    paper = forms.begin(f"{NAME}（{clean(form.number)}）", style)
    until = f"（请于{day(form.return_by)}前）" if form.return_by else ""
    _copy(paper, form, f"第一联　填写后{until}交回{clean(form.return_to)}")
    _copy(paper, form, f"第二联　填写后交{clean(form.unit)}", again=True)
    return gb9704.saved(paper)


def _copy(paper: Paper, form: OpinionForm, to: str, again: bool = False) -> None:
    first = gb9704.add(paper, gb9704.NOTE, to)
    first.paragraph_format.page_break_before = again
    forms.heading(paper, NAME, form.meeting)
    forms.under_heading(paper, f"建议编号：{clean(form.number)}")
    made = forms.table(paper, WIDTHS)
    forms.row(made, label("建议标题"), Cell(form.title, 3), height=12)
    forms.row(made, label("领衔代表"), middle(form.lead), label("主办单位"), middle(form.unit))
    forms.row(made, label("联系电话"), middle(form.phone), label("通讯地址"), Cell(form.address))
    said = clean(form.result_class) or "　　"
    forms.row(
        made,
        *(label("答复日期"), middle(day(form.replied_on)), label("答复分类")),
        middle(f"{said}类"),
    )
    forms.row(made, label("是否收到答复"), middle(forms.ticks(RECEIVED, {form.received}), 3))
    forms.row(made, label("评价内容"), label("评　　价", 3))
    for name, code in (
        ("面商沟通", form.consultation),
        ("办理态度", form.attitude),
        ("答复内容", form.reply),
        ("办理结果", form.result),
    ):
        forms.row(made, label(name), middle(forms.ticks(RATINGS, {code}), 3), height=11)
    forms.row(
        made, label("具体意见\n和建议"), Cell(form.opinion, 3, top=True), height=66, broken=True
    )
    forms.row(
        made, label("代表签名"), Cell(), label("签名日期"), middle(day(form.signed_on)), height=13
    )
    gb9704.add(paper, gb9704.NOTE, NOTE).paragraph_format.space_before = Pt(4)
