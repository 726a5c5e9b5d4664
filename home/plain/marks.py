"""Bold words and links as marks within a line."""

import re

from django.utils.html import escape

BOLD = re.compile(r"\*\*(?=\S)(.{1,400}?)(?<=\S)\*\*")
LINK = re.compile(r"\[([^\[\]]{1,200})\]\(((?:https?://|mailto:)[^\s()<>\"]{1,500})\)")


def html_of(line: str) -> str:
    """What is no mark is text, whatever it looks like."""
    html = LINK.sub(r'<a href="\2">\1</a>', escape(line))
    return BOLD.sub(r"<b>\1</b>", html)


def mark(tag: str, text: str, href: str = "") -> str:
    """The text as it stood within the tag."""
    if tag in ("b", "strong") and text.strip():
        return f"**{text}**"
    return f"[{text}]({href})" if tag == "a" and href else text
