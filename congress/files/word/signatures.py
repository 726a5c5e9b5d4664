"""Who wrote it: the lines at the end, or below the title, that name office, person and day."""

import re
from dataclasses import dataclass, field, replace
from datetime import date

from congress.files.numerals import number_of
from congress.files.word.spans import EDGES

OFFICE = (
    r"[一-鿿]{2,30}?(?:人民代表大会常务委员会|人民代表大会|人大常委会|人大主席团|人大工委|人大办|人大|主席团"
    r"|常委会|代工委|工作委员会|委员会|人民政府|政府|党委|办事处|办公室|工委|联络站|代表站)(?:办公室)?"
)
NAME = r"[一-鿿]{1,4}(?:·[一-鿿]{1,6})?"
NAMES = rf"{NAME}(?:[ 、，,/]+{NAME}){{0,4}}"
UNITS = "供稿单位|报送单位|来稿单位|撰稿单位|单位|来源"
PEOPLE = "供稿人|供稿|撰稿人|撰稿|来稿|作者|通讯员|记者|起草人|执笔|联系人"
PHONES = "联系电话|联系方式|手机号码|手机|电话"
OTHERS = "审核人|审核|审稿|签发人|签发|编辑|责任编辑|校对"
LABEL = re.compile(rf"({UNITS}|{PEOPLE}|{PHONES}|{OTHERS})(?:[：:] *| +)")
BRACKETS = re.compile(r"[（(【\[](.*)[）)】\]]")
SIGNED = re.compile(rf"({OFFICE})(?:[ ：:、]+(?:(?:{PEOPLE})[ ：:]*)?({NAMES}))?")
DAY = re.compile(
    r"(\d{4}|[〇零○一二三四五六七八九]{4}) ?年 ?(\d{1,2}|[一二三十]{1,3}) ?月 ?"
    r"(\d{1,2}|[一二三四五六七八九十]{1,3}) ?日"
)
AT_END = re.compile(rf"[（(](?:{OFFICE})[ 　]+(?:{NAMES})[）)]$")
GAPS = re.compile(rf"[{EDGES}]+")
# A name in print is often spread: 李  明.
SPREAD = re.compile(r"(?<![一-鿿])([一-鿿]) ([一-鿿])(?![一-鿿])")


@dataclass(frozen=True)
class Signature:
    """`dropped` are the words that found no field, such as a telephone number."""

    source: str = ""
    author: str = ""
    signed_on: date | None = None
    dropped: tuple[str, ...] = field(default=())

    def joined(self, other: "Signature") -> "Signature":
        """What the other adds; each field has its first value."""
        return Signature(
            self.source or other.source,
            self.author or other.author,
            self.signed_on or other.signed_on,
            (*self.dropped, *other.dropped),
        )


def signature_of(text: str) -> Signature | None:
    """None where the line is no signature. A bare office or a bare day is one: whether the place
    of the line fits must be asked as well."""
    plain = GAPS.sub(" ", text).strip()
    inner = BRACKETS.fullmatch(plain)
    plain = SPREAD.sub(r"\1\2", inner[1].strip() if inner else plain)
    if LABEL.match(plain):
        return _labelled(plain)
    day = DAY.search(plain)
    rest = DAY.sub("", plain).strip(" ，、")
    signed_on = _day(day) if day else None
    if day and not rest:
        return Signature(signed_on=signed_on) if signed_on else None
    signed = SIGNED.fullmatch(rest)
    if signed:
        return Signature(signed[1], _names(signed[2]), signed_on)
    return None


def _labelled(text: str) -> Signature | None:
    found = Signature()
    rows = list(LABEL.finditer(text))
    for number, row in enumerate(rows):
        end = rows[number + 1].start() if number + 1 < len(rows) else len(text)
        value = text[row.end() : end].strip(" ，,；;、")
        if len(value) > 40:
            return None
        found = found.joined(_of_label(row[1], value))
    return found


def _of_label(label: str, value: str) -> Signature:
    if re.fullmatch(UNITS, label):
        return Signature(source=value)
    if re.fullmatch(PEOPLE, label):
        signed = SIGNED.fullmatch(value)
        return Signature(signed[1], _names(signed[2])) if signed else Signature(author=value)
    return Signature(dropped=(f"{label}：{value}",))


def _names(text: str | None) -> str:
    return "、".join(re.split(r"[ 、，,/]+", text)) if text else ""


def _day(match: re.Match[str]) -> date | None:
    try:
        year, month, day = (number_of(part.replace("○", "〇")) for part in match.groups())
        if not match[1].isdigit():
            year = int("".join(str(number_of(numeral)) for numeral in match[1]))
        return date(year, month, day)
    except ValueError:
        return None


def shortened(signature: Signature) -> Signature:
    """As long as the fields of a page hold."""
    return replace(signature, source=signature.source[:60], author=signature.author[:60])
