"""Word files that are not taken, each with a sentence that says what to do."""

import io
import re
from contextlib import suppress
from random import Random

import pytest

from congress.files.refusals import FileRefused
from congress.files.word import refusals
from congress.files.word.reading import read_word
from congress.files.word.weighing import MAX_MEGABYTES
from tests.congress.files.word.samples import SAMPLES
from tests.documents import SPACES, jpeg, paragraph, picture, word_file
from tests.workbooks import ROSTER, repacked

MEGABYTE = 1024 * 1024
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TEXT = word_file(paragraph("石桥镇：代表视察"), paragraph("近日，代表视察。")).getvalue()
BOMB = b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>'
OUTSIDE = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>'


def sentence_of(content: bytes) -> str:
    with pytest.raises(FileRefused) as refused:
        read_word(io.BytesIO(content))
    return refused.value.sentence


def old(*streams: str) -> bytes:
    return OLE + b"\0" * 504 + " ".join(streams).encode("utf-16-le")


def changed(part: str, before: bytes, after: bytes) -> bytes:
    def change(name: str, content: bytes) -> bytes:
        return content.replace(before, after, 1) if name == part else content

    return repacked(change, source=TEXT).getvalue()


def with_parts(**parts: bytes) -> bytes:
    extra = {name.replace("__", "/").replace("_dot_", "."): part for name, part in parts.items()}
    return repacked(lambda name, part: part, source=TEXT, extra=extra).getvalue()


def without(part: str) -> bytes:
    return repacked(lambda name, content: None if name == part else content, source=TEXT).getvalue()


MAIN = "word/document.xml"
CASES = {
    "empty": (b"", refusals.empty()),
    "a page of the web": (b"<html><body>word</body></html>", refusals.not_word()),
    "a workbook": (ROSTER.read_bytes(), refusals.not_word()),
    "a pdf": (b"%PDF-1.7 ...", refusals.is_pdf()),
    "an old .doc": (old("WordDocument", "1Table"), refusals.old_word()),
    "an old .wps": (old("WordDocument", "KSOProductBuildVer"), refusals.old_word()),
    "an old .xls": (old("Workbook"), refusals.not_word()),
    "a password": (old("EncryptionInfo", "EncryptedPackage"), refusals.has_password()),
    "a .docm": (with_parts(word__vbaProject_dot_bin=b"x"), refusals.has_macros()),
    "macros by type": (
        changed("[Content_Types].xml", b"document.main+xml", b"macroEnabled.main+xml"),
        refusals.has_macros(),
    ),
    "half a file": (TEXT[: len(TEXT) // 2], refusals.damaged()),
    "no document": (without(MAIN), refusals.not_word()),
    "broken xml": (changed(MAIN, b"</w:body>", b"</w:bdoy>"), refusals.damaged()),
    "entities": (changed(MAIN, b"<w:document", BOMB + b"<w:document"), refusals.damaged()),
    "a file of the machine": (
        changed(MAIN, b"<w:document", OUTSIDE + b"<w:document"),
        refusals.damaged(),
    ),
    "entities in the styles": (
        changed("word/styles.xml", b"<w:styles", BOMB + b"<w:styles"),
        refusals.damaged(),
    ),
    "nested beyond reason": (
        changed(MAIN, b"<w:body>", b"<w:body>" + b"<w:ins>" * 5000 + b"</w:ins>" * 5000),
        refusals.damaged(),
    ),
    "a zip bomb": (
        with_parts(word__media__image1_dot_png=b"\0" * 97 * MEGABYTE),
        refusals.too_long(),
    ),
    "a text without end": (
        changed(MAIN, b"<w:body>", b"<w:body>" + b"<w:p/>" * 800_000),
        refusals.too_long(),
    ),
    "nothing in it": (word_file(paragraph("　")).getvalue(), refusals.no_text()),
    "no body": (
        repacked(
            lambda name, part: f"<w:document {SPACES}/>".encode() if name == MAIN else part,
            source=TEXT,
        ).getvalue(),
        refusals.no_text(),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_refused(name):
    content, refusal = CASES[name]
    assert sentence_of(content) == refusal.sentence


def test_too_big_is_refused_unread():
    content = b"PK\x03\x04" + b"\0" * MAX_MEGABYTES * MEGABYTE
    assert sentence_of(content) == refusals.too_big(MAX_MEGABYTES).sentence


def test_the_sentence_of_a_doc_says_how_to_save_it():
    sentence = sentence_of(CASES["an old .doc"][0])
    assert "另存为" in sentence
    assert ".docx" in sentence


def test_three_hundred_pages_are_taken():
    page = [paragraph("代表们入户座谈，听取意见。" * 12) for _ in range(5)]
    text = read_word(word_file(paragraph("石桥镇年度总结"), *page * 300))
    assert (text.title, len(text.blocks)) == ("石桥镇年度总结", 1500)


@pytest.mark.parametrize(
    "styles",
    [
        '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>',
        "",
    ],
)
def test_styles_in_a_circle_or_missing(styles):
    line = paragraph("近日，代表视察。", properties='<w:pStyle w:val="a"/>')
    assert len(read_word(word_file(line, styles=styles)).blocks) == 1


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///c:/a.doc", "data:text/html,x"])
def test_links_lead_to_the_web_alone(link):
    inner = '<w:hyperlink r:id="rId9"><w:r><w:t>点击&lt;script&gt;</w:t></w:r></w:hyperlink>'
    text = read_word(word_file(paragraph("标题"), paragraph(inner), links={"rId9": link}))
    assert [block.html for block in text.blocks] == ["点击&lt;script&gt;"]


MANY = 40_000


@pytest.mark.parametrize(
    "inner",
    [
        "<w:r><w:t>长</w:t></w:r>" * MANY,
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * MANY + "<w:r><w:t>长</w:t></w:r>" * 100,
        "<w:r><w:t>（石桥镇人大 甲 乙 丙 丁</w:t></w:r>" * MANY,
        '<w:r><w:rPr><w:sz w:val="²"/></w:rPr><w:t>长</w:t></w:r>',
    ],
    ids=["runs", "fields", "brackets", "no number"],
)
def test_what_would_take_long_does_not(inner):
    text = read_word(word_file(paragraph("标题"), paragraph(f"<w:r/>{inner}"), paragraph("尾。")))
    assert text.title == "标题"


def test_a_table_without_end():
    row = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="60"/></w:tcPr><w:p/></w:tc></w:tr>'
    assert sentence_of(word_file(f"<w:tbl>{row * 20_000}</w:tbl>").getvalue()) == (
        refusals.too_long().sentence
    )


def test_one_picture_a_thousand_times():
    shown = "".join(picture("rId1") for _ in range(1000))
    text = read_word(word_file(paragraph("标题"), paragraph(shown), media={"rId1": jpeg()}))
    assert len(text.blocks) == 60
    assert text.warnings[0] == "文件中的图片超过 60 张，其余没有带入。"


@pytest.mark.parametrize("seed", range(60))
def test_a_mutilated_file_is_taken_or_refused(seed):
    """Never anything but a text or a sentence."""
    chance = Random(seed)
    made = chance.choice(list(SAMPLES.values()))().getvalue()
    part = chance.choice([MAIN, "word/styles.xml", "word/numbering.xml"])

    def cut(name: str, content: bytes) -> bytes:
        if name != part:
            return content
        tags = re.findall(rb"<w:\w+[^>]*/>|w:val=\"[^\"]*\"", content) or [b"none"]
        for tag in chance.choices(tags, k=5):
            other = chance.choice([b"", chance.choice(tags) if tag[:1] == b"<" else b'w:val="-1"'])
            content = content.replace(tag, other, chance.choice([1, 100]))
        return content

    with suppress(FileRefused):
        assert read_word(repacked(cut, source=made)).blocks is not None
