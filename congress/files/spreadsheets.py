"""Excel files as offices hand them in: opened safely, read as frozen sheets."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path
from typing import BinaryIO
from xml.parsers import expat

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from congress.files import refusals
from congress.files.excel_budget import MEGABYTE
from congress.files.excel_formulas import Places, formulas_without_value
from congress.files.excel_package import check_package

MAX_MEGABYTES = 20

Cell = str | int | float | bool | date | datetime | time | timedelta
Merged = tuple[tuple[int, int], tuple[int, int]]

SPACES = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")
NO_FORMULAS: Places = {}
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Formula(str):
    """A formula of which the file holds no value, as written: =5+5."""

    __slots__ = ()


@dataclass(frozen=True)
class Sheet:
    """`rows[0]` is row 1 of the sheet and all rows are equally long; an empty cell is "".

    `merged` are first and last cell of each merged area, both counted from 0 and included.
    """

    name: str
    hidden: bool
    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[Merged, ...] = ()

    @cached_property
    def _anchors(self) -> dict[tuple[int, int], tuple[int, int]]:
        height, width = len(self.rows), len(self.rows[0]) if self.rows else 0
        return {
            (row, column): (top, left)
            for (top, left), (bottom, right) in self.merged
            for row in range(top, min(bottom + 1, height))
            for column in range(left, min(right + 1, width))
        }

    def anchor(self, row: int, column: int) -> tuple[int, int]:
        """The cell whose value the cell shows: the first of its merged area, or itself."""
        return self._anchors.get((row, column), (row, column))

    def shown(self, row: int, column: int) -> Cell:
        top, left = self.anchor(row, column)
        return self.rows[top][left]

    def shown_from_above(self, row: int, column: int) -> Cell:
        """The cell's own value, or that of its merged area where the area begins in the same
        column; what is merged sideways belongs to its first column alone."""
        top, left = self.anchor(row, column)
        return self.rows[top][left] if left == column else self.rows[row][column]


def read_workbook(file: BinaryIO) -> tuple[Sheet, ...]:
    """All sheets with cells, in the file's order. Raises `FileRefused` before anything is parsed
    where the file is too big, hostile or no .xlsx file."""
    content = _content(file)
    check_package(content)
    try:
        formulas = formulas_without_value(content)
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            return tuple(_sheets(workbook, formulas))
    except PasswordError as error:
        raise refusals.has_password() from error
    except (CalamineError, expat.ExpatError, KeyError, OSError, ValueError) as error:
        raise refusals.damaged() from error


def read_path(path: Path) -> tuple[Sheet, ...]:
    """As `read_workbook`; raises `FileRefused` where there is no such file, or none to read."""
    try:
        if not path.is_file():
            raise refusals.missing()
        content = _content_of(path)
    except OSError as error:
        raise refusals.unreadable() from error
    return read_workbook(io.BytesIO(content))


def _content_of(path: Path) -> bytes:
    with path.open("rb") as file:
        return _content(file)


def _content(file: BinaryIO) -> bytes:
    size = file.seek(0, io.SEEK_END)
    if size > MAX_MEGABYTES * MEGABYTE:
        raise refusals.too_big(MAX_MEGABYTES)
    if not size:
        raise refusals.empty()
    file.seek(0)
    return file.read()


def _sheets(workbook: CalamineWorkbook, formulas: dict[str, Places]) -> Iterator[Sheet]:
    for number, meta in enumerate(workbook.sheets_metadata):
        if meta.typ is not SheetTypeEnum.WorkSheet:
            continue
        sheet = workbook.get_sheet_by_index(number)
        rows = sheet.to_python(skip_empty_area=False)
        if rows:
            yield Sheet(
                name=meta.name,
                hidden=meta.visible is not SheetVisibleEnum.Visible,
                rows=_with_formulas(rows, formulas.get(meta.name, NO_FORMULAS)),
                merged=tuple(sheet.merged_cell_ranges or ()),
            )


def _with_formulas(rows: list[list[Cell]], formulas: Places) -> tuple[tuple[Cell, ...], ...]:
    """What stands beyond the last value belongs to no row."""
    for (row, column), formula in formulas.items():
        if row < len(rows) and column < len(rows[row]) and is_blank(rows[row][column]):
            rows[row][column] = Formula(formula)
    return tuple(tuple(row) for row in rows)


def text_of(cell: Cell) -> str:
    """The cell as a person reads it: whole numbers without a fraction, no spaces around."""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return CONTROLS.sub("", str(cell)).strip().strip("\u200b\ufeff")


def compact(text: str) -> str:
    """Without any space."""
    return SPACES.sub("", text)


def is_blank(cell: Cell) -> bool:
    return isinstance(cell, str) and not compact(cell)
