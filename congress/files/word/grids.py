"""Tables of Word: merged cells, nested tables, pictures in cells."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from congress.files.word import findings, refusals
from congress.files.word.elements import Element, attribute, child, children, name_of, whole
from congress.files.word.inline import Context
from congress.files.word.lines import Grid, Line, Part
from congress.files.word.parts import Merged, Picture

MAX_COLUMNS = 60
MAX_CELLS = 20_000


class Reader(Protocol):
    context: Context

    def parts(self, parent: Element) -> Iterator[Part]: ...


def grid_of(table: Element, reader: Reader) -> Iterator[Part]:
    """The table; where it only frames something, what it frames."""
    cells, merged, has_head = _Cells(reader).read(table)
    texts = [text for row in cells for text, _ in row if text]
    pictures = [picture for row in cells for _, held in row for picture in held]
    if pictures:
        reader.context.findings.tell(findings.TABLE_PICTURES)
    if pictures and len(texts) <= len(pictures):
        captions = [*texts, *[""] * len(pictures)]
        rows = zip(pictures, captions, strict=False)
        yield from (replace(picture, caption=caption[:200]) for picture, caption in rows)
    elif texts:
        width = max(len(row) for row in cells)
        padded = tuple(tuple(text for text, _ in row) + ("",) * (width - len(row)) for row in cells)
        yield Grid(padded, merged, has_head, tuple(pictures))


class _Cells:
    """Each cell a text and its pictures; an area merged downwards or sideways keeps both in its
    first cell."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.count = 0

    def read(
        self, table: Element
    ) -> tuple[list[list[tuple[str, list[Picture]]]], tuple[Merged, ...], bool]:
        rows: list[list[tuple[str, list[Picture]]]] = []
        areas: dict[tuple[int, int], Merged] = {}
        above: dict[int, tuple[int, int]] = {}
        for element in _rows(table):
            row: list[tuple[str, list[Picture]]] = []
            for cell in _cells(element):
                place = (len(rows), len(row))
                width, vertical = _span(cell)
                goes_on = vertical == "continue" and place[1] in above
                if goes_on:
                    start = above[place[1]]
                    areas[start] = replace(areas[start], height=place[0] - start[0] + 1)
                else:
                    above.pop(place[1], None)
                    areas[place] = Merged(*place, 1, width)
                if vertical == "restart":
                    above[place[1]] = place
                row.append(("", []) if goes_on else self.cell(cell))
                row.extend(("", []) for _ in range(width - 1))
            rows.append(row[:MAX_COLUMNS])
            self.count += len(row)
            if self.count > MAX_CELLS:
                raise refusals.too_long()
        merged = tuple(area for area in areas.values() if area.height > 1 or area.width > 1)
        return rows, merged, not any(area.row == 0 and area.height > 1 for area in merged)

    def cell(self, element: Element) -> tuple[str, list[Picture]]:
        lines, pictures = [], []
        for part in self.reader.parts(element):
            match part:
                case Line():
                    lines.append(part.text)
                case Picture():
                    pictures.append(part)
                case Grid():
                    lines += ["　".join(filter(None, row)) for row in part.rows]
                    pictures += part.pictures
        return "\n".join(lines), pictures


def _rows(table: Element) -> Iterator[Element]:
    """Rows that were deleted in a tracked change are gone."""
    for element in table:
        if name_of(element) in ("w:sdt", "w:sdtContent", "w:ins", "w:customXml"):
            yield from _rows(element)
        elif name_of(element) == "w:tr":
            properties = child(element, "w:trPr")
            if child(properties, "w:del") is None:
                yield element


def _cells(row: Element) -> Iterator[Element]:
    for element in row:
        if name_of(element) in ("w:sdt", "w:sdtContent", "w:customXml"):
            yield from _cells(element)
        elif name_of(element) == "w:tc":
            yield element


def _span(cell: Element) -> tuple[int, str]:
    """Columns, and whether the cell begins or goes on with an area downwards."""
    properties = child(cell, "w:tcPr")
    told = attribute(child(properties, "w:gridSpan"), "val")
    width = min(int(told), MAX_COLUMNS) if whole(told) else 1
    merge = next(children(properties, "w:vMerge"), None)
    if merge is None:
        return max(width, 1), ""
    return max(width, 1), "restart" if attribute(merge, "val") == "restart" else "continue"
