"""A body as plain text."""

from collections.abc import Iterable

from home.plain.bodies import is_heading
from home.plain.kept import KINDS, Row, kept_in
from home.plain.lines import LinesOf


def text_of(rows: Iterable[Row]) -> str:
    rows = list(rows)
    marks = iter(kept_in(rows))
    pieces: list[str] = []
    for row in rows:
        if row["type"] == "heading":
            text = row["value"].strip()
            pieces.append(text if is_heading(text) else f"# {text}")
        elif row["type"] == "paragraph":
            pieces += ["\n".join(group) for group in LinesOf(row["value"]).groups if group]
        else:
            pieces.append(next(marks).mark)
    return "\n\n".join(pieces)


def is_plain(rows: Iterable[Row]) -> bool:
    """Whether plain text can say the whole body."""
    for row in rows:
        if row["type"] == "paragraph" and not LinesOf(row["value"]).is_plain:
            return False
        if row["type"] not in ("paragraph", "heading", *KINDS):
            return False
    return True
