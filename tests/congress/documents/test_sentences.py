"""The sentences of the yearly report are true of every figure, the small and the empty ones too."""

from dataclasses import replace
from datetime import date

import pytest

from congress.documents import handling_sentences as sentences
from congress.documents.handling_figures import Commitments, Counted, Figures, Ratings, UnitFigures
from congress.documents.handling_report import handling_report, parts
from tests.congress.documents.reading import bare, words_of
from tests.congress.documents.samples import REPORT

ON = date(2026, 11, 20)
BEGIN = "截至2026年11月20日，交办的"


def figures(handed_over: int, replied: int, on_time: int, overdue: int = 0, **more) -> Figures:
    return Figures(handed_over, handed_over, replied, on_time, overdue, **more)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (figures(0, 0, 0), "今年没有收到代表建议、批评和意见。"),
        (figures(5, 0, 0), "今年共收到代表建议、批评和意见5件，已全部交办。"),
        (
            Figures(2, 0, 0, 0, apart=(Counted("不予受理", 2), Counted("代表撤回", 0))),
            "今年共收到代表建议、批评和意见2件。其中，不予受理2件，没有需要交办的建议。",
        ),
        (
            Figures(3, 2, 0, 0, apart=(Counted("代表撤回", 1),), categories=(Counted("水利", 2),)),
            "今年共收到代表建议、批评和意见3件。其中，代表撤回1件；交办2件。"
            "交办的建议按内容分：水利2件。",
        ),
    ],
)
def test_what_came_in(found: Figures, said: str):
    assert sentences.received(found, "今年") == said


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (figures(5, 0, 0), "5件建议尚未答复，均在答复期限内。"),
        (figures(5, 0, 0, 5), "5件建议尚未答复，均已超过答复期限。"),
        (figures(5, 0, 0, 2), "5件建议尚未答复，其中2件已超过答复期限。"),
        (figures(5, 5, 5), "5件建议已全部答复，均为按期答复。"),
        (figures(5, 5, 0), "5件建议已全部答复，均为逾期答复。"),
        (
            figures(5, 4, 4),
            "5件建议已答复4件，答复率80.0%，均为按期答复；尚未答复1件，均在答复期限内。",
        ),
        (
            figures(5, 3, 2, 1),
            "5件建议已答复3件，答复率60.0%，其中按期答复2件，占已答复数的66.7%，逾期答复1件；"
            "尚未答复2件，其中1件已超过答复期限。",
        ),
    ],
)
def test_what_was_replied(found: Figures, said: str):
    assert sentences.replied(found, ON) == BEGIN + said


@pytest.mark.parametrize(
    ("classes", "said"),
    [
        ((), ""),
        ((Counted("A类", 4), Counted("B类", 0)), "已答复的4件建议，办理结果均为A类。"),
        (
            (Counted("A类", 3), Counted("B类", 1)),
            "已答复的4件建议按办理结果分：A类3件，占75.0%；B类1件，占25.0%。",
        ),
    ],
)
def test_classes(classes, said: str):
    assert sentences.classes(figures(5, 4, 4, classes=classes)) == said


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Ratings(), ""),
        (Ratings(asked=3), "共发出征询意见表3份，尚未收回。"),
        (
            Ratings(3, 3, 3),
            "共发出征询意见表3份，已全部收回。以收回的3份计算：“满意”3份，占100%。",
        ),
        (
            Ratings(4, 3, 2, 0, 1),
            "共发出征询意见表4份，收回3份，收回率75.0%。以收回的3份计算：“满意”2份，占66.7%；"
            "“不满意”1份，占33.3%。未收回的1份不计入。",
        ),
    ],
)
def test_ratings(found: Ratings, said: str):
    assert sentences.ratings(found) == said


@pytest.mark.parametrize(
    ("whole", "done", "said"),
    [
        (0, 0, ""),
        (2, 2, "2件建议，均已再次答复。"),
        (2, 0, "2件建议，尚未再次答复。"),
        (3, 1, "3件建议，已再次答复1件，其余2件正在办理。"),
    ],
)
def test_handled_again(whole: int, done: int, said: str):
    found = sentences.rehandled(figures(5, 5, 5, rehandled=whole, rehandled_replied=done))
    assert found == (f"代表不满意而重新办理的{said}" if said else "")


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Commitments(), ""),
        (Commitments(1), "1项，已兑现。"),
        (Commitments(0, 2), "2项，均正在办理。"),
        (Commitments(1, 2, 1), "4项，其中已兑现1项，正在办理2项，已逾期1项；兑现率25.0%。"),
        (Commitments(0, 1, 1), "2项，其中正在办理1项，已逾期1项；兑现率0%。"),
    ],
)
def test_promises(found: Commitments, said: str):
    begin = "各承办单位在答复中作出承诺事项"
    assert sentences.commitments(found) == (begin + said if said else "")


@pytest.mark.parametrize(
    "wrong",
    [
        {"received": 39},
        {"replied": 36},
        {"on_time": 35},
        {"overdue": 2},
        {"categories": (Counted("水利", 34),)},
        {"classes": (Counted("A类", 35),)},
        {"ratings": Ratings(31, 31, 25, 5, 2)},
        {"ratings": Ratings(30, 31, 25, 5, 1)},
        {"rehandled_replied": 2},
        {"units": (UnitFigures("石桥镇财政所", 2, 3, 1),)},
    ],
)
def test_figures_that_do_not_add_up_are_refused(wrong: dict):
    with pytest.raises(ValueError):
        replace(REPORT.figures, **wrong)


def test_a_list_that_is_not_whole_is_refused():
    with pytest.raises(ValueError):
        replace(REPORT, promises=REPORT.promises[:2])


def test_a_year_without_suggestions():
    empty = replace(
        REPORT, figures=figures(0, 0, 0), promises=(), measures="", problems="", next_steps=""
    )
    assert [heading for heading, _, _ in parts(empty)] == ["基本情况"]
    assert bare("没有收到代表建议、批评和意见。") in words_of(handling_report(empty))


def test_parts_are_numbered_in_turn():
    text = words_of(handling_report(replace(REPORT, measures="")))
    assert [
        f"{number}、{name}" in text for number, name in (("五", "存在的问题"), ("六", "下一步打算"))
    ] == [True, True]
