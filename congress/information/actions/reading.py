"""Keeps the search current where rows change without being saved."""

from collections.abc import Sequence

from modelsearch import index
from modelsearch.backends import get_search_backends

from congress.information.models import Item


def index_text(item: Item) -> None:
    """Whoever may see the item finds it by its text as it stands now; who may is asked of
    `rules` at each search."""
    index.insert_or_update_object(Item.objects.get(pk=item.pk))


def index_texts(items: Sequence[Item]) -> None:
    """The same for rows made at once."""
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(Item, items)
