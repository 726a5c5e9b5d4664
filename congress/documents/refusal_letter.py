"""不予受理告知书: a letter with the reason, its article and the way that is open instead."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from congress.documents import gb9704, letter
from congress.documents.addressees import named, you
from congress.documents.style import STANDARD, DocStyle
from congress.documents.wording import clean, day, titled


@dataclass(frozen=True)
class RefusalLetter:
    """`reason` reads on after 属于, `article` as 《…》第十二条; `way_on` is a sentence or more."""

    issuer: str
    document_number: str
    deputies: Sequence[str]
    suggestion_title: str
    submitted_on: date
    reason: str
    way_on: str
    on: date
    article: str = ""
    explanation: str = ""
    contact: str = ""
    phone: str = ""
    copies: Sequence[str] = ()


def refusal_letter(paper: RefusalLetter, style: DocStyle = STANDARD) -> bytes:
    subject = titled(paper.suggestion_title)
    made = letter.begin(
        f"关于{subject}不予受理的告知书",
        style,
        issuer=paper.issuer,
        number=paper.document_number,
    )
    letter.title(made, "代表建议、批评和意见", "不予受理告知书", style=style)
    letter.addressee(made, named(paper.deputies), style)
    deputies = you(paper.deputies)
    article = clean(paper.article)
    by = f"根据{article}的规定，" if article else ""
    gb9704.body(
        made,
        f"{deputies}于{day(paper.submitted_on)}提出的{subject}收悉。感谢{deputies}对人大工作的"
        f"关心和支持。经审查，该件属于“{clean(paper.reason)}”，{by}不作为代表建议、批评和意见"
        "受理，现予退回。",
    )
    gb9704.body(made, paper.explanation)
    gb9704.body(made, paper.way_on)
    gb9704.body(made, "特此告知。")
    letter.close(
        made,
        style,
        issuer=paper.issuer,
        on=paper.on,
        contact=paper.contact,
        phone=paper.phone,
        copies=paper.copies,
    )
    return gb9704.saved(made)
