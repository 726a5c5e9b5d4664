"""What stands beside a name and is never stored."""

import pytest

from congress.organisations.roster.private import person_name


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
