"""What takes long to make: made once in a process, and laid down row by row afterwards.

Opening the sites of two counties costs half a second of acts, far more than most tests of what
stands on them. The rows keep their keys: a sequence gives none of them a second time.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import Model
from wagtail.models import Site

FULL_TEXT = "SQLiteFTSIndexEntry"

Step = Callable[[], object]
Row = tuple[Any, ...]
Rows = dict[Any, Row]


@dataclass(frozen=True)
class Difference:
    gone: list[Any]
    new: Rows
    changed: Rows


Made = dict[type[Model], Difference]


class Snapshots:
    """`steps` are made one upon the other in a database as every test finds it."""

    def __init__(self, *steps: Step) -> None:
        self.steps = steps
        self.made: dict[Step, Made] = {}

    def lay(self, step: Step) -> None:
        """Where rows of the test's own stand in the way the step is made as ever."""
        if not self.made:
            self.take()
        try:
            with transaction.atomic():
                for model, made in self.made[step].items():
                    remove(model, made.gone)
                    insert(model, made.new)
                    update(model, made.changed)
        except IntegrityError:
            step()
        Site.clear_site_root_paths_cache()

    def take(self) -> None:
        with transaction.atomic():
            before = every_row()
            for step in self.steps:
                step()
                after = every_row()
                self.made[step] = {m: difference(before[m], after[m]) for m in after}
                before = after
            transaction.set_rollback(True)


def every_row() -> dict[type[Model], Rows]:
    return {model: rows_of(model) for model in models()}


def models() -> Iterator[type[Model]]:
    """Those with a table of their own; SQLite's full-text index is filled by triggers."""
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy and model.__name__ != FULL_TEXT:
            yield model


def rows_of(model: type[Model]) -> Rows:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(columns(model))} FROM {table(model)}")
        return {row[0]: row for row in cursor.fetchall()}


def table(model: type[Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)


def columns(model: type[Model]) -> list[str]:
    """The key first."""
    fields = sorted(model._meta.local_concrete_fields, key=lambda field: not field.primary_key)
    return [connection.ops.quote_name(field.column) for field in fields]


def difference(before: Rows, after: Rows) -> Difference:
    return Difference(
        [key for key in before if key not in after],
        {key: row for key, row in after.items() if key not in before},
        {key: row for key, row in after.items() if before.get(key, row) != row},
    )


def remove(model: type[Model], keys: list[Any]) -> None:
    key = columns(model)[0]
    with connection.cursor() as cursor:
        for found in keys:
            cursor.execute(f"DELETE FROM {table(model)} WHERE {key} = %s", [found])


def insert(model: type[Model], rows: Rows) -> None:
    if not rows:
        return
    names = columns(model)
    one = f"({', '.join(['%s'] * len(names))})"
    sql = f"INSERT INTO {table(model)} ({', '.join(names)}) VALUES {', '.join([one] * len(rows))}"
    with connection.cursor() as cursor:
        cursor.execute(sql, [value for row in rows.values() for value in row])


def update(model: type[Model], rows: Rows) -> None:
    key, *names = columns(model)
    values = ", ".join(f"{name} = %s" for name in names)
    with connection.cursor() as cursor:
        for found, *row in rows.values():
            cursor.execute(f"UPDATE {table(model)} SET {values} WHERE {key} = %s", [*row, found])
