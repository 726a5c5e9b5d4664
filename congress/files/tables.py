"""Registers inside sheets: titles, header, rows, totals and footnotes told apart."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from congress.files.header_rows import find_header
from congress.files.headings import Headings, squeezed
from congress.files.spreadsheets import Cell, Formula, Sheet, is_blank, text_of

SERIAL = "serial"
TITLE = re.compile(
    r"第[一二三四五六七八九十百零〇\d]+届|名册|名单|登记表|登记簿|一览表|汇总表|统计表|台账"
)
TOTAL = re.compile(
    r"(本页|本表|本月|本季度?|本年度?|全年|全[县市区镇乡])?(合计|小计|总计|共计|累计)"
    r"(人数|条数|[:(\d].*)?"
)
TOTAL_OF = re.compile(r".{1,14}(合计|小计|总计|共计)(人数|条数|[:(\d].*)?")
FOOTNOTE = re.compile(
    r"(注|备注|附注|附|说明|填[表报]说明|审[核批签]人?|复核人?|填[表报]人?|填[表报](单位|时间|日期)"
    r"|制表人?|经办人?|联系人|联系电话|(单位|部门)?(主要)?(负责人|领导)|分管领导|签[字章名发]人?|盖章)"
    r"(\([^)]{0,10}\))?(:|$)|[※*]|\((签字|盖章|公章)\)|第\d+页|共\d+页"
)
DAY = re.compile(
    r"[\d一二三四五六七八九〇零○]{2,4}年[\d一二三四五六七八九十]{1,2}月.{0,4}|[\d./-]+"
)
DITTO = frozenset({"同上", "〃", "″", "”", '"', "''", "、、"})


@dataclass(frozen=True)
class Row:
    """`number` counts from 1 as the sheet does. `cells` holds for every column code its filled
    cells in the order of the sheet. `section` is the line between the rows that last stood alone.
    `carried` are the codes whose value comes from a merged cell above. `formulas` are those that
    the file holds no value for. `whole` is every cell but the serial number, also of columns that
    are not read; it is kept only where the headings have a `rest`.
    """

    number: int
    cells: Mapping[str, tuple[Cell, ...]]
    section: str = ""
    carried: frozenset[str] = frozenset()
    formulas: Mapping[str, str] = field(default_factory=dict)
    whole: tuple[str, ...] = ()

    def text(self, code: str, separator: str = " ") -> str:
        texts = dict.fromkeys(text_of(cell) for cell in self.cells.get(code, ()))
        return separator.join(texts)

    def value(self, code: str) -> Cell:
        """The first filled cell, or ""."""
        return next(iter(self.cells.get(code, ())), "")


@dataclass(frozen=True)
class Block:
    """A header with the titles above it and the rows below it."""

    titles: tuple[str, ...]
    columns: Mapping[int, str]
    rows: tuple[Row, ...]

    def has(self, code: str) -> bool:
        return code in self.columns.values()


def read_blocks(sheet: Sheet, headings: Headings) -> tuple[Block, ...]:
    """The registers of a sheet, none where it has no header. A header or a title in the middle
    begins a new block; blank lines, totals, footnotes and lone serial numbers are no rows."""
    return tuple(_Reader(sheet, headings).blocks())


class _Reader:
    def __init__(self, sheet: Sheet, headings: Headings) -> None:
        self.sheet = sheet
        self.headings = headings
        self.columns: Mapping[int, str] = {}
        self.first_row = 0
        self.titles: tuple[str, ...] = ()
        self.new_titles: list[str] = []
        self.rows: list[Row] = []
        self.section = ""
        self.closing = False
        self.above: dict[int, Cell] = {}

    def blocks(self) -> Iterator[Block]:
        for index, cells in enumerate(self.sheet.rows):
            own = {column: cell for column, cell in enumerate(cells) if _is_filled(cell)}
            if index < self.first_row or not own:
                continue
            header = find_header(self.sheet, self.headings, index)
            if header:
                yield from self.close()
                self.columns, self.first_row = header.columns, index + header.height
                self.begin()
            elif not self.columns or self.is_title(own):
                self.new_titles += [text_of(cell) for cell in own.values()]
            elif not self.is_aside(index, own):
                if self.new_titles:
                    yield from self.close()
                    self.begin()
                self.rows.append(self.row(index))
        yield from self.close()

    def close(self) -> Iterator[Block]:
        if self.columns:
            yield Block(self.titles, self.columns, tuple(self.rows))
        self.rows = []

    def begin(self) -> None:
        """What stands between two headers without a title belongs to the titles before."""
        self.titles = tuple(self.new_titles) or self.titles
        self.new_titles, self.section, self.closing, self.above = [], "", False, {}

    def is_title(self, own: Mapping[int, Cell]) -> bool:
        return len(own) == 1 and bool(TITLE.search(squeezed(text_of(*own.values()))))

    def is_aside(self, index: int, own: Mapping[int, Cell]) -> bool:
        """A total, a footnote, a lone serial number, or a line that names what follows."""
        texts = [squeezed(text_of(cell)) for cell in own.values()]
        named = any(self.columns.get(column) == self.headings.key for column in own)
        alone = len(own) == 1
        if any(TOTAL.fullmatch(text) for text in texts[:3]):
            return True
        if TOTAL_OF.fullmatch(texts[0]) and self.is_no_name(next(iter(own)), named):
            return True
        if FOOTNOTE.match(texts[0]) and (not named or len(own) < 3):
            self.closing = True
            return True
        if self.closing and (alone or not named):
            return True
        self.closing = False
        if not alone:
            return False
        return self.stands_alone(index, *own.items())

    def is_no_name(self, first: int, named: bool) -> bool:
        """石桥镇小计 where the unit or the serial number stands."""
        code = self.columns.get(first)
        return code == SERIAL or (not named and code != self.headings.key)

    def stands_alone(self, index: int, only: tuple[int, Cell]) -> bool:
        """A day below a table, a serial number that waits for its row, or the name of a section:
        those stand over several columns or where the serial numbers are."""
        column, cell = only
        text = squeezed(text_of(cell))
        wide = column + 1 < len(self.sheet.rows[index]) and (
            self.sheet.anchor(index, column + 1) == (index, column)
        )
        before = column < min(self.columns) or self.columns.get(column) == SERIAL
        if not wide and not before:
            return "年" in text and bool(DAY.fullmatch(text))
        if isinstance(cell, str) and not DAY.fullmatch(text):
            self.section = text_of(cell)
        return True

    def row(self, index: int) -> Row:
        cells: dict[str, list[Cell]] = {}
        formulas: dict[str, str] = {}
        carried, whole = set(), []
        for column, own in enumerate(self.sheet.rows[index]):
            code = self.columns.get(column)
            if code is None and not self.headings.rest:
                continue
            cell = self.meant(index, column)
            if code != SERIAL:
                whole.append(squeezed(text_of(cell)))
            if code is None or is_blank(cell):
                continue
            if isinstance(cell, Formula):
                formulas |= {} if is_blank(own) else {code: str(cell)}
                continue
            cells.setdefault(code, []).append(cell)
            if is_blank(own):
                carried.add(code)
        return Row(
            index + 1,
            {code: tuple(values) for code, values in cells.items()},
            self.section,
            frozenset(carried),
            formulas,
            tuple(whole) if self.headings.rest else (),
        )

    def meant(self, index: int, column: int) -> Cell:
        """The cell, or what a merged area or a sign of repetition takes from above."""
        cell = self.sheet.rows[index][column]
        if is_blank(cell) and self.sheet.anchor(index, column)[0] >= self.first_row:
            cell = self.sheet.shown_from_above(index, column)
        elif isinstance(cell, str) and cell.strip() in DITTO:
            cell = self.above.get(column, "")
        if not is_blank(cell):
            self.above[column] = cell
        return cell


def _is_filled(cell: Cell) -> bool:
    """A formula without its value fills no cell: it is copied down below the last row."""
    return not is_blank(cell) and not isinstance(cell, Formula)
