"""/health/: what the installation needs to serve, one line each."""

import shutil
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from congress.notifications.queries.runs import last_run
from home.review.checking import require_reviews


def database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def migrations() -> None:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        raise RuntimeError(f"{len(waiting)} not applied")


def cache_answers() -> None:
    cache.set("health", "ok", 30)
    if cache.get("health") != "ok":
        raise RuntimeError("what was stored did not come back")


def free_disk() -> None:
    folder = next(p for p in (settings.MEDIA_ROOT, *settings.MEDIA_ROOT.parents) if p.exists())
    free = shutil.disk_usage(folder).free // 1024**2
    if free < settings.HEALTH_FREE_MEGABYTES:
        raise RuntimeError(f"{free} MB left")


def reminders() -> None:
    hours = settings.HEALTH_REMINDER_HOURS
    if hours and last_run() < timezone.now() - timedelta(hours=hours):
        raise RuntimeError("send_reminders does not run")


CHECKS: dict[str, Callable[[], None]] = {
    "database": database,
    "migrations": migrations,
    "cache": cache_answers,
    "disk": free_disk,
    "reminders": reminders,
    "reviews": require_reviews,
}


@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  a view's signature
    """200 with every check "ok"; 503 otherwise, the failing lines naming the kind of error only,
    so that nothing of the machine is told to a stranger."""
    lines = {}
    for name, check in CHECKS.items():
        try:
            check()
            lines[name] = "ok"
        except Exception as error:
            lines[name] = f"failed: {type(error).__name__}"
    failed = any(line != "ok" for line in lines.values())
    text = "".join(f"{name}: {line}\n" for name, line in lines.items())
    return HttpResponse(text, status=503 if failed else 200, content_type="text/plain")
