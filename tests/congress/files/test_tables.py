"""Registers in sheets: headings, headers, rows, totals, footnotes."""

import pytest

from congress.files.headings import Headings
from congress.files.spreadsheets import Sheet, read_workbook
from congress.files.tables import Block, read_blocks
from tests.workbooks import workbook

HEADINGS = Headings(
    columns={
        "serial": ["^序号$"],
        "name": ["^姓名$"],
        "phone": ["手机|固话|电话|^号码$"],
        "place": ["^所在选区$", "选区"],
    },
    key="name",
    ignored="身份证|性别|出生",
    several=frozenset({"phone"}),
)


def sheet_of(*rows, merged=()) -> Sheet:
    return read_workbook(workbook({"表": rows}, merged={"表": merged}))[0]


def blocks_of(*rows, merged=()) -> tuple[Block, ...]:
    return read_blocks(sheet_of(*rows, merged=merged), HEADINGS)


def names_of(block: Block) -> list[tuple[int, str]]:
    return [(row.number, row.text("name")) for row in block.rows]


def test_columns_are_found_in_any_order_and_row():
    (block,) = blocks_of(
        ["石桥镇代表名册"], [], ["电话", "身份证号码", "姓  名", "选 区"], [1, 2, "甲", "一"]
    )
    assert block.titles == ("石桥镇代表名册",)
    assert block.columns == {0: "phone", 2: "name", 3: "place"}
    assert block.rows[0].cells == {"phone": (1.0,), "name": ("甲",), "place": ("一",)}


def test_the_surer_of_two_headings_is_taken():
    (block,) = blocks_of(["姓名", "选区人数", "所在选区"], ["甲", 300, "第1选区"])
    assert block.rows[0].cells["place"] == ("第1选区",)


@pytest.mark.parametrize(
    ("rows", "merged"),
    [
        (
            [
                ["序号", "姓名", "联系方式", None, "身份证"],
                [None, None, "手机", "固话", "号码"],
            ],
            ["A1:A2", "B1:B2", "C1:D1"],
        ),
        ([["序号", "姓名", "手机", "电话", "出生"], [None, None, "号码", None, "年月"]], []),
        (
            [
                [None, "基本情况", "联系方式", None, "基本情况"],
                ["序号", "姓名", "手机", "电话", "性别"],
            ],
            ["C1:D1"],
        ),
    ],
)
def test_a_header_on_two_rows(rows, merged):
    (block,) = blocks_of(*rows, [1, "甲", 13, 14, "男"], merged=merged)
    assert block.rows[0].cells == {"serial": (1.0,), "name": ("甲",), "phone": (13.0, 14.0)}
    assert names_of(block) == [(3, "甲")]


def test_merged_cells_fill_downwards_and_blank_rows_stay_blank():
    (block,) = blocks_of(
        ["序号", "姓名", "选区"],
        [1, "甲", "第1选区"],
        [],
        [3, "乙"],
        [4, "丙"],
        merged=["C2:C4"],
    )
    places = [(row.number, row.text("place"), row.carried) for row in block.rows]
    assert places == [
        (2, "第1选区", frozenset()),
        (4, "第1选区", frozenset({"place"})),
        (5, "", frozenset()),
    ]


def test_ditto_marks_repeat_the_cell_above():
    (block,) = blocks_of(["姓名", "选区"], ["甲", "第1选区"], ["乙", "同上"], ["丙", "〃"])
    assert [row.text("place") for row in block.rows] == ["第1选区"] * 3


def test_totals_footnotes_and_lone_serials_are_no_rows():
    (block,) = blocks_of(
        ["序号", "姓名", "电话"],
        [1, "甲", 1],
        [None, "小 计", 1],
        [2, "乙", 2],
        [3],
        ["合计：2人"],
        ["总计", None, 2],
        [],
        ["注：本表一式两份"],
        ["1.由各乡镇填报"],
        ["审核人（签字）：      填表人："],
        [None, None, "2026年3月15日"],
    )
    assert names_of(block) == [(2, "甲"), (4, "乙")]


def test_a_row_without_its_name_is_still_a_row():
    (block,) = blocks_of(["序号", "姓名", "电话"], [1, None, 13800000000])
    assert names_of(block) == [(2, "")]


def test_a_header_in_the_middle_may_have_another_order():
    first, second = blocks_of(
        ["石桥镇代表名册"],
        ["姓名", "电话"],
        ["甲", 1],
        ["云坪镇代表名册"],
        ["电话", "姓名"],
        [2, "乙"],
        ["电话", "姓名"],
        [3, "丙"],
    )[:2]
    assert (first.titles, names_of(first)) == (("石桥镇代表名册",), [(3, "甲")])
    assert (second.titles, names_of(second)) == (("云坪镇代表名册",), [(6, "乙")])


def test_a_line_over_the_columns_names_a_section():
    (block,) = blocks_of(
        ["序号", "姓名", "电话"],
        ["石桥镇（2人）", None, None],
        [1, "甲", 1],
        ["二、云坪镇"],
        [2, "乙", 2],
        merged=["A2:C2"],
    )
    assert [row.section for row in block.rows] == ["石桥镇（2人）", "二、云坪镇"]


def test_a_sheet_without_a_header_has_no_blocks():
    assert blocks_of(["说明"], ["请各乡镇认真填写"]) == ()


def test_a_total_of_a_part_is_no_row():
    (block,) = blocks_of(
        ["序号", "姓名", "电话", "选区"],
        [1, "甲", 1, "第1选区"],
        ["第1选区小计", "1人"],
        [None, None, None, "第1选区 合计（1人）"],
        [2, "乙", 2, "第2选区"],
    )
    assert names_of(block) == [(2, "甲"), (5, "乙")]
