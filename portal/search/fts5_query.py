"""A query in the words of FTS5."""

from modelsearch.query import And, Not, Or, SearchQuery

from portal.search.understanding import Leaf


def expression(query: SearchQuery) -> str:
    """The query in FTS5's words; a term's words are a phrase. FTS5 has no "not" of one side."""
    if isinstance(query, Leaf):
        star = " *" if query.term.prefix else ""
        return f'"{" ".join(query.term.words)}"{star}'
    if isinstance(query, And):
        wanted = [part for part in query.subqueries if not isinstance(part, Not)]
        refused = [part.subquery for part in query.subqueries if isinstance(part, Not)]
        if wanted:
            both = _within(" AND ", wanted)
            return f"({both} NOT {_within(' OR ', refused)})" if refused else both
    if isinstance(query, Or):
        return _within(" OR ", query.subqueries)
    raise NotImplementedError(f"{query!r} cannot be asked of SQLite.")


def _within(word: str, parts: list[SearchQuery]) -> str:
    return f"({word.join(expression(part) for part in parts)})"
