"""Clean parts of a Word file as the body of a page."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any
from uuid import uuid4

from django.utils.html import escape

from congress.files.word.parts import Block, Bullets, Heading, Paragraph, Picture, Table
from home.plain.kept import Row

MAX_HEADING = 100
# The editor knows no raised letters: what has a sign of its own gets it.
RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")

# Gives the key of a stored picture, None for one that cannot be shown.
Store = Callable[[Picture], int | None]


def rows_from(blocks: Iterable[Block], store: Store) -> list[Row]:
    """Neighbouring paragraphs and lists are one block."""
    rows: list[Row] = []
    for kind, value in _values(blocks, store):
        if kind == "paragraph" and rows and rows[-1]["type"] == kind:
            rows[-1]["value"] += value
        else:
            rows.append({"type": kind, "value": value, "id": str(uuid4())})
    return rows


def _values(blocks: Iterable[Block], store: Store) -> Iterator[tuple[str, Any]]:
    for block in blocks:
        if isinstance(block, Picture):
            key = store(block)
            if key is not None:
                yield "picture", {"image": key, "alternative": "", "caption": block.caption}
        elif isinstance(block, Heading) and len(block.text) <= MAX_HEADING:
            yield "heading", block.text
        elif isinstance(block, Table):
            yield "table", table_value(block)
        else:
            yield "paragraph", _html(block)


def _html(block: Heading | Paragraph | Bullets) -> str:
    match block:
        case Heading(_, text):
            return f"<p><b>{escape(text)}</b></p>"
        case Paragraph(html):
            return f"<p>{_raised(html)}</p>"
        case Bullets(items):
            return "<ul>{}</ul>".format("".join(f"<li>{_raised(item)}</li>" for item in items))


def _raised(html: str) -> str:
    before, *rest = html.split("<sup>")
    for piece in rest:
        inner, _, after = piece.partition("</sup>")
        before += inner.translate(RAISED) + after
    return before


def table_value(table: Table) -> dict[str, Any]:
    """As Wagtail's table block keeps it: `cell` hides what a merged area covers."""
    areas = [
        {"row": area.row, "col": area.column, "rowspan": area.height, "colspan": area.width}
        for area in table.merged
    ]
    hidden = [
        {"row": row, "col": column, "hidden": True}
        for area in table.merged
        for row in range(area.row, area.row + area.height)
        for column in range(area.column, area.column + area.width)
        if (row, column) != (area.row, area.column)
    ]
    return {
        "data": [list(row) for row in table.rows],
        "table_header_choice": "row" if table.has_head else "neither",
        "first_row_is_table_header": table.has_head,
        "first_col_is_header": False,
        "table_caption": "",
        "cell": hidden,
        "mergeCells": areas,
    }
