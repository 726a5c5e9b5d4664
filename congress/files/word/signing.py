"""Takes the signature out of a text."""

import re
from dataclasses import dataclass, replace

from congress.files.word.lines import Line, Part
from congress.files.word.signatures import AT_END, Signature, signature_of
from congress.files.word.spans import Span, tidy

ATTACHMENT = re.compile(r"附件 ?\d{0,2}[：:]?")
# Lines that may stand below a text: office, day, writer, telephone.
AT_MOST = 5
BELOW_TITLE = 2
LONGEST = 80


@dataclass(frozen=True)
class Signed:
    """`lines` are the texts that were taken out."""

    signature: Signature
    parts: tuple[Part, ...]
    lines: tuple[str, ...]


def without_signature(parts: tuple[Part, ...]) -> Signed:
    """First what stands below the title, then what stands at the end or before the attachments;
    tables and pictures may follow it."""
    head = _below_title(parts)
    rest = parts[len(head) :]
    for end in (len(rest), _attachments(rest)):
        kept, tail = _at_end(rest[:end])
        if tail:
            break
    else:
        kept, tail = _in_last_line(rest[:end])
    found = (*tail, *head)
    signature = Signature()
    for line in found:
        signature = signature.joined(signature_of(line) or Signature())
    return Signed(signature, (*kept, *rest[end:]), found)


def _attachments(parts: tuple[Part, ...]) -> int:
    """Where they begin: a line of its own, 附件1, on a page after the signature."""
    lines = ((n, part.text) for n, part in enumerate(parts) if isinstance(part, Line))
    return next((n for n, text in lines if ATTACHMENT.fullmatch(text)), len(parts))


def _below_title(parts: tuple[Part, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for part in parts[:BELOW_TITLE]:
        if not isinstance(part, Line) or not _stands_apart(part) or not signature_of(part.text):
            break
        found.append(part.text)
    return tuple(found)


def _stands_apart(line: Line) -> bool:
    return line.align in ("center", "right", "end") or line.text[:1] in "（("


def _at_end(parts: tuple[Part, ...]) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    """From the last line upwards, as long as lines are signatures. A bare office counts only
    apart or above a day."""
    places = [n for n, part in enumerate(parts) if isinstance(part, Line)]
    taken: dict[int, str] = {}
    for place in reversed(places[-AT_MOST:]):
        line = parts[place]
        assert isinstance(line, Line)
        signature = signature_of(line.text)
        if signature is None or (not taken and not _fits(line, signature)):
            break
        taken[place] = line.text
    kept = tuple(part for n, part in enumerate(parts) if n not in taken)
    return kept, tuple(taken[place] for place in sorted(taken))


def _fits(line: Line, signature: Signature) -> bool:
    if line.align in ("right", "end", "center") or line.text[:1] in "（(【[":
        return True
    return bool(signature.author or signature.signed_on or signature.dropped)


def _in_last_line(parts: tuple[Part, ...]) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    """（石桥镇人大 周文斌） behind the last sentence."""
    for place in range(len(parts) - 1, -1, -1):
        line = parts[place]
        if isinstance(line, Line):
            start = max(len(line.text) - LONGEST, 0)
            match = AT_END.search(line.text, start)
            if match is None:
                break
            shorter = replace(line, spans=cut(line.spans, match.start()))
            return (*parts[:place], shorter, *parts[place + 1 :]), (match[0],)
    return parts, ()


def cut(spans: tuple[Span, ...], length: int) -> tuple[Span, ...]:
    """The first `length` characters."""
    kept: list[Span] = []
    for span in spans:
        kept.append(replace(span, text=span.text[:length]))
        length -= len(span.text)
        if length <= 0:
            break
    return tidy(kept)
