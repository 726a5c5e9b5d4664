"""Texts of which a part is never stored."""

import pytest

from congress.organisations.roster.private import without_private


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
