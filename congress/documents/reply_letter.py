"""答复函: the unit's reply to the deputies, with its class at the top right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from congress.documents import gb9704, letter
from congress.documents.addressees import named, you
from congress.documents.style import STANDARD, DocStyle
from congress.documents.wording import broken, clean, listed, titled


@dataclass(frozen=True)
class ReplyLetter:
    """`meeting` as in 石桥镇第十九届人大第二次会议, `number` as in 第12号; `body` is the text, a
    paragraph a line; `co_units` gave their opinions on it."""

    issuer: str
    document_number: str
    result_class: str
    meeting: str
    number: str
    deputies: Sequence[str]
    suggestion_title: str
    body: str
    on: date
    co_units: Sequence[str] = ()
    contact: str = ""
    phone: str = ""
    copies: Sequence[str] = ()


def reply_letter(paper: ReplyLetter, style: DocStyle = STANDARD) -> bytes:
    pieces = ("关于对", *broken(paper.meeting), clean(paper.number), "建议的答复")
    result = clean(paper.result_class)
    made = letter.begin(
        "".join(pieces),
        style,
        issuer=paper.issuer,
        number=paper.document_number,
        mark=f"分类：{result}" if result else "",
    )
    letter.title(made, *pieces, style=style)
    letter.addressee(made, named(paper.deputies), style)
    units = listed(paper.co_units)
    heard = f"经商{units}，" if units else ""
    gb9704.body(
        made,
        f"{you(paper.deputies)}提出的{titled(paper.suggestion_title)}收悉，{heard}现答复如下：",
    )
    gb9704.body(made, paper.body)
    gb9704.body(made, f"感谢{you(paper.deputies)}对我们工作的关心和支持。")
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
