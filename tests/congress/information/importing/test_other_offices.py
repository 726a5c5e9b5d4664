"""Registers as other offices keep them, rule by rule."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from congress.audit.actors import Actor
from congress.files.refusals import FileRefused
from congress.files.reports import Report
from congress.files.spreadsheets import read_workbook
from congress.information.actions.importing import import_items
from congress.information.book.rows import read_book
from congress.information.models import Adoption, Item, PointsLine, Publication
from congress.organisations.models import Organisation
from congress.organisations.rules import NotAllowed
from tests.counties import AT, sample_county
from tests.workbooks import BOOK, ROSTER, workbook

TITLE = ["2025年1月信息登记表"]
HEADER = ["单位", "标题", "时间", "采用情况", "得分", "类别"]


@pytest.fixture
def county(db) -> Organisation:
    return sample_county()


def take_over(county: Organisation, *rows, sheet="1月", merged=(), by=None) -> Report:
    sheets = {sheet: [TITLE, HEADER, *rows]}
    book = read_book(read_workbook(workbook(sheets, merged={sheet: merged})))
    by = by or Actor.system("import_items")
    return import_items(book, county=county, file="登记表.xlsx", by=by, at=AT)


def fates(report: Report) -> list[str]:
    return [line.fate for line in report.lines]


def days() -> list[date]:
    moments = Item.objects.order_by("pk").values_list("submitted_at", flat=True)
    return [moment.astimezone(AT.tzinfo).date() for moment in moments]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (["", "某事", "1月3日"], "报送单位为空"),
        (["红旗镇", "某事", "1月3日"], "红旗镇"),
        (["石桥", "", "1月3日"], "标题为空"),
        (["石桥", "某事", ""], "报送时间为空"),
        (["石桥", "某事", "2月30日"], "2025年2月30日这一天不存在"),
        (["石桥", "某事", "月底"], "月底"),
        (["石桥", "长" * 121, "1月3日"], "120"),
    ],
)
def test_rows_that_are_refused_say_why(county, row, words):
    report = take_over(county, [*row, "县人大网站采用", 5, "动态"])
    assert fates(report) == ["refused"]
    assert words in report.lines[0].reason
    assert Item.objects.count() == 0


def test_a_day_of_another_month_is_kept_and_reported(county):
    report = take_over(county, ["石桥", "某事", "2025-02-03"], ["石桥", "别事", "2024-12-30"])
    assert fates(report) == ["created", "created"]
    assert days() == [date(2025, 2, 3), date(2024, 12, 30)]
    assert "2025-02-03不在本表的2025年1月内" in report.lines[0].reason
    assert list(Item.objects.order_by("pk").values_list("reference", flat=True)) == [
        "石桥-信息-2025-0001",
        "石桥-信息-2024-0001",
    ]


def test_what_cannot_be_read_is_kept_and_listed(county):
    report = take_over(
        county,
        ["石桥", "某事", "1月3日", "上级采用", 5, "动态"],
        ["石桥", "别事", "1月3日", "县人大网站采用；上级采用", "优", "花絮"],
    )
    first, second = Item.objects.order_by("pk")
    assert (first.state, first.old_book_text) == ("retained", "上级采用")
    assert first.points_lines.get().adoption is None
    assert (second.state, second.old_book_text) == ("adopted", "上级采用；得分：优")
    assert fates(report) == ["created", "created"]
    assert "采用情况无法辨认，已按原文保留：上级采用" in report.lines[0].reason
    assert "得分不是数字：优" in report.lines[1].reason
    assert "花絮" in report.lines[1].reason


def test_lines_that_differ_in_a_cell_are_two_items(county):
    rows = [
        ["石桥", "某事", "1月3日", "", "", "动态"],
        ["石桥", "某事", "1月3日", "", "", "调研"],
        ["石桥", "某事", "1月3日", "", "", "动态"],
    ]
    report = take_over(county, *rows)
    assert fates(report) == ["created", "created", "merged"]
    assert "按两条登记" in report.lines[1].reason
    assert fates(take_over(county, *rows)) == ["unchanged", "unchanged", "merged"]
    assert Item.objects.count() == 2


def test_what_the_county_has_already_is_unchanged(county):
    take_over(county, ["石桥镇", "某事", "1月3日"])
    report = take_over(county, ["石桥镇人大", "某 事", date(2025, 1, 3), "县人大网站采用", 5])
    assert (fates(report), Adoption.objects.count()) == (["unchanged"], 0)


def test_a_publication_of_the_county_is_found_however_it_is_written(county):
    known = Publication.objects.create(county=county, name="每日要情", level="county")
    take_over(county, ["石桥", "某事", "1月3日", "县委办《每日要情》采用；县《每日要情》采用"])
    assert list(Publication.objects.all()) == [known]
    assert Adoption.objects.get().publication == known


def test_two_levels_may_have_a_publication_of_one_name(county):
    take_over(county, ["石桥", "某事", "1月3日", "县《人大信息》采用；市《人大信息》采用"])
    assert set(Publication.objects.values_list("name", "level")) == {
        ("《人大信息》", "county"),
        ("市《人大信息》", "city"),
    }
    assert Adoption.objects.count() == 2


def test_one_item_over_two_merged_lines(county):
    report = take_over(
        county,
        ["石桥", "某事", "1月3日", "县人大网站采用", 5, "动态"],
        [None, None, None, "市人大网采用", 10, None],
        merged=["A3:A4", "B3:B4", "C3:C4", "F3:F4"],
    )
    assert fates(report) == ["created", "merged"]
    assert Item.objects.get().adoptions.count() == 2
    assert sum(PointsLine.objects.values_list("points", flat=True)) == 15


def test_a_file_without_a_register_is_refused(county):
    book = read_book(read_workbook(workbook({"说明": [["请认真填写"]]})))
    by = Actor.system("import_items")
    with pytest.raises(FileRefused):
        import_items(book, county=county, file="x.xlsx", by=by, at=AT)


@pytest.mark.parametrize(
    ("role", "own", "allowed"),
    [
        ("county_admin", True, True),
        ("county_editor", True, True),
        ("county_editor", False, False),
        ("county_supervisor", True, False),
        ("secretary", True, False),
    ],
)
def test_who_may_import(county, role, own, allowed):
    place = county if own else Organisation.objects.create(name="临溪县", kind="county")
    by = Actor(1, "甲", role, role, place.pk, place.name)
    if allowed:
        assert fates(take_over(county, ["石桥", "某事", "1月3日"], by=by)) == ["created"]
    else:
        with pytest.raises(NotAllowed):
            take_over(county, ["石桥", "某事", "1月3日"], by=by)


def test_the_command_answers_with_the_totals(county):
    out, err = StringIO(), StringIO()
    call_command("import_items", str(BOOK), stdout=out, stderr=err)
    assert out.getvalue() == (
        "2025年信息报送登记表.xlsx已导入：共545行，新增533行，与前行合并12行，已有0行，未导入0行。\n"
    )
    assert "新建刊物：" in err.getvalue()
    assert Item.objects.count() == 533


def test_the_command_refuses_a_roster(county):
    with pytest.raises(CommandError) as refused:
        call_command("import_items", str(ROSTER))
    assert refused.value.returncode == 2
    assert "标题" in str(refused.value)
