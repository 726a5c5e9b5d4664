"""Word files beside the clean HTML that a person would make of them."""

from datetime import date
from pathlib import Path

import pytest
from django.utils.html import escape

from congress.files.word.html import html_of
from congress.files.word.parts import Picture, WordText
from congress.files.word.reading import read_word
from tests.congress.files.word.samples import SAMPLES as MADE
from tests.documents import jpeg
from tests.workbooks import SAMPLES

GIVEN = sorted((SAMPLES / "信息稿").glob("*.docx"))
WRITERS = ["戴新华", "冯光明", "吴正义", "薛子涵", "郑金花", "袁志强", "康向阳", "吴长青"]


def as_html(text: WordText) -> str:
    return f"<h1>{escape(text.title)}</h1>\n{html_of(text.blocks)}\n"


def expected(path: Path) -> str:
    return path.with_suffix(".html").read_text("utf-8")


@pytest.mark.parametrize("path", GIVEN, ids=lambda path: path.stem)
def test_a_given_file(path):
    with path.open("rb") as file:
        text = read_word(file)
    place = path.stem[3:].removesuffix("信息")
    writer = WRITERS[int(path.stem[:2]) - 1]
    assert as_html(text) == expected(path)
    assert (text.source, text.author, text.signed_on) == (f"{place}人大", writer, None)
    assert text.warnings == (f"落款“（{place}人大 {writer}）”已移出正文。",)


def test_all_eight_are_there():
    assert len(GIVEN) == 8


@pytest.mark.parametrize("name", MADE)
def test_a_file_of_our_own_making(name):
    assert as_html(read_word(MADE[name]())) == expected(SAMPLES / "Word" / f"{name}.html")


def test_pictures_keep_their_bytes_and_say_nothing_of_themselves():
    pictures = [
        block
        for block in read_word(MADE["pictures_in_a_table"]()).blocks
        if isinstance(block, Picture)
    ]
    assert {(picture.content, picture.alternative) for picture in pictures} == {(jpeg(), "")}


@pytest.mark.parametrize(
    ("name", "signature"),
    [
        ("made_by_wps", ("石桥镇人大", "周文斌", date(2026, 11, 20))),
        ("official_paper", ("石桥镇人民代表大会主席团", "", date(2026, 3, 5))),
    ],
)
def test_the_signature(name, signature):
    text = read_word(MADE[name]())
    assert (text.source, text.author, text.signed_on) == signature


@pytest.mark.parametrize(
    ("name", "warnings"),
    [
        ("numbered_lists", []),
        ("text_box", ["文本框里的文字已放到所在位置，请核对顺序。"]),
        ("pictures_in_a_table", ["表格里的图片已移到表格之后，或代替原表格。"]),
        (
            "tracked_changes",
            [
                "文件中有修订，已按“接受全部修订”处理，删去的文字不保留。",
                "文件中的批注没有带入。",
                "隐藏的文字没有带入。",
            ],
        ),
        (
            "made_by_wps",
            [
                "落款“供稿：石桥镇人大　周文斌 联系电话：0000-1234567”"
                "“（2026年11月20日）”已移出正文。",
                "以下内容不宜公开，没有带入：联系电话：0000-1234567",
            ],
        ),
        (
            "official_paper",
            [
                "目录没有带入。",
                "脚注已放到文末。",
                "标题以上的文字没有带入：“石桥镇人大信息”“第12期”。",
                "落款“石桥镇人民代表大会主席团”“2026年3月5日”已移出正文。",
            ],
        ),
    ],
)
def test_what_was_lost_is_told(name, warnings):
    assert list(read_word(MADE[name]()).warnings) == warnings
