"""Rows as hits, a function for each kind."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import reverse
from modelsearch.index import SearchField

from congress.information.models import Item, ItemAttachment
from congress.information.rules import is_own
from congress.information.states import ITEM
from home.models.base import SitePage
from home.search.hits import Hit, Reader
from home.search.marking import marked, snippet


def page(row: SitePage, reader: Reader) -> Hit:
    return Hit(
        marked(row.title, reader.terms),
        row.get_url(reader.request) or "",
        snippet(_texts(row), reader.terms),
        reader.places.get(row.search_place, ""),
        row.search_day,
    )


def item(row: Item, reader: Reader) -> Hit:
    state = ITEM.state(row.state)
    own = any(is_own(actor, row) for actor in reader.actors)
    return Hit(
        marked(str(row), reader.terms),
        reverse("information:detail", args=[row.pk]),
        snippet([row.body], reader.terms),
        row.organisation.name,
        row.search_day,
        row.reference or "",
        state.label if own else state.public_label,
        state.tone,
    )


def attachment(row: ItemAttachment, reader: Reader) -> Hit:
    """Leads to the item, whose page serves the file."""
    text = row.reading.text if hasattr(row, "reading") else ""
    return Hit(
        marked(row.name, reader.terms),
        reverse("information:detail", args=[row.item_id]),
        snippet([text or str(row.item)], reader.terms),
        row.item.organisation.name,
        row.search_day,
        row.item.reference or "",
    )


def _texts(row: SitePage) -> Iterator[str]:
    """What is indexed of a page beside its title, field by field."""
    for field in row.get_search_fields():
        if isinstance(field, SearchField) and field.field_name != "title":
            yield from _flat(field.get_value(row))


def _flat(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        return [value]
    return [" ".join(map(str, value))] if value else []
