"""The way from found entries to the rows of a model.

modelsearch's own relation turns each row's key into a text, which no index serves: every row is
read. Here the entry's text is turned into a key, so that the database begins with what it found.
"""

from typing import Any

from django.db.models import BigIntegerField, Model, QuerySet
from django.db.models.functions import Cast
from django.db.models.lookups import Exact
from django.db.models.sql.constants import INNER
from django.db.models.sql.datastructures import Join
from django.db.models.sql.where import AND, WhereNode
from modelsearch.conf import get_app_config
from modelsearch.utils import get_descendants_content_types_pks

IndexEntry = get_app_config().get_model("IndexEntry", require_ready=False)


class _Entries:
    """What `Join` asks of a relation: the condition of the join, from a model to its entries."""

    related_model = IndexEntry

    def __init__(self, model: type[Model]) -> None:
        self.model = model

    def get_joining_fields(self) -> tuple[()]:
        return ()

    def get_extra_restriction(self, alias: str, parent: str) -> WhereNode:
        kind, key = column(alias, "content_type"), column(alias, "object_id")
        own = self.model._meta.pk.get_col(parent)
        kinds = get_descendants_content_types_pks(self.model)
        return WhereNode(
            [
                kind.target.get_lookup("in")(kind, kinds),
                Exact(own, Cast(key, BigIntegerField())),
            ],
            AND,
        )


def column(alias: str, name: str) -> Any:
    """A column of the entries, which stand in the query under this alias."""
    return IndexEntry._meta.get_field(name).get_col(alias)


def joined(rows: QuerySet) -> tuple[QuerySet, str]:
    """A copy of the rows, joined to their entries, and the entries' alias."""
    rows = rows.all()
    base = rows.query.get_initial_alias()
    join = Join(IndexEntry._meta.db_table, base, None, INNER, _Entries(rows.model), False)
    return rows, rows.query.join(join)
