"""What cells and titles say."""

import pytest

from congress.organisations.roster import words


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("第十九届", 19),
        ("第二十届", 20),
        ("第二十一届", 21),
        ("第 １９ 届", 19),
        ("第一〇届", 10),
        ("名册", None),
    ],
)
def test_terms_in_titles(text, number):
    assert words.term_in(f"石桥镇{text}人民代表大会") == number


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("县、乡镇", {words.COUNTY, words.TOWNSHIP}),
        ("县乡两级", {words.COUNTY, words.TOWNSHIP}),
        ("镇级", {words.TOWNSHIP}),
        ("区", {words.COUNTY}),
        ("市、县", {words.CITY, words.COUNTY}),
        ("省", {words.HIGHER}),
        ("", set()),
    ],
)
def test_levels(text, levels):
    assert words.levels_in(text) == levels


@pytest.mark.parametrize(
    "text",
    [
        "已调离",
        "调出本县",
        "辞去代表职务",
        "2025年病故",
        "代表资格终止",
        "已调离本镇",
        "调离",
        "（已调离）",
        "备注：已调离（2024年5月）",
        "主席团成员；2025.3调离",
        "因工作变动调离",
        "该代表已于2024年5月去世",
        "辞职，由李四接任",
        "张三已调离",
    ],
)
def test_words_that_end_a_mandate(text):
    assert words.has_left(text, "张三")


@pytest.mark.parametrize(
    "text",
    [
        "拟调离",
        "未辞职",
        "新补选",
        "退休",
        "原主席已调离，由其接任",
        "原主席，已调离，由其接任",
        "从云坪镇调出后在本镇任职",
        "接替王五（已调离）",
        "王五已调离",
        "原代表辞职后补选",
        "因原代表去世补选",
        "因王五调离",
        "父亲病故，困难户",
        "已申请辞职未批准",
        "调到本镇任职",
    ],
)
def test_words_that_end_nothing(text):
    assert not words.has_left(text, "张三")


def test_a_remark_beside_the_name():
    assert words.name_and_remark("张三（已调离）") == ("张三", "已调离")
    assert words.name_and_remark("张三（大）") == ("张三（大）", "")
