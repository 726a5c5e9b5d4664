"""Rows into the tables, past the actions: COPY on PostgreSQL, many at a time on SQLite."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction

from bench.items import Items
from bench.scale import Scale, Table, offices


def load(scale: Scale) -> None:
    """All rows of the scale, in one transaction. The tables must be empty."""
    copy = copy_rows if connection.vendor == "postgresql" else insert_rows
    with transaction.atomic():
        for table in (*offices(scale), *Items(scale).tables()):
            copy(table)


def settle() -> None:
    """What PostgreSQL does by itself in an office's first night; SQLite never does it."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def copy_rows(table: Table) -> None:
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {table.name} ({table.columns}) FROM STDIN") as copy,
    ):
        for row in table.rows:
            copy.write_row(row)


def insert_rows(table: Table) -> None:
    marks = ", ".join("%s" for _ in table.columns.split(","))
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table.name} ({table.columns}) VALUES ({marks})",
            stored(table.rows),
        )


def stored(rows: Iterable[tuple[Any, ...]]) -> Iterable[list[Any]]:
    """Moments and days as SQLite keeps them."""
    for row in rows:
        yield [
            connection.ops.adapt_datetimefield_value(value)
            if isinstance(value, datetime)
            else value.isoformat()
            if isinstance(value, date)
            else value
            for value in row
        ]
