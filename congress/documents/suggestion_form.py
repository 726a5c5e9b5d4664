"""代表建议、批评和意见专用纸, filled in or blank for writing by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from docx.document import Document as Paper
from docx.table import Table

from congress.documents import forms, gb9704
from congress.documents.forms import Cell, label, middle
from congress.documents.style import STANDARD, DocStyle
from congress.documents.wording import clean, day, listed

NAME = "代表建议、批评和意见专用纸"
PUBLICITY = {"full": "同意全文公开", "title_only": "仅同意公开标题", "none": "不同意公开"}
RESEARCH = {"research": "专题调研", "forum": "座谈", "visit": "走访", "other": "其他形式"}
YEARS = {"two": "两年", "three": "三年", "more": "三年以上"}
WISH = {"yes": "希望承办单位加强与代表的联系"}
NO_REPLY = {"yes": "只供工作参考，不需书面答复"}
WIDTHS = (24, 26, 28, 26, 24, 28)
CO_SIGNERS, CAUSE_LINES, ADVICE_LINES = 3, 9, 18
CAUSE, ADVICE = "案由（情况和问题）", "具体建议"


@dataclass(frozen=True)
class Signer:
    name: str = ""
    certificate: str = ""
    phone: str = ""
    address: str = ""
    postcode: str = ""


@dataclass(frozen=True)
class Circumstances:
    """Codes of the tables above: publicity one, research any, years one."""

    publicity: str = ""
    research: Sequence[str] = ()
    years: str = ""
    closer_contact: bool = False
    no_reply_needed: bool = False


NOBODY = Signer()
UNTICKED = Circumstances()


@dataclass(frozen=True)
class SuggestionForm:
    """Without title, cause and advice it is the blank form."""

    meeting: str
    number: str = ""
    title: str = ""
    lead: Signer = NOBODY
    delegation: str = ""
    co_signers: Sequence[Signer] = ()
    circumstances: Circumstances = UNTICKED
    cause: str = ""
    advice: str = ""
    attachments: Sequence[str] = ()
    review_opinion: str = ""
    handling_unit: str = ""
    submitted_on: date | None = None

    @property
    def blank(self) -> bool:
        return not (clean(self.title) or clean(self.cause) or clean(self.advice))


def suggestion_form(form: SuggestionForm, style: DocStyle = STANDARD) -> bytes:
    paper = forms.begin(form.title or NAME, style)
    forms.heading(paper, NAME, form.meeting)
    number = clean(form.number) or "第      号"
    forms.under_heading(paper, f"建议编号：{number}")
    made = forms.table(paper, WIDTHS)
    _people(made, form)
    _circumstances(made, form.circumstances)
    forms.row(made, label("标　　题"), Cell(form.title, 5), height=11)
    if form.blank:
        made = _lines(paper, made)
    else:
        _text(made, form)
    _close(made, form)
    gb9704.number_pages(paper)
    return gb9704.saved(paper)


def _people(made: Table, form: SuggestionForm) -> None:
    lead = form.lead
    forms.row(
        made,
        *(label("领衔代表"), middle(lead.name)),
        *(label("代表证号"), middle(lead.certificate)),
        *(label("联系电话"), middle(lead.phone)),
    )
    forms.row(
        made,
        *(label("通讯地址"), Cell(lead.address, 3)),
        *(label("邮政编码"), middle(lead.postcode)),
    )
    if clean(form.delegation):
        forms.row(made, label("代表团\n（组）"), Cell(form.delegation, 5))
    signers = list(form.co_signers)
    if form.blank:
        signers += [NOBODY] * (CO_SIGNERS - len(signers))
    if not signers:
        forms.row(made, label("附议代表"), Cell("无", 5))
        return
    heads = ("附议代表", "代表证号", "联系电话")
    forms.row(made, *map(label, heads), label("通讯地址", 2), label("邮政编码"))
    for signer in signers:
        plain = (signer.name, signer.certificate, signer.phone)
        forms.row(made, *map(middle, plain), Cell(signer.address, 2), middle(signer.postcode))


def _circumstances(made: Table, found: Circumstances) -> None:
    rows = (
        ("公开意愿", forms.ticks(PUBLICITY, {found.publicity})),
        ("调研形成", forms.ticks(RESEARCH, found.research)),
        ("多年提出\n尚未解决", forms.ticks(YEARS, {found.years})),
        ("有关要求", forms.ticks(WISH, {"yes"} if found.closer_contact else ())),
    )
    for name, text in rows[:-1]:
        forms.row(made, label(name), Cell(text, 5), height=8)
    name, text = rows[-1]
    text += "\n" + forms.ticks(NO_REPLY, {"yes"} if found.no_reply_needed else ())
    forms.row(made, label(name), Cell(text, 5))


def _lines(paper: Paper, made: Table) -> Table:
    """The cause on the first page, the advice on the second, in a table of its own."""
    forms.row(made, Cell(CAUSE, 6, gb9704.LABEL), height=8)
    forms.lines(made, CAUSE_LINES, 6)
    forms.joint(paper).paragraph_format.page_break_before = True
    second = forms.table(paper, WIDTHS)
    forms.row(second, Cell(ADVICE, 6, gb9704.LABEL), height=8)
    forms.lines(second, ADVICE_LINES, 6)
    return second


def _text(made: Table, form: SuggestionForm) -> None:
    for name, text in ((CAUSE, form.cause), (ADVICE, form.advice)):
        line = forms.row(made, Cell(text, 6, gb9704.TEXT, top=True), height=40, broken=True)
        forms.headed(line.cells[0], name)
    if listed(form.attachments):
        forms.row(made, label("附　　件"), Cell("\n".join(form.attachments), 5))


def _close(made: Table, form: SuggestionForm) -> None:
    signed = (label("代表签名"), Cell("", 2), label("提出日期"))
    forms.row(made, *signed, middle(day(form.submitted_on), 2), height=12)
    opinion = Cell(form.review_opinion, 5, top=True)
    forms.row(made, label("审查意见"), opinion, height=24, broken=True)
    forms.row(made, label("承办单位"), Cell(form.handling_unit, 5), height=10)
