"""What the compilers of both databases share."""

from typing import Any

from django.db.models import QuerySet
from modelsearch.query import MatchAll, Not, SearchQuery

from portal.search.joining import joined
from portal.search.understanding import understood


class TermsMixin:
    """Understands the query, and lets the database apply the filters of the rows.

    modelsearch's check of these filters knows single declared fields only; ours have joins and
    subqueries, and stand in the same statement. `fields` narrows to the title where it is asked
    for alone.
    """

    LAST_TERM_IS_PREFIX: bool
    queryset: QuerySet
    query: SearchQuery

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.query = understood(self.query, prefix=self.LAST_TERM_IS_PREFIX)

    def check(self) -> None:
        pass

    def columns(self) -> tuple[str, ...]:
        return ("title",) if list(self.fields or ()) == ["title"] else ("title", "body")

    def search(self, config: Any, start: Any, stop: Any, score_field: Any = None, **_: Any) -> Any:
        if isinstance(self.query, MatchAll):
            rows = self.queryset.all()
        elif isinstance(self.query, Not) and isinstance(self.query.subquery, MatchAll):
            rows = self.queryset.none()
        else:
            rows = self.ranked(*joined(self.queryset), score_field)
        if not rows.query.order_by:
            rows = rows.order_by("-pk")
        return rows[start:stop]

    def ranked(self, rows: QuerySet, entries: str, score_field: str | None) -> QuerySet:
        """The rows that are found, in their order."""
        raise NotImplementedError
