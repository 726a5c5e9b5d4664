"""Every field stands on its paper, whatever was typed into it."""

import io
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date

import pytest
from docx import Document

from congress.documents.opinion_form import opinion_form
from congress.documents.reminder_slip import reminder_slip
from congress.documents.reply_letter import reply_letter
from congress.documents.suggestion_form import Circumstances, suggestion_form
from congress.documents.suggestion_list import Listed, SuggestionList, suggestion_list
from tests.congress.documents.reading import bare, values, words_of
from tests.congress.documents.samples import BLANK, FORM, MEETING, OPINION, PAPERS, REPLY, SLIP

ODD = "甲\x00乙\x0b丙\ud800丁\u202e戊\ufffe己"
LONG = "渠" * 4000


@pytest.mark.parametrize("name", PAPERS)
def test_every_value_stands_in_the_file(name: str):
    _, builder, value = PAPERS[name]
    text = words_of(builder(value))
    assert [found for found in values(value) if found not in text] == []


@pytest.mark.parametrize("name", PAPERS)
def test_what_may_be_missing_may_be_missing(name: str):
    """Texts emptied one after the other: the paper is made, and says nothing of None."""
    _, builder, value = PAPERS[name]
    texts = [field.name for field in fields(value) if isinstance(getattr(value, field.name), str)]
    for field in texts:
        assert "None" not in words_of(builder(replace(value, **{field: ""})))


@pytest.mark.parametrize("name", PAPERS)
def test_signs_that_no_file_may_hold_are_left_out(name: str):
    _, builder, value = PAPERS[name]
    for field in fields(value):
        if field.name == "result_class" or not isinstance(getattr(value, field.name), str):
            continue
        odd = replace(value, **{field.name: ODD}) if field.name not in CODED else value
        Document(io.BytesIO(builder(odd)))
    text = words_of(reply_letter(replace(REPLY, body=ODD)))
    assert "甲乙丙丁戊己" in text.replace("\n", "")


CODED = {"received", "consultation", "attitude", "reply", "result"}


@pytest.mark.parametrize(
    "typed",
    [
        LONG,
        "The Qinglong canal, 6.3 km",
        "修好了水渠👍🏽，谢谢👨‍👩‍👧",
        "a & b < c > d",
        "第一行\r\n\r\n第二行\x85第三行",
    ],
)
def test_whatever_is_typed_is_printed(typed: str):
    text = words_of(suggestion_form(replace(FORM, cause=typed)))
    lines = [bare(line) for line in typed.replace("\x85", "\n").splitlines()]
    assert [line for line in lines if line not in text] == []


def test_a_word_is_no_control():
    """_x0041_ is what an escape looks like, and stays what was typed."""
    assert "_x0041_" in words_of(suggestion_form(replace(FORM, cause="编号_x0041_")))


def ticks(file: bytes) -> tuple[int, int]:
    text = words_of(file)
    return text.count("☑"), text.count("☐")


@pytest.mark.parametrize(
    ("circumstances", "ticked"),
    [
        (Circumstances(), 0),
        (Circumstances(publicity="none", no_reply_needed=True), 2),
        (Circumstances("title_only", ("forum", "other"), "two", True, True), 6),
    ],
)
def test_boxes(circumstances: Circumstances, ticked: int):
    assert ticks(suggestion_form(replace(FORM, circumstances=circumstances))) == (
        ticked,
        12 - ticked,
    )


@pytest.mark.parametrize(
    "build",
    [
        lambda: suggestion_form(replace(FORM, circumstances=Circumstances(publicity="all"))),
        lambda: opinion_form(replace(OPINION, result="fine")),
        lambda: reminder_slip(replace(SLIP, owed=())),
        lambda: reply_letter(replace(REPLY, deputies=())),
    ],
)
def test_what_cannot_be_said_is_refused(build: Callable):
    with pytest.raises(ValueError):
        build()


def test_the_blank_form_has_lines_to_write_on():
    tables = Document(io.BytesIO(suggestion_form(BLANK))).tables
    assert ([len(table.rows) for table in tables], BLANK.blank) == ([21, 22], True)


def test_a_form_with_a_title_alone_is_not_blank():
    assert replace(BLANK, title="关于修路的建议").blank is False


def test_both_copies_of_the_opinion_form_are_alike():
    text = words_of(opinion_form(OPINION))
    first, second = text.split("第二联")
    said = bare(OPINION.opinion)
    assert [first.count(part) for part in ("面商沟通", "☑不满意", said)] == [1, 1, 1]
    assert [second.count(part) for part in ("面商沟通", "☑不满意", said)] == [1, 1, 1]


def test_a_thousand_rows():
    rows = tuple(
        Listed(f"第{number}号", "王建国", f"关于第{number}件事的建议", "石桥镇财政所")
        for number in range(1, 1001)
    )
    file = suggestion_list(SuggestionList(MEETING, rows, on=date(2026, 3, 20)))
    table = Document(io.BytesIO(file)).tables[0]
    assert len(table.rows) == 1001
    assert "共1000件" in words_of(file)


@pytest.mark.parametrize(
    ("names", "start"),
    [
        (("王建国",), "王建国代表：您提出的"),
        (("王建国", "李秀英"), "王建国代表、李秀英代表：你们提出的"),
    ],
)
def test_the_letter_speaks_to_one_or_several(names, start):
    text = words_of(reply_letter(replace(REPLY, deputies=names)))
    assert bare(start) in text


@pytest.mark.parametrize(
    ("late", "said"),
    [
        (3, "下列3件代表建议尚未答复，均已超过答复期限。"),
        (1, "其中1件已超过答复期限，2件尚在期限内。"),
        (0, "下列3件代表建议尚未答复，答复期限见下表。"),
    ],
)
def test_the_slip_counts_what_is_late(late: int, said: str):
    on = sorted(owed.due for owed in SLIP.owed)[late - 1] if late else date(2026, 6, 1)
    slip = replace(SLIP, on=on.replace(day=on.day + 1) if 0 < late < 3 else on)
    if late == 3:
        slip = replace(SLIP, on=date(2026, 7, 1))
    assert bare(said) in words_of(reminder_slip(slip))
