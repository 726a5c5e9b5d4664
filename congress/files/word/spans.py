"""Pieces of text that still know how they looked."""

import re
from dataclasses import dataclass, replace
from itertools import groupby

from django.utils.html import escape

EDGES = " \t\r\n\u3000\u00a0\u200b\ufeff"
INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad\x00-\x08\x0b\x0c\x0e-\x1f]")
GAP = re.compile(r"[ \t\u00a0\u3000]{2,}|[\t\u00a0]")
SCHEMES = ("http://", "https://", "mailto:")


@dataclass(frozen=True)
class Span:
    """A piece of text of one look; `link` is an address outside, or empty."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False
    link: str = ""
    font: str = ""
    size: float = 0

    def html(self) -> str:
        text: str = escape(self.text)
        if self.raised:
            text = f"<sup>{text}</sup>"
        if self.italic:
            text = f"<i>{text}</i>"
        if self.bold:
            text = f"<b>{text}</b>"
        if self.link.lower().startswith(SCHEMES):
            text = f'<a href="{escape(self.link)}">{text}</a>'
        return text


def tidy(spans: list[Span]) -> tuple[Span, ...]:
    """Without spaces at the ends, which indented or centred the line, and with single spaces
    within; neighbours of one look are one."""
    joined: list[Span] = []
    for look, same in groupby(spans, lambda span: replace(span, text="")):
        text = "".join(span.text for span in same)
        joined.append(replace(look, text=GAP.sub(" ", INVISIBLE.sub("", text))))
    first = next((n for n, span in enumerate(joined) if span.text.strip(EDGES)), len(joined))
    del joined[:first]
    while joined and not joined[-1].text.strip(EDGES):
        del joined[-1]
    if joined:
        joined[0] = replace(joined[0], text=joined[0].text.lstrip(EDGES))
        joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip(EDGES))
    return tuple(joined)
