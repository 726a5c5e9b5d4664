"""Who has left, and who has not."""

import pytest

from congress.organisations.roster import leaving


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
    assert leaving.has_left(text, "张三")


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
    assert not leaving.has_left(text, "张三")


def test_a_remark_beside_the_name():
    assert leaving.name_and_remark("张三（已调离）") == ("张三", "已调离")
    assert leaving.name_and_remark("张三（大）") == ("张三（大）", "")
