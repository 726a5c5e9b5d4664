"""Formulas that a program wrote without their values: no reader of values sees anything there."""

import io
import posixpath
import zipfile
from collections.abc import Iterator

from congress.files.excel_elements import Elements
from congress.files.excel_parts import local, place_of

WORKBOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"

Places = dict[tuple[int, int], str]


def formulas_without_value(content: bytes) -> dict[str, Places]:
    """By name of the sheet the formulas as written, by row and column counted from 0. `content`
    is a package that has been checked. Raises `FileRefused`, `expat.ExpatError`, `KeyError`."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = set(package.namelist())
        if RELATIONS not in names:
            return {}
        return {
            sheet: Formulas(package.read(part)).places
            for sheet, part in _sheets(package)
            if part in names
        }


def _sheets(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    targets = {
        attributes.get("Id", ""): attributes.get("Target", "")
        for _name, attributes in Elements(package.read(RELATIONS)).found
    }
    for name, attributes in Elements(package.read(WORKBOOK)).found:
        if name == "sheet":
            keys = [value for key, value in attributes.items() if key.endswith(":id")]
            target = targets.get(keys[0], "") if keys else ""
            yield attributes["name"], posixpath.normpath(posixpath.join("/xl", target))[1:]


class Formulas(Elements):
    """A sheet's formulas without a value. A text formula with an empty one has it: Excel stores
    "" so."""

    def __init__(self, part: bytes) -> None:
        self.places: Places = {}
        self.cell: dict[str, str] = {}
        self.texts: dict[str, str] = {}
        self.open = ""
        super().__init__(part)

    def may_hold(self, part: bytes) -> bool:
        return b"<f" in part or b":f" in part

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.open = local(name)
        if self.open == "c":
            self.cell, self.texts = attributes, {}
        elif self.open == "f":
            self.texts["f"] = ""

    def add(self, text: str) -> None:
        self.texts[self.open] = self.texts.get(self.open, "") + text

    def end(self, name: str) -> None:
        self.open = ""
        if local(name) != "c" or "f" not in self.texts or self.texts.get("v"):
            return
        if self.cell.get("t") != "str" and "r" in self.cell:
            row, column = place_of(self.cell["r"])
            self.places[row - 1, column - 1] = f"={self.texts['f']}"
