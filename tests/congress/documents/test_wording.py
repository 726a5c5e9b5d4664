"""Dates, names, shares and the lines of a title."""

from datetime import date

import pytest

from congress.documents.gb9704 import lines_of
from congress.documents.handling_sentences import counted
from congress.documents.reminder_slip import standing
from congress.documents.wording import (
    breadth,
    broken,
    clean,
    day,
    listed,
    paragraphs,
    share,
    titled,
)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (day(date(2026, 3, 5)), "2026年3月5日"),
        (day(None), "　　　　年　　月　　日"),
        (clean(" 甲\x00\r\n乙\ufeff "), "甲\n乙"),
        (clean("a\tb"), "a\tb"),
        (paragraphs("　　一\n\n　二\u2028三"), ["一", "二", "三"]),
        (listed(["甲", " ", "乙"]), "甲、乙"),
        (titled("关于修路的建议"), "《关于修路的建议》"),
        (titled("《关于修路的建议》"), "《关于修路的建议》"),
        (titled("关于\n修路"), "《关于 修路》"),
        (breadth("2026年"), 3.0),
        (share(1, 3), "33.3%"),
        (share(3, 3), "100%"),
        (share(0, 3), "0%"),
        (share(9999, 10000), "99.9%"),
        (share(1, 10000), "0.1%"),
        (counted([]), ""),
        (standing(date(2026, 6, 20), date(2026, 6, 25)), "已逾期5天"),
        (standing(date(2026, 6, 25), date(2026, 6, 25)), "今日到期"),
        (standing(date(2026, 6, 26), date(2026, 6, 25)), "还有1天"),
        (
            broken("石桥镇第十九届人民代表大会第二次会议"),
            ["石桥镇第十九届", "人民代表大会", "第二次会议"],
        ),
        (broken("石桥镇第十九届人大第二次会议"), ["石桥镇第十九届", "人大", "第二次会议"]),
        (broken(""), [""]),
    ],
)
def test_words(said, expected):
    assert said == expected


@pytest.mark.parametrize(
    ("pieces", "lines"),
    [
        (["关于", "修路"], ["关于修路"]),
        (["一" * 6, "二" * 6, "三" * 6], ["一" * 6 + "二" * 6, "三" * 6]),
        (["一" * 2, "二" * 8, "三" * 8], ["一" * 2 + "二" * 8, "三" * 8]),
        (["一" * 30, "", "二"], ["一" * 30, "二"]),
        ([], []),
    ],
)
def test_the_lines_of_a_title(pieces, lines):
    assert lines_of(pieces, 12) == lines
