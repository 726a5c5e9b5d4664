"""A database that belongs to the benches alone, made before and dropped after."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import django
import psycopg
from django.core.management import call_command
from django.db import connection
from psycopg import sql

SERVER = "postgres://postgres@127.0.0.1:5432/portal"
MARK = "made by the benches of the portal, who drop it again"
CONTENTS = """
    SELECT count(*) FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
"""


class NotOurs(Exception):
    """The database holds something that the benches did not make."""


def postgresql_url() -> str:
    """BENCH_DATABASE_URL, or the name of TEST_DATABASE_URL with _bench behind it."""
    beside = urlsplit(os.environ.get("TEST_DATABASE_URL", SERVER))
    default = beside._replace(path=f"{beside.path}_bench").geturl()
    return os.environ.get("BENCH_DATABASE_URL", default)


@contextmanager
def postgresql(url: str) -> Iterator[None]:
    """Portal on an empty database of this URL. Raises `NotOurs` where one of the name stands that
    is neither empty nor left behind by an earlier bench; `psycopg.OperationalError` where no
    server answers."""
    name = urlsplit(url).path.lstrip("/")
    with psycopg.connect(url, dbname="postgres", autocommit=True, connect_timeout=3) as server:
        drop(server, url, name)
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        comment = sql.SQL("COMMENT ON DATABASE {} IS {}")
        server.execute(comment.format(sql.Identifier(name), sql.Literal(MARK)))
        try:
            yield from start(url)
        finally:
            connection.close()
            drop(server, url, name)


def drop(server: psycopg.Connection, url: str, name: str) -> None:
    """Nothing happens where there is none; raises `NotOurs`."""
    found = server.execute(
        "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [name]
    ).fetchone()
    if found is None:
        return
    if found[0] != MARK:
        with psycopg.connect(url) as own:
            contents = own.execute(CONTENTS).fetchone()
        if contents != (0,):
            raise NotOurs(f"{name} is not a database of the benches; BENCH_DATABASE_URL names one")
    server.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(name)))


@contextmanager
def sqlite() -> Iterator[None]:
    """Portal on an empty file in a folder of its own."""
    with TemporaryDirectory(prefix="portal-bench-") as folder:
        yield from start(f"sqlite:///{Path(folder) / 'bench.sqlite3'}")
        connection.close()


def start(url: str) -> Iterator[None]:
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "bench.settings",
        "DATABASE_URL": url,
        "SECRET_KEY": "benches-only",
        "ALLOWED_HOSTS": "testserver",
    }
    django.setup()
    call_command("migrate", verbosity=0)
    yield
