"""Excel files: what is read, what is refused, and how little that costs."""

import io
import struct
import tracemalloc
import zipfile
from datetime import date

import pytest

from congress.files import refusals
from congress.files.excel_budget import MAX_SHEETS
from congress.files.refusals import FileRefused
from congress.files.spreadsheets import MAX_MEGABYTES, read_path, read_workbook
from tests.workbooks import BOOK, ROSTER, SAMPLES, repacked, workbook

MEGABYTE = 1024 * 1024
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def sentence_of(file: io.BytesIO) -> str:
    with pytest.raises(FileRefused) as refused:
        read_workbook(file)
    return refused.value.sentence


def in_first_sheet(old: bytes, new: bytes):
    return lambda name, part: part.replace(old, new, 1) if name.endswith("sheet1.xml") else part


def with_rows(rows: bytes) -> io.BytesIO:
    return repacked(in_first_sheet(b"<sheetData>", b"<sheetData>" + rows))


def same(name: str, part: bytes) -> bytes:
    return part


def test_samples_are_read_as_they_stand():
    roster, book = read_path(ROSTER), read_path(BOOK)
    assert [sheet.name for sheet in roster][:2] == ["石桥镇", "云坪镇"]
    assert len(roster) == 14
    assert [sheet.name for sheet in book] == [f"{month}月" for month in range(1, 13)]
    assert book[0].rows[4][3] == date(2025, 1, 27)
    assert roster[0].rows[3][1] == "林新华"


def test_rows_keep_the_numbers_of_the_sheet():
    (sheet,) = read_workbook(workbook({"表": [[], [], [None, None, "第三行"]]}))
    assert sheet.rows[2][2] == "第三行"
    assert sheet.rows[0] == ("", "", "")


def test_merged_cells_show_their_first_value():
    rows = [["选区", "姓名"], ["第1选区", "甲"], [None, "乙"], [None, "丙"]]
    (sheet,) = read_workbook(workbook({"表": rows}, merged={"表": ["A2:A3"]}))
    assert [sheet.shown_from_above(row, 0) for row in (1, 2, 3)] == ["第1选区", "第1选区", ""]


def test_hidden_sheets_are_marked():
    sheets = read_workbook(workbook({"明": [["a"]], "暗": [["b"]]}, hidden=["暗"]))
    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [("明", False), ("暗", True)]


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", refusals.empty()),
        ("姓名,电话\n".encode() * 50, refusals.not_excel()),
        ((SAMPLES / "信息稿" / "01-云坪镇信息.docx").read_bytes(), refusals.not_excel()),
        (ROSTER.read_bytes()[:30_000], refusals.damaged()),
        (b"PK\x03\x04" + b"\0" * 500, refusals.damaged()),
        (OLE + "Workbook".encode("utf-16-le"), refusals.old_excel()),
        (OLE + "Workbook _VBA_PROJECT".encode("utf-16-le"), refusals.has_macros()),
        (OLE + "EncryptedPackage".encode("utf-16-le"), refusals.has_password()),
        (OLE + "WordDocument".encode("utf-16-le"), refusals.not_excel()),
    ],
)
def test_what_is_no_workbook_is_refused(content, refusal):
    assert sentence_of(io.BytesIO(content)) == refusal.sentence


@pytest.mark.parametrize(
    ("file", "refusal"),
    [
        (repacked(same, extra={"xl/vbaProject.bin": b"x"}), refusals.has_macros()),
        (repacked(same, extra={"xl/macrosheets/sheet1.xml": b"<a/>"}), refusals.has_macros()),
        (
            repacked(
                lambda name, part: (
                    part.replace(b"spreadsheetml.sheet.main", b"macroEnabled.main")
                    if name == "[Content_Types].xml"
                    else part
                )
            ),
            refusals.has_macros(),
        ),
        (
            repacked(in_first_sheet(b"<worksheet", b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet')),
            refusals.damaged(),
        ),
        (with_rows(b'<row r="9"><c r="A9" t="s"><v>99999</v></c></row>'), refusals.damaged()),
        (with_rows(b'<row r="9"><c r="9A"><v>1</v></c></row>'), refusals.damaged()),
        (with_rows(b'<row r="1"><c r="XFD1048576"><v>1</v></c></row>'), refusals.too_large()),
        (
            repacked(
                in_first_sheet(b"<mergeCell ", b'<mergeCell ref="A1:XFD1048576"/><mergeCell ')
            ),
            refusals.too_large(),
        ),
        (repacked(in_first_sheet(b"</row>", b"</rwo>")), refusals.damaged()),
        (
            repacked(lambda name, part: None if name.endswith("sheet1.xml") else part),
            refusals.damaged(),
        ),
    ],
)
def test_hostile_parts_are_refused(file, refusal):
    assert sentence_of(file) == refusal.sentence


@pytest.mark.parametrize(
    "formula",
    [
        "cmd|' /c calc'!A0",
        'HYPERLINK("http://example.org","x")',
        'WEBSERVICE("http://example.org")',
        "[1]Sheet1!A1",
    ],
)
def test_formulas_that_reach_outside_are_refused(formula):
    cell = f'<row r="7"><c r="A7"><f>{formula}</f></c></row>'.encode()
    assert sentence_of(with_rows(cell)) == refusals.has_hostile_formula(7).sentence


def test_a_sum_at_the_foot_of_a_table_is_no_danger():
    (sheet,) = read_workbook(workbook({"表": [["得分"], [5], ["=SUM(A2:A2)"], ['=A2&"|"']]}))
    assert sheet.rows == (("得分",), (5.0,))


def test_a_sheet_under_a_foreign_name_is_examined_as_well():
    far = b'<worksheet><sheetData><row><c r="XFD9"><v>1</v></c></row></sheetData></worksheet>'
    assert sentence_of(repacked(same, extra={"xl/media/image1.png": far})) == (
        refusals.too_large().sentence
    )


def lying(content: bytes) -> io.BytesIO:
    """Claims in the directory of the zip that the first sheet has 1,000 bytes."""
    changed, place = bytearray(content), content.find(b"PK\x01\x02")
    while place >= 0:
        (length,) = struct.unpack("<H", content[place + 28 : place + 30])
        if content[place + 46 : place + 46 + length].endswith(b"sheet1.xml"):
            changed[place + 24 : place + 28] = struct.pack("<I", 1000)
        place = content.find(b"PK\x01\x02", place + 4)
    return io.BytesIO(bytes(changed))


def bomb() -> io.BytesIO:
    return with_rows(b" " * 150 * MEGABYTE)


def many_sheets() -> io.BytesIO:
    """10,000 sheets, each a part of its own."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        sheets = "".join(f'<sheet name="{n}" sheetId="{n}"/>' for n in range(1, 10_001))
        package.writestr("xl/workbook.xml", f"<workbook><sheets>{sheets}</sheets></workbook>")
        for number in range(1, 10_001):
            package.writestr(f"xl/worksheets/sheet{number}.xml", "<worksheet/>")
    return file


def many_names() -> io.BytesIO:
    """10,000 sheets that the workbook names over one part."""
    sheets = b"".join(b'<sheet name="%d" sheetId="%d"/>' % (n, n) for n in range(10, 10_010))
    return repacked(
        lambda name, part: (
            part.replace(b"</sheets>", sheets + b"</sheets>") if name == "xl/workbook.xml" else part
        )
    )


def repeated_text() -> io.BytesIO:
    """One long text that 4,000 cells point at."""
    cells = b"".join(b'<c r="A%d" t="s"><v>0</v></c>' % n for n in range(1, 4001))
    texts = b"<sst><si><t>" + "长".encode() * 30_000 + b"</t></si></sst>"
    return repacked(
        in_first_sheet(b"<sheetData>", b"<sheetData><row>" + cells + b"</row>"),
        extra={"xl/sharedStrings.xml": texts},
    )


@pytest.mark.parametrize(
    ("file", "refusal"),
    [
        (bomb, refusals.too_large()),
        (lambda: lying(bomb().getvalue()), refusals.too_large()),
        (lambda: lying(ROSTER.read_bytes()), refusals.damaged()),
        (many_sheets, refusals.too_many_sheets(MAX_SHEETS)),
        (many_names, refusals.too_many_sheets(MAX_SHEETS)),
        (repeated_text, refusals.too_large()),
        (lambda: with_rows(b'<row><c r="GR20000"><v>1</v></c></row>'), refusals.too_large()),
    ],
)
def test_a_file_that_would_grow_is_refused_in_little_memory(file, refusal):
    made = file()
    tracemalloc.start()
    try:
        sentence = sentence_of(made)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (sentence, peak < len(made.getvalue()) + 20 * MEGABYTE) == (refusal.sentence, True)


def test_200_megabytes_are_refused_unread(tmp_path):
    path = tmp_path / "大.xlsx"
    with path.open("wb") as file:
        file.truncate(200 * MEGABYTE)
    tracemalloc.start()
    try:
        with pytest.raises(FileRefused) as refused:
            read_path(path)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert refused.value.sentence == refusals.too_big(MAX_MEGABYTES).sentence
    assert peak < MEGABYTE


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(FileRefused) as refused:
        read_path(tmp_path / "无.xlsx")
    assert refused.value.sentence == refusals.missing().sentence
