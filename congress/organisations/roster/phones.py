"""Phone numbers as they stand in the cells of a roster."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from congress.files.identity import without_identity
from congress.files.spreadsheets import Cell, text_of
from congress.organisations.phones import MOBILE

LONGEST = 40
APART = re.compile(r"[/、;,|\n\r\\]|(?<=\d)\s*(?:或者?|和|及|以及)\s*(?=\+?\d)")
SCIENTIFIC = re.compile(r"\d+(\.\d+)?[eE]\+?\d+|\d{7,}\.0+")
DASHES = re.compile(r"[-‐-―－—–_~]+")
LANDLINE = re.compile(r"(0(?:10|2\d|[3-9]\d{2}))-?(\d{7,8})(?:[-转](\d{1,5}))?")
LOCAL = re.compile(r"[2-8]\d{6,7}")
SERVICE = re.compile(r"[48]00-?\d{3}-?\d{4}")
SEVERAL = re.compile(r"1[3-9]\d{9}|0(?:10|2\d|[3-9]\d{2})-?\d{7,8}")
OTHER = re.compile(r"[^\d+\-\s转]")


@dataclass(frozen=True)
class Phone:
    """Digits alone (a landline's extension after a dash), or where not `complete` the text as it
    was written."""

    number: str
    complete: bool = True


def phones_in(cells: Iterable[Cell]) -> tuple[Phone, ...]:
    """All numbers of the cells, each once, in their order. Identity numbers are left out."""
    found: dict[str, Phone] = {}
    for cell in cells:
        text = without_identity(unicodedata.normalize("NFKC", _written_out(text_of(cell))))
        for part in APART.split(text):
            for phone in _phones_of(part):
                found.setdefault(phone.number, phone)
    return tuple(found.values())


def _written_out(text: str) -> str:
    """1.3800000001e10 is 13800000001."""
    if not SCIENTIFIC.fullmatch(text):
        return text
    try:
        return str(int(Decimal(text)))
    except (InvalidOperation, ValueError):
        return text


def _phones_of(part: str) -> list[Phone]:
    dashed = DASHES.sub("-", part.replace("分机", "转").replace("(0", "0").replace(")", "-"))
    kept = OTHER.sub(" ", dashed)
    close = re.sub(r"\s+", "", kept).strip("-")
    if not re.search(r"\d", close):
        return []
    number = _number(close)
    if number:
        return [Phone(number)]
    several = SEVERAL.findall(close)
    if len(several) > 1 and sum(len(each) for each in several) == len(close):
        return [Phone(_number(each) or each) for each in several]
    pieces = [piece for piece in (piece.strip("-") for piece in kept.split()) if piece]
    numbers = [_number(piece) for piece in pieces]
    if len(pieces) > 1 and all(numbers):
        return [Phone(number) for number in numbers if number]
    return [Phone(part.strip()[:LONGEST], complete=False)] if digits_in(close) > 4 else []


def _number(text: str) -> str | None:
    """The number in the one form in which numbers are compared, if it is a whole one."""
    digits = re.sub(r"\D", "", text)
    for prefix in ("0086", "86", "0", ""):
        rest = digits.removeprefix(prefix)
        if digits.startswith(prefix) and MOBILE.fullmatch(rest):
            return rest
    landline = LANDLINE.fullmatch(text.removeprefix("+86").removeprefix("-"))
    if landline:
        area, line, extension = landline.groups()
        return f"{area}{line}-{extension}" if extension else f"{area}{line}"
    if LOCAL.fullmatch(text) or LOCAL.fullmatch(text.replace("-", "")):
        return digits
    return digits if SERVICE.fullmatch(text) else None


def digits_in(text: str) -> int:
    return sum(1 for character in text if character.isdigit())


def nearly(written: str, whole: str) -> bool:
    """`written` is `whole` without one of its digits."""
    short = re.sub(r"\D", "", written)
    return len(short) == len(whole) - 1 and any(
        whole[:place] + whole[place + 1 :] == short for place in range(len(whole))
    )
