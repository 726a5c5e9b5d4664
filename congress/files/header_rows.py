"""The header of a register, on one row or on several."""

from collections.abc import Mapping
from dataclasses import dataclass

from congress.files.headings import Headings
from congress.files.spreadsheets import Sheet, is_blank, text_of

MOST_ROWS = 3
SECOND_HALVES = frozenset({"号码", "名称", "方式", "时间", "日期", "年月", "单位", "职务", "情况"})


@dataclass(frozen=True)
class Header:
    """The code of every column that is read, and how many rows the header takes from its own."""

    columns: Mapping[int, str]
    height: int


def find_header(sheet: Sheet, headings: Headings, index: int) -> Header | None:
    """The header whose key heading stands in row `index`, counted from 0."""
    row = sheet.rows[index]
    if not any(isinstance(cell, str) and headings.is_key(cell) for cell in row):
        return None
    height = _height(sheet, headings, index)
    found = {
        column: _recognise(headings, _candidates(sheet, index, height, column))
        for column in range(len(row))
    }
    if sum(1 for match in found.values() if match) < 2:
        return None
    filled = {
        column: match
        for column, match in found.items()
        if match or _has_text(sheet, index, height, column)
    }
    return Header(headings.assign(filled), height)


def _recognise(headings: Headings, candidates: list[str]) -> tuple[str, int] | None:
    for text in candidates:
        match = headings.recognise(text)
        if match:
            return match
    return None


def _candidates(sheet: Sheet, index: int, height: int, column: int) -> list[str]:
    """What the heading may be: with the words below it, those words alone, or the heading itself,
    alone and after the words that stand above several columns."""
    main = text_of(sheet.shown(index, column))
    below = _below(sheet, index, height, column)
    if below:
        return [main + below, below]
    return [main, _above(sheet, index, column) + main] if main else []


def _below(sheet: Sheet, index: int, height: int, column: int) -> str:
    texts = [
        text_of(sheet.shown(row, column))
        for row in range(index + 1, index + height)
        if sheet.anchor(row, column)[0] > index
    ]
    return "".join(dict.fromkeys(texts))


def _above(sheet: Sheet, index: int, column: int) -> str:
    """Words above that are merged over a part of the columns."""
    if index == 0:
        return ""
    place = sheet.anchor(index - 1, column)
    width = len(sheet.rows[index])
    covered = sum(1 for other in range(width) if sheet.anchor(index - 1, other) == place)
    return text_of(sheet.shown(index - 1, column)) if 1 < covered < width - 1 else ""


def _has_text(sheet: Sheet, index: int, height: int, column: int) -> bool:
    return any(text_of(sheet.shown(row, column)) for row in range(index, index + height))


def _height(sheet: Sheet, headings: Headings, index: int) -> int:
    last = index
    while last - index + 1 < MOST_ROWS and last + 1 < len(sheet.rows):
        if not (
            _hangs_down(sheet, index, last + 1) or _continues(sheet, headings, index, last + 1)
        ):
            break
        last += 1
    return last - index + 1


def _hangs_down(sheet: Sheet, index: int, row: int) -> bool:
    """A heading is merged downwards into `row`."""
    return any(
        sheet.anchor(row, column)[0] == index and not is_blank(sheet.shown(row, column))
        for column in range(len(sheet.rows[row]))
    )


def _continues(sheet: Sheet, headings: Headings, index: int, row: int) -> bool:
    """Every filled cell of `row` is a heading or the second half of one (出生 over 年月), and the
    key column is empty there. A row with a digit is none."""
    filled = [(column, cell) for column, cell in enumerate(sheet.rows[row]) if not is_blank(cell)]
    for column, cell in filled:
        main, text = text_of(sheet.shown(index, column)), text_of(cell)
        if headings.is_key(main) or any(character.isdigit() for character in text):
            return False
        halves = not headings.recognise(main) and headings.recognise(main + text)
        if text not in SECOND_HALVES and not halves and not headings.recognise(text):
            return False
    return bool(filled)
