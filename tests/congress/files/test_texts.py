"""The words of Word and PDF files, and of files that were made to do harm."""

import zipfile
from io import BytesIO

import pytest

from congress.files import text_reader, texts
from congress.files.texts import text_of
from tests.papers import pdf_file, word_file


def read(content: bytes, name: str) -> str:
    return text_of(BytesIO(content), name)


def test_a_word_file_with_a_table():
    content = word_file("农村饮水安全", "第二段", cell="表中文字")
    assert read(content, "汇报.DOCX").split() == ["农村饮水安全", "第二段", "表中文字"]


def test_lines_of_a_printed_page_are_joined():
    assert read(pdf_file("农村饮", "水安全 5G", "WiFi"), "汇报.pdf").split() == [
        "农村饮水安全",
        "5G",
        "WiFi",
    ]


def test_a_locked_file_has_no_words():
    assert read(pdf_file("饮水", password="secret"), "a.pdf") == ""


@pytest.mark.parametrize("name", ["a.pdf", "a.docx"])
@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.4", b"PK\x03\x04", b"%PDF-1.7\n1 0 obj<</Kids[1 0 R]>>endobj", b"\x00" * 4096],
    ids=["empty", "head of a PDF", "head of an archive", "a loop", "zeros"],
)
def test_a_broken_file_has_no_words(content: bytes, name: str):
    assert read(content, name) == ""


def test_a_cut_off_file_is_no_error():
    content = pdf_file("饮水安全" * 20)
    assert "水" not in read(content[: len(content) // 3], "a.pdf")


def test_a_bomb_is_not_unpacked():
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (text_reader.MAX_UNPACKED + 1))
    assert read(stream.getvalue(), "a.docx") == ""


def test_other_kinds_are_not_read():
    assert read(word_file("饮水"), "a.xlsx") == ""


def test_a_reader_that_does_not_come_back_is_ended(monkeypatch, tmp_path):
    sleeper = tmp_path / "sleeper.py"
    sleeper.write_text("import time\ntime.sleep(60)\n")
    monkeypatch.setattr(texts, "READER", sleeper)
    monkeypatch.setattr(texts, "SECONDS", 0.5)
    assert read(pdf_file("饮水"), "a.pdf") == ""


def test_a_file_larger_than_an_upload_is_not_read(monkeypatch):
    monkeypatch.setattr(texts, "MAX_BYTES", 10)
    assert read(word_file("饮水"), "a.docx") == ""


def test_a_long_file_is_read_up_to_a_limit(monkeypatch):
    monkeypatch.setattr(text_reader, "MAX_CHARACTERS", 7)
    assert len(text_reader.read(word_file("饮水安全" * 5), ".docx")) <= 7
