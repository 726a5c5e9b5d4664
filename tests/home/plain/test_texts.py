"""A body as plain text and back."""

import pytest

from home.plain.bodies import is_heading, rows_of
from home.plain.kept import found_by, kept_in, named
from home.plain.texts import is_plain, text_of

PICTURE = {"type": "picture", "value": {"image": 5, "alternative": "会场"}, "id": "p-1"}
TABLE = {"type": "table", "value": {"data": [["村名"]]}, "id": "t-1"}


def paragraph(html: str) -> dict:
    return {"type": "paragraph", "value": html, "id": "x"}


def heading(text: str) -> dict:
    return {"type": "heading", "value": text, "id": "x"}


def bare(rows) -> list[tuple]:
    return [(row["type"], row["value"]) for row in rows]


BODIES = {
    "paragraphs": [paragraph("<p>近日，代表视察。</p><p>意见67条。</p>")],
    "headings": [
        heading("一、摸清底数"),
        paragraph("<p>走访。</p>"),
        heading("（一）入户"),
        heading("基本情况"),
    ],
    "lists": [
        paragraph("<ul><li>水压不足</li><li>管网老化</li></ul><ol><li>甲</li><li>乙</li></ol>")
    ],
    "marks": [
        paragraph(
            '<p>学习<b>代表法</b>，见<a href="https://www.npc.gov.cn/?a=1&amp;b=2">全文</a>。</p>'
        )
    ],
    "signs": [paragraph("<p>1 &lt; 2 &amp; 3 &gt; 2，2*3*4，[注]（1）</p>")],
    "kept": [paragraph("<p>前</p>"), PICTURE, TABLE, paragraph("<p>后</p>")],
}


@pytest.mark.parametrize("name", BODIES)
def test_there_and_back(name):
    rows = BODIES[name]
    kept = found_by(named(kept_in(rows)), rows)
    assert is_plain(rows)
    assert bare(rows_of(text_of(rows), kept)) == bare(rows)


def test_what_the_text_looks_like():
    rows = [heading("一、摸清底数"), heading("基本情况"), *BODIES["lists"], PICTURE, TABLE]
    assert text_of(rows) == (
        "一、摸清底数\n\n# 基本情况\n\n- 水压不足\n- 管网老化\n\n1. 甲\n2. 乙"
        "\n\n【图片1】\n\n【表格1】"
    )


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("　　首行缩进。\r\n第二行。", [("paragraph", "<p>首行缩进。</p><p>第二行。</p>")]),
        ("<b>不是标记</b>", [("paragraph", "<p>&lt;b&gt;不是标记&lt;/b&gt;</p>")]),
        ("[坏](javascript:alert)", [("paragraph", "<p>[坏](javascript:alert)</p>")]),
        (
            '[引](https://a.b/"onclick=x)',
            [("paragraph", '<p><a href="https://a.b/&quot;onclick=x">引</a></p>')],
        ),
        ("一、加强学习，提高能力。", [("paragraph", "<p>一、加强学习，提高能力。</p>")]),
        ("1.投入320万元。", [("paragraph", "<p>1.投入320万元。</p>")]),
        ("1.甲。\n2.乙。", [("paragraph", "<ol><li>甲。</li><li>乙。</li></ol>")]),
        ("【图片9】", [("paragraph", "<p>【图片9】</p>")]),
        ("", []),
    ],
)
def test_what_is_typed(text, body):
    assert bare(rows_of(text, {})) == body


def test_a_part_without_its_mark_stands_at_the_end():
    rows = [PICTURE, paragraph("<p>前</p>")]
    kept = found_by(named(kept_in(rows)), rows)
    assert bare(rows_of("前", kept)) == bare([paragraph("<p>前</p>"), PICTURE])


def test_a_mark_written_twice_is_one_part():
    kept = {"图片1": PICTURE}
    assert [row["type"] for row in rows_of("【图片1】\n【图片1】", kept)] == [
        "picture",
        "paragraph",
    ]


def test_parts_of_another_page_are_not_found():
    assert found_by("图片1=p-9 图片2=p-1 图片3", [PICTURE]) == {"图片2": PICTURE}


@pytest.mark.parametrize(
    "html",
    [
        '<p><a linktype="page" id="3">内页</a></p>',
        "<ul><li>甲<ul><li>乙</li></ul></li></ul>",
        '<embed embedtype="image" id="3"/>',
        "<h3>标题</h3>",
    ],
)
def test_what_plain_text_cannot_say(html):
    assert not is_plain([paragraph(html)])


def test_headings():
    lines = ["一、摸清底数", "（二）推动解决", "二、抓好落实。", "一个村", "十二、" + "长" * 50]
    assert [is_heading(line) for line in lines] == [True, True, False, False, False]
