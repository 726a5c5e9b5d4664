"""Cells of old books that say several things, or hold no value."""

import pytest

from congress.audit.actors import Actor
from congress.files.reports import Report
from congress.files.spreadsheets import read_workbook
from congress.information.actions.importing import import_items
from congress.information.book.rows import read_book
from congress.information.models import Item
from congress.organisations.models import Organisation
from tests.counties import AT, sample_county
from tests.workbooks import workbook

TITLE = ["2025年1月信息登记表"]
HEADER = ["序号", "单位", "标题", "时间", "采用情况", "得分", "采用时间"]


@pytest.fixture
def county(db) -> Organisation:
    return sample_county()


def take_over(county: Organisation, *rows) -> Report:
    book = read_book(read_workbook(workbook({"1月": [TITLE, HEADER, *rows]})))
    return import_items(
        book, county=county, file="登记表.xlsx", by=Actor.system("import_items"), at=AT
    )


def test_lines_that_differ_in_a_column_that_is_not_read_are_two_items(county):
    line = ["石桥", "某事", "1月3日", "县人大网站采用", 5]
    report = take_over(
        county, [1, *line, "2025-01-10"], [2, *line, "2025-01-12"], [3, *line, "2025-01-12"]
    )
    assert [line.fate for line in report.lines] == ["created", "created", "merged"]


def test_other_formulas_without_a_stored_value_are_listed(county):
    report = take_over(
        county,
        [1, "石桥", "某事", "1月3日", '=A1&"采用"', 5],
        [2, "石桥", '=A1&"通报"', "1月3日", "县人大网站采用", 5],
    )
    assert [line.fate for line in report.lines] == ["created", "refused"]
    assert Item.objects.get().old_book_text == '=A1&"采用"'
    for line in report.lines:
        assert "没有保存计算结果" in line.reason


def test_two_issues_are_two_adoptions(county):
    take_over(county, [1, "石桥", "某事", "1月3日", "县《每日要情》第3、4期采用", 5])
    item = Item.objects.get()
    named = item.adoptions.order_by("pk").values_list("publication__name", "issue")
    assert list(named) == [("《每日要情》", "3"), ("《每日要情》", "4")]
    assert item.old_book_text == ""
