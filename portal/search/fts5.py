"""The full text of SQLite in a query: its join, its match, its rank."""

from typing import Any

from django.db.models import Expression, FloatField
from django.db.models.lookups import Exact
from modelsearch.conf import get_app_config

from portal.search.joining import column

FullText = get_app_config().get_model("SQLiteFTSIndexEntry", require_ready=False)
# Of a word in the words typed ahead, in the text, in the title: the order of the table's columns.
WEIGHTS = (1.0, 1.0, 4.0)


class Found:
    """The join of the entries to the full text, as `Join` asks for it."""

    related_model = FullText

    def get_joining_fields(self) -> tuple[()]:
        return ()

    def get_extra_restriction(self, alias: str, parent: str) -> Exact:
        return Exact(rowid_of(alias), column(parent, "id"))


def rowid_of(alias: str) -> Any:
    return FullText._meta.get_field("index_entry").get_col(alias)


class _OfFullText(Expression):
    """An expression of FTS5's own, which names the table and no column."""

    def __init__(self, rowid: Any, output_field: Any = None) -> None:
        super().__init__(output_field)
        self.rowid = rowid

    def get_source_expressions(self) -> list[Any]:
        return [self.rowid]

    def set_source_expressions(self, exprs: list[Any]) -> None:
        (self.rowid,) = exprs

    def table(self, compiler: Any) -> str:
        alias = compiler.quote_name_unless_alias(self.rowid.alias)
        return f"{alias}.{compiler.connection.ops.quote_name(FullText._meta.db_table)}"


class Match(_OfFullText):
    conditional = True

    def __init__(self, rowid: Any, expression: str) -> None:
        super().__init__(rowid)
        self.expression = expression

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        return f"{self.table(compiler)} MATCH %s", [self.expression]


class Rank(_OfFullText):
    """The smaller, the better."""

    def __init__(self, rowid: Any) -> None:
        super().__init__(rowid, FloatField())

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        weights = ", ".join(map(str, WEIGHTS))
        return f"bm25({self.table(compiler)}, {weights})", []
