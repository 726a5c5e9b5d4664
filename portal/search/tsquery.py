"""A query in the words of PostgreSQL."""

from django.contrib.postgres.search import SearchQuery
from modelsearch.query import And
from modelsearch.query import SearchQuery as Query

from congress.bigrams import Term, is_han
from portal.search.understanding import Leaf

CONFIG = "simple"


def words_of(query: Query) -> str:
    """The words of a query as `to_tsquery` reads them; they are letters and digits only."""
    if isinstance(query, Leaf):
        quoted = [f"'{word}'" for word in query.term.words]
        return " & ".join([*quoted[:-1], quoted[-1] + (":*" if query.term.prefix else "")])
    sign = " & " if isinstance(query, And) else " | "
    return sign.join(f"({words_of(part)})" for part in query.subqueries)


def asked(query: Query) -> SearchQuery:
    return SearchQuery(words_of(query), search_type="raw", config=CONFIG)


def as_written(term: Term) -> str:
    """How the runs of a text spell the term: a word of other letters is whole, and a stretch of
    Han characters may stand within a longer one."""
    before = "" if is_han(term.text[0]) else " "
    after = "" if term.prefix or is_han(term.text[-1]) else " "
    return f"{before}{term.runs}{after}"
