"""Excel files: text stays text, whatever it begins with, and every cell can be opened."""

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook

from congress.web.exports import XLSX, Column, xlsx_response
from tests.factories.information import ItemFactory
from tests.routes.table import content

SHEET = "xl/worksheets/sheet1.xml"
TEXT = Column("内容", 40)
FORMULAS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://example.com","看")',
    "{=SUM(A1:A9)}",
    "+86",
    "-3件",
    "@SUM(A1)",
    "\t=1+1",
    "http://example.com/",
    "mailto:a@example.com",
    "internal:Sheet1!A1",
    "00123",
    "2026-10-12",
    "TRUE",
]


def exported(rows: Sequence[Sequence[Any]], *columns: Column, title: str = "题") -> bytes:
    response = xlsx_response("导出.xlsx", title, columns or (TEXT,), rows)
    with response.file_to_stream:
        return content(response)


def sheet(data: bytes) -> list[list[Any]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()


def parts(data: bytes) -> dict[str, str]:
    package = zipfile.ZipFile(io.BytesIO(data))
    return {name: package.read(name).decode() for name in package.namelist()}


def texts(data: bytes) -> list[str]:
    """The texts as they stand in the sheet, before any reader cuts or mends them."""
    cells = ElementTree.fromstring(parts(data)[SHEET]).findall(".//{*}t")
    return [cell.text or "" for cell in cells]


def formulas(data: bytes) -> list[str]:
    """Whatever is computed or fetched when the file is opened."""
    found = [
        cell.text or "" for cell in ElementTree.fromstring(parts(data)[SHEET]).findall(".//{*}f")
    ]
    marks = ("hyperlink", "externalLink", "calcChain")
    return found + [name for name, part in parts(data).items() for m in marks if m in name + part]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_cell_is_text_and_no_formula(text):
    data = exported([[text]], Column(text), title=text)
    assert sheet(data) == [[text], [text], [text]]
    assert formulas(data) == []


def test_a_formula_in_a_column_of_numbers_is_text_too():
    kinds = ("number", "date", "datetime", "percent")
    data = exported([["=1+1"] * 4], *(Column(kind, kind=kind) for kind in kinds))
    assert sheet(data)[2] == ["=1+1"] * 4
    assert formulas(data) == []


def test_a_title_typed_as_a_formula_comes_out_as_typed(world, client_as):
    title = '=HYPERLINK("http://example.com","看")'
    ItemFactory(organisation=world.township, title=title, drafter="@周明", submitted=True)
    data = content(client_as("county_editor").get(reverse("information:export")))
    assert [sheet(data)[2][place] for place in (2, 4)] == [title, "@周明"]
    assert formulas(data) == []


@pytest.mark.parametrize("mark", ["\x00", "\x08", "\x0b", "\x1f", "\x7f", "\x85", "_x0041_", "<&>"])
def test_a_character_that_xml_does_not_hold_is_escaped(mark):
    assert sheet(exported([[f"接待{mark}选民"]]))[2] == [f"接待{mark}选民"]


@pytest.mark.parametrize("mark", ["\ud800", "\ufffe", "\uffff"])
def test_what_no_file_may_hold_is_left_out(mark):
    data = exported([[f"接待{mark}选民"], ["下一行"]])
    assert sheet(data)[2:] == [["接待选民"], ["下一行"]]


def test_lines_and_edges_of_a_text_are_kept():
    assert sheet(exported([["第一段\n　第二段"], ["  两边有空格  "]]))[2:] == [
        ["第一段\n　第二段"],
        ["  两边有空格  "],
    ]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("长" * 32_767, "长" * 32_767),
        ("长" * 40_000, "长" * 32_767),
        ("😀" * 20_000, "😀" * 16_383),
        ("长" + "😀" * 16_383, "长" + "😀" * 16_383),
    ],
)
def test_a_text_longer_than_a_cell_is_cut(text, kept):
    """Excel counts in units of UTF-16 and refuses a file with more of them than 32,767."""
    assert texts(exported([[text], ["下一行"]]))[2:] == [kept, "下一行"]


def test_dates_and_moments_are_of_this_place():
    columns = (Column("日期", kind="date"), Column("时间", kind="datetime"))
    rows = [
        (date(2026, 2, 28), datetime(2025, 12, 31, 16, 30, tzinfo=UTC)),
        (date(2024, 2, 29), datetime(2026, 6, 30, 15, 59, 59, tzinfo=UTC)),
    ]
    shown = [[str(cell) for cell in row] for row in sheet(exported(rows, *columns))[2:]]
    assert shown == [
        ["2026-02-28", "2026-01-01 00:30:00"],
        ["2024-02-29", "2026-06-30 23:59:59"],
    ]


def test_numbers_are_numbers_in_the_form_of_their_column():
    kinds = ("number", "number", "percent", "percent", "date", "datetime", "text")
    row = (7, Decimal("7.50"), Decimal("0.625"), Decimal("1.5"), date(2026, 3, 1), None, "")
    data = exported([row], *(Column(kind, kind=kind) for kind in kinds))
    cells = openpyxl.load_workbook(io.BytesIO(data)).active[3]
    assert [(str(cell.value), cell.number_format) for cell in cells] == [
        ("7", "General"),
        ("7.5", "General"),
        ("0.625", "0.0%"),
        ("1.5", "0.0%"),
        ("2026-03-01 00:00:00", "yyyy-mm-dd"),
        ("None", "yyyy-mm-dd hh:mm"),
        ("None", "General"),
    ]
    assert "".join(cell.data_type for cell in cells) == "nnnndnn"


def test_nothing_is_blank_and_zero_is_a_number():
    columns = [Column(kind, kind=kind) for kind in ("text", "number", "percent", "number")]
    assert sheet(exported([("", None, Decimal(0), 0)], *columns))[2] == ["", "", 0, 0]


def test_a_file_without_rows_has_its_title_and_its_header():
    columns = [TEXT, Column("件数", 8, "number")]
    response = xlsx_response("石桥镇.xlsx", "石桥镇", columns, iter(()))
    with response.file_to_stream:
        assert sheet(content(response)) == [["石桥镇", ""], ["内容", "件数"]]
    assert response["Content-Type"] == XLSX
    name = "%E7%9F%B3%E6%A1%A5%E9%95%87.xlsx"
    assert response["Content-Disposition"] == f"attachment; filename*=utf-8''{name}"
