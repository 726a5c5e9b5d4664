"""Deputies' rosters of several offices."""

import dataclasses
from collections import Counter

import pytest

from congress.files.spreadsheets import read_path, read_workbook
from congress.organisations.roster import words
from congress.organisations.roster.phones import Phone
from congress.organisations.roster.rows import Roster, RosterRow, read_roster
from tests.workbooks import ROSTER, workbook


@pytest.fixture(scope="module")
def roster() -> Roster:
    return read_roster(read_path(ROSTER))


def roster_of(*rows, merged=(), sheet="石桥镇", **kwargs) -> Roster:
    file = workbook({sheet: rows}, merged={sheet: merged}, **kwargs)
    return read_roster(read_workbook(file))


def test_the_sample_is_read_row_by_row(roster):
    assert len(roster.rows) == 659
    assert roster.terms == (19,) * 12
    assert Counter(row.level_text for row in roster.rows) == {"乡镇": 506, "县、乡镇": 83, "县": 70}
    assert sum(row.left for row in roster.rows) == 111
    assert sum(not row.name for row in roster.rows) == 7
    assert sum(not row.constituency for row in roster.rows) == 0
    assert sum(not phone.complete for row in roster.rows for phone in row.phones) == 15
    assert sum(not row.phones for row in roster.rows) == 5


def test_a_row_of_the_sample(roster):
    row = next(row for row in roster.rows if (row.sheet, row.number) == ("云坪镇", 10))
    assert (row.name, row.constituency, row.group) == ("于秀英", "第2选区", "第1小组")
    assert row.levels == {words.COUNTY, words.TOWNSHIP}
    assert row.phones == (Phone("18600008975"), Phone("07455606594"))
    assert (row.occupation, row.note, row.term) == ("个体工商户", "", 19)


def test_another_office_calls_its_columns_otherwise():
    (row,) = roster_of(
        ["云岭县石桥镇第二十届人民代表大会代表名单"],
        [],
        [
            "身份证号码",
            "联系方式",
            "代表名字",
            "单位职务",
            "所在选区",
            "级别",
            "代表证号",
            "情况说明",
        ],
        ["432101197501011234", "138 0000 0001", "欧阳 明", "教师", "３", "镇", "20210007", "辞职"],
    ).rows
    assert (row.name, row.phones, row.term) == ("欧阳明", (Phone("13800000001"),), 20)
    assert (row.occupation, row.constituency, row.certificate_no) == ("教师", "第3选区", "20210007")
    assert (row.levels, row.left, row.note) == ({words.TOWNSHIP}, True, "辞职")


def test_nothing_private_is_kept():
    file = [
        ["姓名", "性别", "民族", "政治面貌", "出生年月", "身份证号", "职务", "备注", "手机"],
        [
            "张三（女，苗族）",
            "女",
            "苗族",
            "中共党员",
            "1981年2月",
            "432101198102011234",
            "女，村医",
            "432101198102011234，中共党员，主席团成员",
            "432101198102011234",
        ],
    ]
    (row,) = roster_of(*file).rows
    assert (row.name, row.occupation, row.note, row.phones) == ("张三", "村医", "主席团成员", ())
    said = " ".join(map(str, dataclasses.astuple(row)))
    for private in ("女", "苗", "党员", "1981", "4321"):
        assert private not in said


def test_no_field_for_what_is_never_stored():
    names = {field.name for field in dataclasses.fields(RosterRow)}
    assert names.isdisjoint({"gender", "sex", "birth", "ethnicity", "party", "identity"})


def test_merged_groups_and_organisations_fill_downwards():
    rows = roster_of(
        ["乡镇", "姓名", "小组"],
        ["石桥镇", "甲", "第1小组"],
        [None, "乙", None],
        ["云坪镇", "丙", "第2小组"],
        merged=["A2:A3", "C2:C3"],
        sheet="全县",
    ).rows
    assert [(row.organisation, row.group) for row in rows] == [
        ("石桥镇", "第1小组"),
        ("石桥镇", "第1小组"),
        ("云坪镇", "第2小组"),
    ]


def test_hidden_sheets_and_sheets_without_header_are_named():
    file = workbook(
        {
            "石桥镇": [["姓名", "手机"], ["甲", 1]],
            "旧": [["姓名", "手机"], ["乙", 2]],
            "说明": [["x"]],
        },
        hidden=["旧"],
    )
    roster = read_roster(read_workbook(file))
    assert [row.name for row in roster.rows] == ["甲"]
    assert (roster.hidden, roster.without_header) == (("旧",), ("说明",))
