"""/health/: 200 and every line ok; 503 and the failing line, each check switched off in turn."""

import os
import subprocess
import sys
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.utils import timezone

from congress.notifications.actions import begin_run, end_run
from portal import health

CHECKS = ("database", "migrations", "cache", "disk", "reminders", "reviews")


def lines(answer) -> dict[str, str]:
    return dict(line.split(": ", 1) for line in answer.content.decode().splitlines())


def test_everything_answers(db):
    answer = Client().get("/health/")
    assert answer.status_code == 200
    assert lines(answer) == dict.fromkeys(CHECKS, "ok")
    assert answer["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"
    assert "Set-Cookie" not in answer


def test_a_migration_that_was_not_applied(db):
    MigrationRecorder(connection).record_unapplied("audit", "0002_append_only")
    answer = Client().get("/health/")
    assert answer.status_code == 503
    assert lines(answer)["migrations"] == "failed: RuntimeError"
    assert lines(answer)["database"] == "ok"


def test_a_cache_that_forgets(db, settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    answer = Client().get("/health/")
    assert answer.status_code == 503
    assert lines(answer)["cache"] == "failed: RuntimeError"


def test_a_full_disk(db, settings):
    settings.HEALTH_FREE_MEGABYTES = 10**12
    answer = Client().get("/health/")
    assert answer.status_code == 503
    assert lines(answer)["disk"] == "failed: RuntimeError"


@pytest.mark.parametrize(("hours", "status"), [(23, 200), (25, 503)])
def test_reminders_that_do_not_run(hours, status, db, settings):
    """A pass that broke off counts for nothing; where none ever ran, the installation counts."""
    settings.HEALTH_REMINDER_HOURS = 24
    then = timezone.now() - timedelta(hours=hours)
    tables = MigrationRecorder.Migration.objects.filter(app="notifications")
    tables.update(applied=then)
    assert Client().get("/health/").status_code == status
    tables.update(applied=then - timedelta(days=99))
    end_run(begin_run(at=then), at=then)
    begin_run(at=timezone.now())
    answer = Client().get("/health/")
    assert answer.status_code == status
    assert lines(answer)["reminders"] == ("ok" if status == 200 else "failed: RuntimeError")
    settings.HEALTH_REMINDER_HOURS = 0
    assert Client().get("/health/").status_code == 200


ASK = """
import django
django.setup()
from django.test import Client
client = Client()
client.cookies["sessionid"] = "somebody"
answer = client.get("/health/")
print(answer.status_code, answer.content.decode())
"""


def test_a_database_that_is_gone():
    """Asked in a process of its own whose database is on a port where nobody listens, by somebody
    who was logged in."""
    answer = subprocess.run(
        [sys.executable, "-c", ASK],
        env=os.environ
        | {
            "DATABASE_URL": "postgres://nobody@127.0.0.1:1/gone",
            "DJANGO_SETTINGS_MODULE": "portal.settings.test",
        },
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert answer.startswith("503 database: failed: OperationalError\n")
    assert "disk: ok" in answer
    assert "127.0.0.1" not in answer


def test_it_tells_a_stranger_no_more_than_the_kind_of_error(db, settings):
    settings.HEALTH_FREE_MEGABYTES = 10**12
    assert "MB" not in Client().get("/health/").content.decode()
    assert set(health.CHECKS) == set(CHECKS)
    cache.delete("health")
