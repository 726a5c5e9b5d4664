"""The words that were sought, marked in a text; pure."""

import re
from collections.abc import Iterable, Iterator

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from congress.bigrams import Term, folded, is_han

BEFORE, LENGTH = 30, 110
Span = tuple[int, int]


def marked(text: str, terms: Iterable[Term]) -> SafeString:
    """The whole text."""
    return _with_marks(text, spans(text, terms))


def snippet(texts: Iterable[str], terms: tuple[Term, ...]) -> SafeString:
    """The neighbourhood of the first hit in the first text that has one, else how the first text
    begins."""
    tidy = [tidied for text in texts if (tidied := " ".join(text.split()))]
    for text in tidy:
        found = spans(text, terms)
        if found:
            return _window(text, found)
    return _window(tidy[0], []) if tidy else SafeString("")


def spans(text: str, terms: Iterable[Term]) -> list[Span]:
    """Where the terms stand, start ≤ place < end, in order and without overlap."""
    plain, places = _folded_with_places(text)
    found = sorted(
        (places[match.start()], places[match.end() - 1] + 1)
        for term in terms
        for match in _pattern(term).finditer(plain)
    )
    return list(_merged(found))


def _folded_with_places(text: str) -> tuple[str, range | list[int]]:
    """The folded text, and for each of its characters the place in the text."""
    whole = folded(text)
    if len(whole) == len(text):
        return whole, range(len(text))
    pieces = [folded(character) for character in text]
    places = [at for at, piece in enumerate(pieces) for _ in piece]
    return "".join(pieces), places


def _pattern(term: Term) -> re.Pattern[str]:
    """Words of other letters are whole, as they are in the index."""
    other = r"[^\W\u3007\u3400-\u9fff]"
    before = "" if is_han(term.text[0]) else f"(?<!{other})"
    after = "" if is_han(term.text[-1]) else f"(?!{other})"
    return re.compile(before + re.escape(term.text) + after)


def _merged(found: list[Span]) -> Iterator[Span]:
    if not found:
        return
    start, end = found[0]
    for next_start, next_end in found[1:]:
        if next_start > end:
            yield start, end
            start = next_start
        end = max(end, next_end)
    yield start, end


def _window(text: str, found: list[Span]) -> SafeString:
    start = max(found[0][0] - BEFORE, 0) if found else 0
    end = start + LENGTH
    inside = [(a - start, min(b, end) - start) for a, b in found if a < end]
    return format_html(
        "{}{}{}",
        "…" if start else "",
        _with_marks(text[start:end], inside),
        "…" if end < len(text) else "",
    )


def _with_marks(text: str, found: list[Span]) -> SafeString:
    parts: list[tuple[str, SafeString]] = []
    at = 0
    for start, end in found:
        parts.append((text[at:start], format_html("<mark>{}</mark>", text[start:end])))
        at = end
    parts.append((text[at:], SafeString("")))
    return format_html_join("", "{}{}", parts)
