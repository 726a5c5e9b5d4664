"""The papers as an office program sets them: pages, lines, and the words on them."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from congress.documents import gb9704
from congress.documents.reply_letter import reply_letter
from congress.documents.style import STANDARD
from congress.documents.suggestion_form import suggestion_form
from congress.documents.suggestion_list import Listed, suggestion_list
from tests.congress.documents.office import office_path, to_pdf
from tests.congress.documents.reading import bare, values, words_of_pdf
from tests.congress.documents.samples import FORM, LIST, PAPERS, REPLY

pytestmark = pytest.mark.office
PAGES = {
    "suggestion-form": 2,
    "suggestion-form-blank": 2,
    "handover-sheet": 2,
    "refusal-letter": 2,
    "reminder-slip": 1,
    "reply-letter": 2,
    "opinion-form": 2,
    "suggestion-list": 2,
    "handling-report": 3,
}
LONG = "渠" * 4000


def full_page(count: int) -> bytes:
    paper = gb9704.begin("满页", STANDARD)
    gb9704.add(paper, gb9704.ADDRESSEE, "国" * count)
    return gb9704.saved(paper)


EXTRA: dict[str, Callable[[], bytes]] = {
    "page": lambda: full_page(22 * 28),
    "page-and-one": lambda: full_page(22 * 28 + 1),
    "long-form": lambda: suggestion_form(replace(FORM, cause=LONG)),
    "long-letter": lambda: reply_letter(replace(REPLY, body=LONG)),
    "thousand": lambda: suggestion_list(
        replace(LIST, rows=tuple(Listed(f"第{n}号", "王建国", "修路", "") for n in range(1, 1001)))
    ),
}


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory) -> dict[str, bytes]:
    """All papers by name, set in one start of the program."""
    if not office_path():
        pytest.skip("no LibreOffice found (SOFFICE names one)")
    folder: Path = tmp_path_factory.mktemp("papers")
    made = {name: builder(value) for name, (_, builder, value) in PAPERS.items()}
    made |= {name: build() for name, build in EXTRA.items()}
    for name, file in made.items():
        (folder / f"{name}.docx").write_bytes(file)
    to_pdf(sorted(folder.glob("*.docx")), folder)
    return {name: (folder / f"{name}.pdf").read_bytes() for name in made}


def pages_of(file: bytes) -> list:
    return list(PdfReader(io.BytesIO(file)).pages)


def test_the_number_of_pages(pdfs):
    assert {name: len(pages_of(pdfs[name])) for name in PAPERS} == PAGES


@pytest.mark.parametrize("name", PAPERS)
def test_every_page_is_a4(name: str, pdfs):
    sizes = {(round(p.mediabox.width), round(p.mediabox.height)) for p in pages_of(pdfs[name])}
    assert sizes == {(595, 842)}


@pytest.mark.parametrize("name", PAPERS)
def test_every_value_is_printed(name: str, pdfs):
    text = words_of_pdf(pdfs[name])
    assert [found for found in values(PAPERS[name][2]) if found not in text] == []


def test_a_page_holds_22_lines_of_28_characters(pdfs):
    assert [len(pages_of(pdfs[name])) for name in ("page", "page-and-one")] == [1, 2]
    lines = pages_of(pdfs["page"])[0].extract_text().split()
    assert [len(line) for line in lines if "国" in line] == [28] * 22


@pytest.mark.parametrize("name", ["long-form", "long-letter"])
def test_a_long_text_without_an_end_is_printed_whole(name: str, pdfs):
    assert words_of_pdf(pdfs[name]).count("渠") >= 4000


def test_a_thousand_rows_are_printed_below_their_heads(pdfs):
    pages = pages_of(pdfs["thousand"])
    texts = [bare(page.extract_text()) for page in pages]
    assert [text.count("建议编号") for text in texts] == [1] * len(pages)
    assert sum(text.count("修路") for text in texts) == 1000


def test_the_first_page_of_a_letter_has_no_number(pdfs):
    texts = [bare(page.extract_text()) for page in pages_of(pdfs["reply-letter"])]
    assert ["—1—" in texts[0], "—2—" in texts[1]] == [False, True]


def test_each_copy_of_the_opinion_form_is_a_page(pdfs):
    texts = [bare(page.extract_text())[:3] for page in pages_of(pdfs["opinion-form"])]
    assert texts == ["第一联", "第二联"]
