"""What the indexes of both databases share."""

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from django.db.models import Model
from modelsearch.utils import get_content_type_pk

from congress.bigrams import words
from portal.search.joining import IndexEntry
from portal.search.pausing import is_paused

# PostgreSQL takes a megabyte of one row's words and places; about ten bytes go with each word.
MAX_BYTES = 800_000
PLACE = 10
CHUNK = 200


def spaced(text: str, left: int = MAX_BYTES) -> str:
    """The words of a text, as many as an entry can hold."""
    kept = []
    for word in words(text):
        left -= len(word.encode()) + PLACE
        if left < 0:
            break
        kept.append(word)
    return " ".join(kept)


class WordsIndex:
    """Writes each row's words in one statement. Lengths of titles are averaged at a rebuild only:
    at each save that reads the whole index."""

    COLUMNS: ClassVar[tuple[str, ...]]
    indexer: ClassVar[type]

    def add_items(self, model: type[Model], objs: Iterable[Model]) -> None:
        if is_paused() or not model.get_search_fields():
            return
        kind = get_content_type_pk(model)
        found = {indexer.id: indexer for indexer in self.indexers(objs)}
        entries = [
            IndexEntry(content_type_id=kind, object_id=pk, **self.fields_of(indexer))
            for pk, indexer in found.items()
        ]
        self.entries.bulk_create(
            entries,
            batch_size=CHUNK,
            update_conflicts=True,
            unique_fields=["content_type", "object_id"],
            update_fields=self.COLUMNS,
        )

    def indexers(self, objs: Iterable[Model]) -> Iterator[Any]:
        return (self.indexer(obj, self.backend) for obj in objs)

    def fields_of(self, indexer: Any) -> dict[str, Any]:
        return {name: getattr(indexer, name) for name in self.COLUMNS}
