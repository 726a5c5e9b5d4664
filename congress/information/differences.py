"""What changed between two rounds of a text: pure arithmetic on clauses."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

CLAUSE = re.compile(r"[^。！？；，、：\n]*[。！？；，、：\n]?")


@dataclass(frozen=True)
class Piece:
    """`kind` is same, gone or new."""

    kind: str
    text: str


def differences(old: str, new: str) -> list[Piece]:
    """The pieces in reading order; the new text is all that is not gone, the old all that is not
    new."""
    before, after = _clauses(old), _clauses(new)
    pieces: list[Piece] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for what, i, j, k, end in matcher.get_opcodes():
        if what == "equal":
            pieces.append(Piece("same", "".join(before[i:j])))
            continue
        if j > i:
            pieces.append(Piece("gone", "".join(before[i:j])))
        if end > k:
            pieces.append(Piece("new", "".join(after[k:end])))
    return pieces


def _clauses(text: str) -> list[str]:
    return [clause for clause in CLAUSE.findall(text.replace("\r\n", "\n")) if clause]
