"""Several issues in one cell."""

import pytest

from congress.information.book.adoptions import read_outcome

DAILY = "《每日要情》"


@pytest.mark.parametrize(
    ("text", "issues"),
    [
        (f"县{DAILY}第3、4期采用", ["3", "4"]),
        (f"县{DAILY}第3，4期", ["3", "4"]),
        (f"县{DAILY}第3/4期采用", ["3", "4"]),
        (f"县{DAILY}第3-5期采用", ["3", "4", "5"]),
        (f"县{DAILY}第３至５期采用", ["3", "4", "5"]),
        (f"县{DAILY}第3期、第5期采用", ["3", "5"]),
        (f"县{DAILY}第3期采用，第5期采用", ["3", "5"]),
        (f"县{DAILY}3期和4期采用", ["3", "4"]),
        (f"县{DAILY}（第三、四期）采用", ["3", "4"]),
        (f"县{DAILY}2025年第3、4期采用", ["3", "4"]),
        (f"县{DAILY}第3、5-7期采用", ["3", "5", "6", "7"]),
        (f"县{DAILY}第3-4期合刊采用", ["3-4"]),
    ],
)
def test_issues_of_one_publication(text, issues):
    outcome = read_outcome(text)
    assert [(each.level, each.publication) for each in outcome.adoptions] == [
        ("county", DAILY)
    ] * len(issues)
    assert [each.issue for each in outcome.adoptions] == issues
    assert outcome.unread == ()


def test_issues_of_two_publications():
    outcome = read_outcome(f"县{DAILY}第3、4期、市《人大信息》第5期采用")
    assert [(each.publication, each.issue) for each in outcome.adoptions] == [
        (DAILY, "3"),
        (DAILY, "4"),
        ("《人大信息》", "5"),
    ]


@pytest.mark.parametrize("text", ["第3、4期采用", f"{DAILY}第3、4期采用", f"县{DAILY}第5-3期采用"])
def test_what_is_not_clear_is_kept_whole(text):
    outcome = read_outcome(text)
    assert (outcome.adoptions, outcome.unread) == ((), (text,))
