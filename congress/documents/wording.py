"""Values as they stand on paper: dates, lists of names, texts that any program may have sent."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

# What no XML file may hold, and marks that turn the direction of writing.
UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff"
    "\ufffe\uffff]"
)
LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")

# 石桥镇第十九届 人民代表大会 第二次会议
MEETING_BREAKS = re.compile("(?<=届)(?=人)|(?<=大会)(?=第)|(?<=人大)(?=第)")


def legal(text: str) -> str:
    """The text as a Word file can hold it, with plain line ends."""
    return UNWRITABLE.sub("", LINE_ENDS.sub("\n", text))


def clean(text: str) -> str:
    return legal(text).strip()


def paragraphs(text: str) -> list[str]:
    """The lines that hold something; the indents people type are left to the style."""
    return [line.strip() for line in clean(text).split("\n") if line.strip()]


def day(on: date | None) -> str:
    """2026年3月5日, or room to write a date by hand."""
    return f"{on.year}年{on.month}月{on.day}日" if on else "　　　　年　　月　　日"


def broken(meeting: str) -> list[str]:
    """The name of a meeting in the pieces between which a title may go to a new line."""
    return MEETING_BREAKS.split(clean(meeting))


def breadth(text: str) -> float:
    """In full-width characters."""
    return sum(1 if unicodedata.east_asian_width(sign) in "WFA" else 0.5 for sign in text)


def listed(names: Iterable[str]) -> str:
    return "、".join(filter(None, map(clean, names)))


def titled(text: str) -> str:
    """In the marks of a title, once: a title that has them keeps its own."""
    text = " ".join(paragraphs(text))
    return text if text.startswith("《") and text.endswith("》") else f"《{text}》"


def share(part: int, whole: int) -> str:
    """A percentage with one decimal; 100% and 0% stay whole and are never a rounded value."""
    if part in (0, whole):
        return f"{100 if part else 0}%"
    return f"{min(max(part / whole * 100, 0.1), 99.9):.1f}%"
