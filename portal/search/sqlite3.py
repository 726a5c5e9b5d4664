"""The search backend on SQLite: FTS5 over words of two characters."""

from django.db.models import QuerySet
from django.db.models.expressions import OrderBy
from django.db.models.sql.constants import INNER
from django.db.models.sql.datastructures import Join
from django.db.models.sql.where import AND
from modelsearch.backends.database.sqlite import sqlite
from modelsearch.query import Not, SearchQuery

from portal.search.compiling import TermsMixin
from portal.search.fts5 import Found, FullText, Match, Rank, rowid_of
from portal.search.fts5_query import expression
from portal.search.indexing import WordsIndex, spaced
from portal.search.joining import joined


class Compiler(TermsMixin, sqlite.SQLiteSearchQueryCompiler):
    def ranked(self, rows: QuerySet, entries: str, score_field: str | None) -> QuerySet:
        if isinstance(self.query, Not):
            found, alias = joined(self.queryset.model._default_manager.order_by())
            matched = self._matched(found, alias, self.query.subquery)[0]
            return self.queryset.exclude(pk__in=matched.values("pk"))
        rows, rank = self._matched(rows, entries, self.query)
        if score_field:
            rows = rows.annotate(**{score_field: rank})
        return rows.order_by(OrderBy(rank), "-pk") if self.order_by_relevance else rows

    def _matched(self, rows: QuerySet, entries: str, query: SearchQuery) -> tuple[QuerySet, Rank]:
        """One join that the full text leads: a score asked for each row by itself takes a time
        that grows with the square of what is found."""
        join = Join(FullText._meta.db_table, entries, None, INNER, Found(), False)
        rowid = rowid_of(rows.query.join(join))
        asked = f"{{{' '.join(self.columns())}}} : ({expression(query)})"
        rows.query.where.add(Match(rowid, asked), AND)
        return rows, Rank(rowid)


class AutocompleteCompiler(Compiler, sqlite.SQLiteAutocompleteQueryCompiler):
    LAST_TERM_IS_PREFIX = True

    def columns(self) -> tuple[str, ...]:
        return ("autocomplete",)


class Indexer(sqlite.ObjectIndexer):
    @property
    def title(self) -> str:
        return spaced(super().title)

    @property
    def body(self) -> str:
        return spaced(super().body)

    @property
    def autocomplete(self) -> str:
        return spaced(super().autocomplete)


class Index(WordsIndex, sqlite.SQLiteIndex):
    COLUMNS = ("title", "body", "autocomplete")
    indexer = Indexer

    def _refresh_title_norms(self, full: bool = False) -> None:
        """The ranking of FTS5 knows the lengths of titles."""


class SearchBackend(sqlite.SQLiteSearchBackend):
    query_compiler_class = Compiler
    autocomplete_query_compiler_class = AutocompleteCompiler
    index_class = Index
