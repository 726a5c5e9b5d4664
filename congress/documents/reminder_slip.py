"""催办单: what a unit still has to reply to, the late ones first; below it the unit's answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from docx.document import Document as Paper
from docx.shared import Pt

from congress.documents import forms, gb9704, wordxml
from congress.documents.forms import Cell, label, middle
from congress.documents.style import STANDARD, DocStyle
from congress.documents.wording import clean, day

NAME = "代表建议、批评和意见催办单"
WIDTHS = (21, 45, 22, 38, 30)
ANSWER_WIDTHS = (26, 52, 26, 52)


@dataclass(frozen=True)
class Owed:
    """A suggestion without its reply; the last day for it is `due`."""

    number: str
    title: str
    lead: str
    due: date


@dataclass(frozen=True)
class ReminderSlip:
    """`reply_by` is the day by which the unit is asked to answer; `number` is the slip's."""

    issuer: str
    to: str
    owed: Sequence[Owed]
    on: date
    number: str = ""
    meeting: str = ""
    reply_by: date | None = None
    contact: str = ""
    phone: str = ""


def reminder_slip(slip: ReminderSlip, style: DocStyle = STANDARD) -> bytes:
    """ValueError where nothing is owed."""
    if not slip.owed:
        raise ValueError("a reminder of nothing")
    paper = forms.begin(f"{NAME}（{clean(slip.to)}）", style)
    forms.heading(paper, NAME, slip.meeting)
    if clean(slip.number):
        forms.under_heading(paper, f"编号：{clean(slip.number)}")
    first = gb9704.add(paper, gb9704.ADDRESSEE, f"{clean(slip.to)}：")
    first.paragraph_format.space_before = Pt(style.line / 3)
    gb9704.body(paper, opening(slip))
    forms.joint(paper)
    made = forms.table(paper, WIDTHS)
    heads = ("建议编号", "建议标题", "领衔代表", "答复期限", "截至本日")
    wordxml.repeated(forms.row(made, *map(label, heads)))
    for owed in sorted(slip.owed, key=lambda owed: owed.due):
        forms.row(
            made,
            *(middle(owed.number), Cell(owed.title), middle(owed.lead)),
            *(middle(day(owed.due)), middle(standing(owed.due, slip.on))),
        )
    forms.joint(paper)
    until = f"于{day(slip.reply_by)}前" if slip.reply_by else ""
    gb9704.body(paper, f"请抓紧与代表联系沟通，依法按期书面答复，并{until}将办理进展填入回执反馈。")
    gb9704.signature(paper, slip.issuer, slip.on, room=1)
    gb9704.contact_note(paper, slip.contact, slip.phone)
    _answer(paper, slip)
    gb9704.number_pages(paper)
    return gb9704.saved(paper)


def standing(due: date, on: date) -> str:
    days = (due - on).days
    if days < 0:
        return f"已逾期{-days}天"
    return f"还有{days}天" if days else "今日到期"


def opening(slip: ReminderSlip) -> str:
    late = sum(owed.due < slip.on for owed in slip.owed)
    count = len(slip.owed)
    said = f"截至{day(slip.on)}，你单位承办的下列{count}件代表建议尚未答复"
    if late == count:
        return f"{said}，{'均' if count > 1 else ''}已超过答复期限。"
    if late:
        return f"{said}，其中{late}件已超过答复期限，{count - late}件尚在期限内。"
    return f"{said}，答复期限见下表。"


def _answer(paper: Paper, slip: ReminderSlip) -> None:
    forms.cut_line(paper, f"（沿虚线剪下，退回{clean(slip.issuer)}）", "催办回执")
    made = forms.table(paper, ANSWER_WIDTHS)
    forms.row(
        made,
        label("承办单位\n（盖章）"),
        Cell(slip.to),
        label("回复日期"),
        middle(day(None)),
        height=11,
    )
    forms.row(made, label("办理进展"), Cell(span=3), height=15)
    forms.row(made, label("拟答复日期"), middle(day(None)), label("经办人电话"), Cell(), height=9)
    forms.kept_together(made)
