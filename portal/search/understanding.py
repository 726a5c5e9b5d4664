"""A query as both databases are given it: terms, joined by and, or, not."""

from dataclasses import replace

from modelsearch.query import And, Boost, Fuzzy, MatchAll, Not, Or, Phrase, PlainText, SearchQuery

from congress.bigrams import Term, terms

NOTHING = Not(MatchAll())


class Leaf(SearchQuery):
    """One term."""

    def __init__(self, term: Term) -> None:
        self.term = term

    def __repr__(self) -> str:
        return f"<Leaf {self.term.text!r}>"


def understood(query: SearchQuery, *, prefix: bool = False) -> SearchQuery:
    """The query with leaves for its words; NOTHING where only marks are left of them. `prefix`
    makes the last word of each text a beginning, as somebody types it."""
    return _understood(query, prefix) or NOTHING


def _understood(query: SearchQuery, prefix: bool) -> SearchQuery | None:
    if isinstance(query, PlainText | Phrase | Fuzzy):
        return _words(query, prefix)
    if isinstance(query, Boost):
        return _understood(query.subquery, prefix)
    if isinstance(query, Not):
        inner = _understood(query.subquery, prefix)
        return Not(inner) if inner else None
    if isinstance(query, And | Or):
        parts = [_understood(part, prefix) for part in query.subqueries]
        return _joined(type(query), [part for part in parts if part])
    return query


def _words(query: SearchQuery, prefix: bool) -> SearchQuery | None:
    found = list(terms(query.query_string))
    if found and prefix:
        found[-1] = replace(found[-1], prefix=True)
    either = getattr(query, "operator", "and") == "or"
    return _joined(Or if either else And, [Leaf(term) for term in found])


def _joined(kind: type[SearchQuery], parts: list[SearchQuery]) -> SearchQuery | None:
    return parts[0] if len(parts) == 1 else kind(parts) if parts else None


def sought(query: SearchQuery) -> SearchQuery | None:
    """What of an understood query a text should hold: the query without what it should not."""
    if isinstance(query, Leaf):
        return query
    if isinstance(query, And | Or):
        parts = [sought(part) for part in query.subqueries]
        return _joined(type(query), [part for part in parts if part])
    return None
