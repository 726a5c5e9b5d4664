"""What a paper says, from the Word file and from the PDF, and what its dataclass held."""

import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date

from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from congress.documents import opinion_form, suggestion_form
from congress.documents.wording import day, paragraphs

CODES: dict[str, dict[str, str]] = {
    "publicity": suggestion_form.PUBLICITY,
    "research": suggestion_form.RESEARCH,
    "years": suggestion_form.YEARS,
    "received": opinion_form.RECEIVED,
    **dict.fromkeys(("consultation", "attitude", "reply", "result"), opinion_form.RATINGS),
}
PAGE_NUMBER = re.compile("—[0-9]+—")


def bare(text: str) -> str:
    """Without white space, which a PDF sets as it likes, and in one form of each sign."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def words_of(file: bytes) -> str:
    """The text of the body and of heads and feet."""
    paper = Document(io.BytesIO(file))
    section = paper.sections[0]
    parts = [
        section.first_page_header._element,
        paper.element.body,
        section.first_page_footer._element,
    ]
    return bare("".join(found.text or "" for part in parts for found in part.iter(qn("w:t"))))


def words_of_pdf(file: bytes) -> str:
    pages = [bare(page.extract_text()) for page in PdfReader(io.BytesIO(file)).pages]
    return "".join(PAGE_NUMBER.sub("", page) for page in pages)


def values(value: object, name: str = "") -> Iterator[str]:
    """Every text, day and number of the dataclass as it is printed; codes by their words."""
    if is_dataclass(value):
        for field in fields(value):
            yield from values(getattr(value, field.name), field.name)
    elif isinstance(value, tuple):
        for part in value:
            yield from values(part, name)
    elif value and not isinstance(value, bool):
        yield from printed(value, name)


def printed(value: str | int | date, name: str) -> list[str]:
    if isinstance(value, date):
        return [bare(day(value))]
    if isinstance(value, int):
        return [str(value)]
    if name in CODES:
        return [f"☑{CODES[name][value]}"]
    return list(map(bare, paragraphs(value)))
