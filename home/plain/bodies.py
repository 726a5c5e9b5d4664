"""Plain text as a body."""

import re
from collections.abc import Container, Iterator
from uuid import uuid4

from home.plain.kept import MARK, Row
from home.plain.marks import html_of

LONGEST_HEADING = 40
NUMBERED = re.compile(
    r"(第?[一二三四五六七八九十百]{1,4}、|[（(][一二三四五六七八九十百]{1,4}[）)])\S"
)
UNFINISHED = re.compile(r"[。；：，！？,;:!?]$")
HASH = re.compile(r"#{1,4}\s*(\S.*)")
BULLET = re.compile(r"[-•·●▪]\s*(\S.*)")
NUMBER = re.compile(r"\d{1,2}(?:[、．]|\.(?!\d))\s*(\S.*)")
EDGES = " \t\u3000\u00a0\ufeff"
MAX_HEADING = 100


def is_heading(line: str) -> bool:
    """A short line that begins with 一、 or （一） and is no sentence."""
    short = len(line) <= LONGEST_HEADING and not UNFINISHED.search(line)
    return short and bool(NUMBERED.match(line))


def rows_of(text: str, kept: dict[str, Row], gone: Container[str] = ()) -> list[Row]:
    """The body; `kept` are blocks by the names of their marks. What has lost its mark stands at the
    end: only a person who says so removes it, and then its mark, named in `gone`, goes with it."""
    waiting = dict(kept)
    rows: list[Row] = []
    for group in _groups(MARK.sub(lambda mark: "" if mark[1] in gone else mark[0], text)):
        rows += _of_group(group, waiting)
    return _joined([*rows, *waiting.values()])


def _groups(text: str) -> Iterator[list[str]]:
    """Lines that follow each other without an empty one between."""
    group: list[str] = []
    for raw in text.splitlines():
        line = raw.strip(EDGES)
        if line:
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _of_group(lines: list[str], waiting: dict[str, Row]) -> Iterator[Row]:
    numbers = [NUMBER.match(line) for line in lines]
    if len(lines) > 1 and all(numbers):
        yield _paragraph(_list("ol", [match[1] for match in numbers if match]))
        return
    items: list[str] = []
    for line in lines:
        bullet = BULLET.match(line)
        if bullet:
            items.append(bullet[1])
            continue
        if items:
            yield _paragraph(_list("ul", items))
            items = []
        yield _of_line(line, waiting)
    if items:
        yield _paragraph(_list("ul", items))


def _of_line(line: str, waiting: dict[str, Row]) -> Row:
    mark = MARK.fullmatch(line)
    if mark and mark[1] in waiting:
        return waiting.pop(mark[1])
    hashed = HASH.fullmatch(line)
    text = hashed[1] if hashed else line
    if (hashed or is_heading(line)) and len(text) <= MAX_HEADING:
        return {"type": "heading", "value": text, "id": str(uuid4())}
    return _paragraph(f"<p>{html_of(line)}</p>")


def _list(tag: str, items: list[str]) -> str:
    inner = "".join(f"<li>{html_of(item)}</li>" for item in items)
    return f"<{tag}>{inner}</{tag}>"


def _paragraph(html: str) -> Row:
    return {"type": "paragraph", "value": html, "id": str(uuid4())}


def _joined(rows: list[Row]) -> list[Row]:
    """Neighbouring paragraphs are one block, as the editor likes them."""
    joined: list[Row] = []
    for row in rows:
        if joined and row["type"] == joined[-1]["type"] == "paragraph":
            joined[-1] = joined[-1] | {"value": joined[-1]["value"] + row["value"]}
        else:
            joined.append(row)
    return joined
