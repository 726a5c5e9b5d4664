"""What is never stored, wherever it is written."""

import pytest

from congress.organisations.roster.private import person_name, without_private


@pytest.mark.parametrize(
    "written",
    [
        "甲一(430102197001011234)",
        "甲一（４３０１０２１９７００１０１１２３Ｘ）",
        "甲一 430102 19700101 1234",
        "甲一（女，汉族）",
        "甲一，女",
        "甲一 女 汉族",
        "甲 一（1970年1月出生，中共党员）",
        "甲一（）",
    ],
)
def test_names(written):
    assert person_name(written) == "甲一"


@pytest.mark.parametrize("written", ["张三（大）", "李亚 男", "阿依古丽·买买提"])
def test_names_stay_names(written):
    assert person_name(written)[:2] == written.replace(" ", "")[:2]
    assert len(person_name(written)) == len(written.replace(" ", ""))


@pytest.mark.parametrize(
    "written",
    [
        "430102197001011234",
        "430102 19700101 1234",
        "430102-1970-01-01-123X",
        "４３０１０２１９７００１０１１２３４",
        "430102700101123",
        "430102 700101 123",
        "4301 0219 7001 0112 39",
        "身份证号：430102197001011234",
        "女代表，1970年1月出生",
        "性别：女；民族：汉；政治面貌：中共党员",
        "男 汉族 1970.1 党员",
        "女汉族",
        "生于1970年1月",
        "出生日期 1970年1月",
        "现年45岁",
        "1995年入党",
    ],
)
def test_private_texts_leave_nothing(written):
    assert without_private(written) == ""


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("教师（女，汉族，中共党员）", "教师"),
        ("教师（女，高级，汉族）", "教师（高级）"),
        ("教师（女", "教师"),
        ("女（村医，支书）", "村医，支书"),
        ("村支书（党员，1970.01出生），县劳模", "村支书，县劳模"),
        ("主席团成员，430102 19700101 1234，补选", "主席团成员，补选"),
        ("退休教师。女。", "退休教师。"),
        ("石桥镇妇联主席（女干部）", "石桥镇妇联主席（干部）"),
    ],
)
def test_the_rest_stays_without_holes(written, kept):
    assert without_private(written) == kept


@pytest.mark.parametrize(
    "written",
    [
        "群众工作站站长",
        "中共石桥镇委员会书记、人大主席",
        "白族乡干部",
        "2021年补选",
        "13800000001 6594123",
        "13800000001、13900000002",
        "20210007",
        "教师(高级)",
    ],
)
def test_what_is_not_private_stays(written):
    assert without_private(written) == written
