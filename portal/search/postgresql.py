"""The search backend on PostgreSQL: a GIN index over words of two characters."""

from functools import cached_property
from typing import Any

from django.contrib.postgres.search import (
    SearchQuery,
    SearchRank,
    SearchVectorExact,
    SearchVectorField,
)
from django.db.models import QuerySet, Value
from django.db.models.expressions import CombinedExpression, OrderBy
from django.db.models.lookups import Contains
from django.db.models.sql.where import AND, OR, WhereNode
from modelsearch.backends.database.postgres import postgres
from modelsearch.query import Not, Or
from modelsearch.query import SearchQuery as Query

from congress.bigrams import runs
from portal.search.compiling import TermsMixin
from portal.search.indexing import MAX_BYTES, WordsIndex, spaced
from portal.search.joining import column
from portal.search.tsquery import CONFIG, as_written, asked
from portal.search.understanding import Leaf, sought

TEXTS = {"title": "title_text", "body": "body_text"}


class Compiler(TermsMixin, postgres.PostgresSearchQueryCompiler):
    def ranked(self, rows: QuerySet, entries: str, score_field: str | None) -> QuerySet:
        rows.query.where.add(self._condition(self.query, entries), AND)
        wanted = sought(self.query)
        rank = self._rank(asked(wanted), entries) if wanted else Value(0.0)
        if score_field:
            rows = rows.annotate(**{score_field: rank})
        if self.order_by_relevance:
            by_rank = [OrderBy(rank, descending=True)] if wanted else []
            rows = rows.order_by(*by_rank, "-pk")
        return rows

    def _condition(self, query: Query, entries: str) -> WhereNode:
        if isinstance(query, Leaf):
            return self._holds(query, entries)
        if isinstance(query, Not):
            return WhereNode([self._condition(query.subquery, entries)], AND, negated=True)
        parts = [self._condition(part, entries) for part in query.subqueries]
        return WhereNode(parts, OR if isinstance(query, Or) else AND)

    def _holds(self, leaf: Leaf, entries: str) -> WhereNode:
        """The index answers which entries have all words; where they must stand side by side
        these are read again, for a place beyond 16,383 is not kept in the index."""
        vector = self._vector(entries)
        holds = WhereNode([SearchVectorExact(vector, asked(leaf))], AND)
        if len(leaf.term.words) > 1 and all(name in TEXTS for name in self.columns()):
            spelt = as_written(leaf.term)
            texts = [Contains(column(entries, TEXTS[c]), spelt) for c in self.columns()]
            holds.add(WhereNode(texts, OR), AND)
        return holds

    def _vector(self, entries: str) -> Any:
        """As the index has it that our migration adds: title || body."""
        vector, *others = (column(entries, name) for name in self.columns())
        for other in others:
            vector = CombinedExpression(vector, "||", other, SearchVectorField())
        return vector

    def _rank(self, query: SearchQuery, entries: str) -> Any:
        ranks = [SearchRank(column(entries, name), query) for name in self.columns()]
        if self.columns()[0] == "title":
            ranks[0] = ranks[0] * column(entries, "title_norm")
        return sum(ranks[1:], ranks[0])


class AutocompleteCompiler(Compiler, postgres.PostgresAutocompleteQueryCompiler):
    LAST_TERM_IS_PREFIX = True

    def columns(self) -> tuple[str, ...]:
        return ("autocomplete",)


class Indexer(postgres.ObjectIndexer):
    """`title_text` and `body_text` are the runs, with a space at both ends."""

    def as_vector(self, texts: list[tuple[str, str]], for_autocomplete: bool = False) -> Any:
        share = MAX_BYTES // max(len(texts), 1)
        spread = [(spaced(text, share), weight) for text, weight in texts]
        return super().as_vector(spread, for_autocomplete)

    @cached_property
    def title_text(self) -> str:
        return f" {runs(super().title_text)} "

    @cached_property
    def body_text(self) -> str:
        return f" {runs(super().body_text)} "


class Index(WordsIndex, postgres.PostgresIndex):
    COLUMNS = ("title", "body", "autocomplete", "title_text", "body_text")
    indexer = Indexer

    def _refresh_title_norms(self, full: bool = False) -> None:
        if full:
            super()._refresh_title_norms(full=True)


class SearchBackend(postgres.PostgresSearchBackend):
    query_compiler_class = Compiler
    autocomplete_query_compiler_class = AutocompleteCompiler
    index_class = Index

    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__({"SEARCH_CONFIG": CONFIG} | params)
