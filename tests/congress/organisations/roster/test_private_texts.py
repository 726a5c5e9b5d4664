"""Texts that say what is never stored."""

import pytest

from congress.organisations.roster.private import without_private


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
