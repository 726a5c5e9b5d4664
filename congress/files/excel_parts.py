"""Readers of the parts of an .xlsx file that keep nothing but counts."""

import re
from xml.parsers import expat

from congress.files import refusals
from congress.files.excel_budget import MAX_COLUMN, MAX_ROW, Budget

CELL = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
FORBIDDEN_ROOTS = ("macrosheet", "dialogsheet")
QUOTED = re.compile(r'"[^"]*"')
# Other files and programs (DDE), the web, code. A sum at the foot of a table is none of these.
REACHES_OUT = re.compile(
    r"\||\[\d+\]|\b(CALL|DDE|EXEC|FILTERXML|HYPERLINK|IMAGE|IMPORT\w+|REGISTER|RTD|WEBSERVICE)\b",
    re.IGNORECASE,
)


class PartReader:
    """Reads a part by its root element, whatever its name. A document type, with which entities
    could be declared, is refused."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.row = 0
        self.column = 0
        self.height = 0
        self.width = 0
        self.points_at_shared = False
        self.text: list[str] | None = None
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self.refuse
        self.parser.StartElementHandler = self.start_root

    def feed(self, piece: bytes, *, last: bool = False) -> None:
        """Raises `FileRefused`, `expat.ExpatError` or `ValueError`."""
        self.parser.Parse(piece, last)
        if last:
            self.budget.add_area(self.height * self.width)

    def refuse(self, *declaration: object) -> None:
        raise refusals.damaged()

    def start_root(self, name: str, attributes: dict[str, str]) -> None:
        root = local(name)
        if root.lower() in FORBIDDEN_ROOTS:
            raise refusals.has_macros()
        kinds = {
            "Types": (self.start_in_types, None, None),
            "workbook": (self.start_in_workbook, None, None),
            "sst": (self.start_in_shared, None, self.text_in_shared),
            "worksheet": (self.start_in_sheet, self.end_in_sheet, self.text_in_sheet),
        }
        start, end, text = kinds.get(root, (None, None, None))
        self.parser.StartElementHandler = start
        self.parser.EndElementHandler = end
        self.parser.CharacterDataHandler = text

    def start_in_types(self, name: str, attributes: dict[str, str]) -> None:
        if "macroenabled" in attributes.get("ContentType", "").lower():
            raise refusals.has_macros()

    def start_in_workbook(self, name: str, attributes: dict[str, str]) -> None:
        if local(name) == "sheet":
            self.budget.add_sheet()

    def start_in_shared(self, name: str, attributes: dict[str, str]) -> None:
        if local(name) == "si":
            self.budget.shared.append(0)

    def text_in_shared(self, data: str) -> None:
        if self.budget.shared:
            self.budget.shared[-1] += len(data)

    def start_in_sheet(self, name: str, attributes: dict[str, str]) -> None:
        match local(name):
            case "row":
                self.start_row(attributes)
            case "c":
                self.start_cell(attributes)
            case "v" | "f" | "is" as part:
                self.text = []
                if part != "f":
                    self.start_value()
            case "mergeCell":
                self.start_merged(attributes)

    def start_row(self, attributes: dict[str, str]) -> None:
        self.row = int(attributes.get("r", self.row + 1))
        self.column = 0

    def start_cell(self, attributes: dict[str, str]) -> None:
        self.budget.add_cell()
        self.points_at_shared = attributes.get("t") == "s"
        self.column += 1
        if "r" in attributes:
            self.row, self.column = place_of(attributes["r"])

    def start_value(self) -> None:
        """Cells that only have a format do not make a sheet larger."""
        if self.row > MAX_ROW or self.column > MAX_COLUMN:
            raise refusals.too_large()
        self.height = max(self.height, self.row)
        self.width = max(self.width, self.column)

    def start_merged(self, attributes: dict[str, str]) -> None:
        first, _, last = attributes.get("ref", "").partition(":")
        (top, left), (bottom, right) = place_of(first), place_of(last or first)
        height = max(min(bottom, MAX_ROW) - top + 1, 1)
        self.budget.add_area(height * max(min(right, MAX_COLUMN) - left + 1, 1))

    def text_in_sheet(self, data: str) -> None:
        self.budget.add_text(len(data))
        if self.text is not None:
            self.text.append(data)

    def end_in_sheet(self, name: str) -> None:
        if self.text is None or local(name) not in ("v", "f"):
            return
        text, self.text = "".join(self.text), None
        if local(name) == "f":
            if REACHES_OUT.search(QUOTED.sub("", text)):
                raise refusals.has_hostile_formula(self.row)
        elif self.points_at_shared:
            self.count_shared(int(text))

    def count_shared(self, number: int) -> None:
        """A shared text counts as often as a cell shows it."""
        if not 0 <= number < len(self.budget.shared):
            raise refusals.damaged()
        self.budget.add_text(self.budget.shared[number])


def local(name: str) -> str:
    return name.rpartition(":")[2]


def place_of(reference: str) -> tuple[int, int]:
    """Row and column of a cell, both from 1: C5 is (5, 3)."""
    place = CELL.fullmatch(reference)
    if place is None:
        raise refusals.damaged()
    column = 0
    for letter in place[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(place[2]), column
