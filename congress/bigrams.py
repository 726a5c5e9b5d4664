"""Chinese text as a search without a dictionary sees it; pure.

A run is a stretch of Han characters or of other letters and digits. A Han run is read as its
overlapping pairs and its last character alone: 调研组 is 调研 研组 组. So a word is found wherever
it stands, and a single character begins a pair or is a last one.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

MAX_TERMS = 20
# No word of any language is longer; PostgreSQL refuses words beyond 2,046 bytes.
MAX_WORD = 64
_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_RUN = re.compile(f"([{_HAN}]+)|[^\\s{_HAN}]+")


class _Folding(dict[int, str]):
    """Full width becomes half width, capitals small; accents go, and marks are spaces."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKD", chr(code)).casefold()
        kept = (
            c for c in unicodedata.normalize("NFKD", plain) if unicodedata.category(c)[0] != "M"
        )
        self[code] = "".join(c if c.isalnum() else " " for c in kept)
        return self[code]


_FOLDING = _Folding()


@dataclass(frozen=True)
class Term:
    """`words` stand side by side where the folded `text` stands; with `prefix` the last word is
    only a beginning."""

    text: str
    words: tuple[str, ...]
    prefix: bool = False

    @property
    def runs(self) -> str:
        return runs(self.text)


def is_han(character: str) -> bool:
    match = _RUN.match(character)
    return bool(match and match[1])


def folded(text: str) -> str:
    """Letters and digits in their plain form, everything else a space."""
    return text.translate(_FOLDING)


def runs(text: str) -> str:
    """The folded runs, a space between each two."""
    return " ".join(match[0] for match in _RUN.finditer(folded(text)))


def words(text: str) -> Iterator[str]:
    """What is indexed of a text, in its order."""
    for match in _RUN.finditer(folded(text)):
        run = match[0]
        if match[1]:
            yield from _pairs(run)
            yield run[-1]
        else:
            yield run[:MAX_WORD]


def terms(query: str) -> tuple[Term, ...]:
    """What a text must hold to be found, each once; none where there are only marks."""
    found = (_term(piece) for piece in folded(query).split())
    return tuple(dict.fromkeys(found))[:MAX_TERMS]


def _term(piece: str) -> Term:
    """All words of the piece but the last character of a Han run at its end, which in the text
    may go on; where that run is one character it is a beginning."""
    found = list(words(piece))
    last = list(_RUN.finditer(piece))[-1]
    if not last[1]:
        return Term(piece, tuple(found))
    if len(last[0]) == 1:
        return Term(piece, tuple(found), prefix=True)
    return Term(piece, tuple(found[:-1]))


def _pairs(run: str) -> Iterator[str]:
    return (run[at : at + 2] for at in range(len(run) - 1))
