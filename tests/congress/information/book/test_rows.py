"""Registers of items of several offices."""

from collections import Counter
from decimal import Decimal

import pytest

from congress.files.spreadsheets import read_path, read_workbook
from congress.information.book.frames import Frame
from congress.information.book.rows import Book, kind_in, read_book
from tests.workbooks import BOOK, workbook


@pytest.fixture(scope="module")
def book() -> Book:
    return read_book(read_path(BOOK))


def book_of(*rows, sheet="1月", merged=()) -> Book:
    return read_book(read_workbook(workbook({sheet: rows}, merged={sheet: merged})))


def test_the_sample_is_read_row_by_row(book):
    assert len(book.rows) == 545
    assert len({row.same for row in book.rows}) == 533
    assert sum(row.points or 0 for row in book.rows) == 5595
    assert Counter(row.kind for row in book.rows) == {
        "activity": 149,
        "research": 92,
        "problem": 88,
        "opinion": 81,
        "experience": 68,
        "commissioned": 67,
    }
    assert [row for row in book.rows if row.outcome.unread] == []
    assert {row.frame for row in book.rows} == {Frame(2025, month) for month in range(1, 13)}


def test_another_office_calls_its_columns_otherwise():
    (row,) = book_of(
        ["云岭县乡镇人大信息台账"],
        ["（2025年1月）"],
        ["得 分", "信息题目", "上报日期", "撰稿人", "乡镇", "录用情况", "领导批示", "信息类型"],
        ["5分", "石桥镇开展视察", "1.3", "甲", "石桥", "县人大网站", "县委书记批示", "约稿"],
    ).rows
    assert (row.points, row.title, row.day, row.drafter) == (5, "石桥镇开展视察", "1.3", "甲")
    assert (row.organisation, row.kind, row.frame) == ("石桥", "commissioned", Frame(2025, 1))
    assert row.outcome_text == "县人大网站\n县委书记批示"
    assert (len(row.outcome.adoptions), len(row.outcome.instructions)) == (1, 1)


def test_lines_are_the_same_in_every_cell_but_the_serial_number():
    one, two, three, four = book_of(
        ["序号", "标题", "单位", "时间", "附言"],
        [1, "甲", "石桥镇", "1月3日", "急"],
        [2, "甲", "石桥镇 ", "1月3日", "急"],
        [3, "甲", "石桥镇", "1月3日", "缓"],
        [4, "甲", "石桥", "1月3日", "急"],
    ).rows
    assert one.same == two.same
    assert len({one.same, three.same, four.same}) == 3


def test_points_merged_over_two_lines_count_once():
    first, second = book_of(
        ["标题", "单位", "时间", "采用情况", "得分"],
        ["甲", "石桥镇", "1月3日", "县人大网站采用", 10],
        [None, None, None, "市人大网采用", None],
        merged=["A2:A3", "B2:B3", "C2:C3", "E2:E3"],
    ).rows
    assert (first.points, second.points) == (Decimal(10), None)
    assert (second.title, second.organisation, second.continues) == ("甲", "石桥镇", True)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("工作动态", "activity"), ("调研报告", "research"), ("意见建议", "problem"), ("其他", None)],
)
def test_kinds(text, kind):
    assert kind_in(text) == kind
