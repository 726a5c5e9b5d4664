"""How much the parts of one Excel file may hold."""

from dataclasses import dataclass, field

from congress.files import refusals

MEGABYTE = 1024 * 1024
MAX_UNPACKED = 64 * MEGABYTE
MAX_SHEETS = 200
MAX_ROW = 20_000
MAX_COLUMN = 200
MAX_CELLS = 400_000
MAX_AREA = 2_000_000
MAX_TEXT = 20_000_000


@dataclass
class Budget:
    """What the parts of one file have used so far; raises `FileRefused` beyond the limits."""

    unpacked: int = 0
    cells: int = 0
    area: int = 0
    text: int = 0
    sheets: int = 0
    shared: list[int] = field(default_factory=list)

    def unpack(self, size: int) -> None:
        self.unpacked += size
        if self.unpacked > MAX_UNPACKED:
            raise refusals.too_large()

    def add_cell(self) -> None:
        self.cells += 1
        if self.cells > MAX_CELLS:
            raise refusals.too_large()

    def add_text(self, length: int) -> None:
        self.text += length
        if self.text > MAX_TEXT:
            raise refusals.too_large()

    def add_area(self, cells: int) -> None:
        """Of sheets, empty cells included, and of merged cells."""
        self.area += cells
        if self.area > MAX_AREA:
            raise refusals.too_large()

    def add_sheet(self) -> None:
        self.sheets += 1
        if self.sheets > MAX_SHEETS:
            raise refusals.too_many_sheets(MAX_SHEETS)
