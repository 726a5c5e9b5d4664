"""The title of a text: by style, by face and size, or by its place."""

from dataclasses import dataclass

from congress.files.word.fonts import TITLE, kind_of
from congress.files.word.headings import ends_a_sentence, numbered_level
from congress.files.word.lines import Line, Part

# The first lines of a paper, where a red head and a number may stand before the title.
SEARCHED = 8
LARGE = 18
LONGEST = 80
ATTACHMENT = ("附件", "附：", "附:")


@dataclass(frozen=True)
class Titled:
    """`above` are the lines that stood before the title; `is_certain` is False where it was only
    guessed from its place."""

    title: str
    above: tuple[Line, ...]
    rest: tuple[Part, ...]
    is_certain: bool = True


def with_title(parts: tuple[Part, ...]) -> Titled:
    lines = [n for n, part in enumerate(parts[: SEARCHED * 2]) if isinstance(part, Line)]
    head = list(lines[:SEARCHED])
    for rule in (_by_style, _by_face, _by_size):
        found = next((n for n in head if rule(_line(parts, n))), None)
        if found is not None:
            return _cut(parts, found, rule)
    if head and _may_be_title(_line(parts, head[0])):
        return _cut(parts, head[0], None)
    return Titled("", (), parts, is_certain=False)


def _line(parts: tuple[Part, ...], number: int) -> Line:
    line = parts[number]
    assert isinstance(line, Line)
    return line


def _cut(parts: tuple[Part, ...], first: int, rule) -> Titled:
    """A long title is broken into several lines, and a dash begins its second half."""
    last = first
    while rule and last + 1 < len(parts) and last - first < 3:
        upcoming = parts[last + 1]
        if not isinstance(upcoming, Line) or numbered_level(upcoming.text):
            break
        goes_on = rule(upcoming) or (
            upcoming.align == "center" and upcoming.text.startswith(("—", "-"))
        )
        if not goes_on:
            break
        last += 1
    lines = [_line(parts, number) for number in range(first, last + 1)]
    above = tuple(part for part in parts[:first] if isinstance(part, Line))
    before = tuple(part for part in parts[:first] if not isinstance(part, Line))
    title = "".join(line.text for line in lines)
    return Titled(title, above, (*before, *parts[last + 1 :]), is_certain=rule is not None)


def _by_style(line: Line) -> bool:
    return line.is_title


def _by_face(line: Line) -> bool:
    return kind_of(line.font) == TITLE and line.size >= LARGE and _is_short(line)


def _by_size(line: Line) -> bool:
    large = line.size >= LARGE or line.outline == 1 or (line.is_bold and bool(line.size))
    return line.align == "center" and large and _is_short(line)


def _may_be_title(line: Line) -> bool:
    """A first line that is no sentence."""
    text = line.text
    plain = not numbered_level(text) and not text.startswith(ATTACHMENT)
    return plain and _is_short(line) and not line.is_bullet and not ends_a_sentence(text)


def _is_short(line: Line) -> bool:
    return len(line.text) <= LONGEST and not ends_a_sentence(line.text)
