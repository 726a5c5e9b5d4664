"""Cells of old books that say several things, or hold no value."""

import pytest

from congress.audit.actors import Actor
from congress.files.reports import Report
from congress.files.spreadsheets import read_workbook
from congress.information import actions
from congress.information.actions.importing import import_items
from congress.information.book.rows import read_book
from congress.information.models import Item
from congress.organisations.models import Organisation
from tests.counties import AT, sample_county
from tests.factories.information import actor_of
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


def points(item: Item) -> list[tuple[int, str]]:
    return [(int(line.points), line.source) for line in item.points_lines.order_by("pk")]


def test_the_points_of_the_book_go_with_the_last_adoption(county):
    take_over(county, [1, "石桥", "某事", "1月3日", "县人大网站采用；市人大网采用", 8])
    item = Item.objects.get()
    first, second = item.adoptions.order_by("pk")
    assert item.points_lines.get().adoption is None
    by = actor_of("county_editor", county)
    actions.undo_adoption(first, reason="登记有误", by=by, at=AT)
    assert points(item) == [(8, "book")]
    actions.undo_adoption(second, reason="登记有误", by=by, at=AT)
    assert points(item) == [(8, "book"), (-8, "counter")]
    item.refresh_from_db()
    assert item.state == "submitted"


def test_points_imported_with_an_adoption_stay_too(county):
    """Books taken over earlier named the first adoption on the line."""
    take_over(county, [1, "石桥", "某事", "1月3日", "县人大网站采用；市人大网采用", 8])
    item = Item.objects.get()
    first = item.adoptions.order_by("pk")[0]
    item.points_lines.update(adoption=first)
    by = actor_of("county_editor", county)
    actions.undo_adoption(first, reason="登记有误", by=by, at=AT)
    assert points(item) == [(8, "book")]


def test_lines_that_differ_in_a_column_that_is_not_read_are_two_items(county):
    line = ["石桥", "某事", "1月3日", "县人大网站采用", 5]
    report = take_over(
        county, [1, *line, "2025-01-10"], [2, *line, "2025-01-12"], [3, *line, "2025-01-12"]
    )
    assert [line.fate for line in report.lines] == ["created", "created", "merged"]


def test_points_without_a_stored_value_are_kept_as_unread(county):
    report = take_over(
        county,
        [1, "石桥", "某事", "1月3日", "县人大网站采用", "=5+5"],
        [None, None, None, None, None, "=5+5"],
    )
    item = Item.objects.get()
    assert (points(item), item.old_book_text) == ([], "得分：=5+5")
    assert [(line.row, line.fate) for line in report.lines] == [(3, "created")]
    assert "得分不是数字：=5+5" in report.lines[0].reason


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
