"""What is written in a page's blocks, read as it is stored: making the blocks' pictures and
documents of it would cost questions for each page."""

import re
from collections.abc import Iterator
from typing import Any

from django.db.models import Model
from wagtail.fields import StreamField
from wagtail.rich_text import get_text_for_indexing

_LINK = re.compile(r'<a\b[^>]*\blinktype="document"[^>]*>')
_KEY = re.compile(r'\bid="(\d+)"')


def texts_in(page: Model) -> Iterator[str]:
    """All texts of all blocks, without their markup."""
    for text in _strings(_stored(page)):
        yield get_text_for_indexing(text) if "<" in text else text


def documents_in(page: Model) -> set[int]:
    """The keys of the documents that the page shows, in blocks of their own or as links."""
    stored = _stored(page)
    shown = {int(block["value"]) for block in _blocks(stored) if block["type"] == "document"}
    links = (link for text in _strings(stored) for link in _LINK.findall(text))
    return shown | {int(key) for link in links for key in _KEY.findall(link)}


def _stored(page: Model) -> list[Any]:
    fields = [field for field in page._meta.get_fields() if isinstance(field, StreamField)]
    return [block for field in fields for block in field.value_from_object(page).raw_data]


def _blocks(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "type" in value and value.get("value"):
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _blocks(part)


def _strings(value: Any) -> Iterator[str]:
    """Of a block its value, of a table its cells."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        inner = value.get("value", value) if "type" in value else value.get("data", value)
        yield from _strings(inner if inner is not value else list(value.values()))
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)
