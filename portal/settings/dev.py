"""A first run on one's own machine: no environment, no secret key, an SQLite file in var/."""

from portal.settings.base import *  # noqa: F403  settings modules are layered by star import
from portal.settings.base import CACHES, SECRET_KEY, STORAGES, VAR_DIR, env

DEBUG = env.bool("DEBUG", True)
SECRET_KEY = SECRET_KEY or "development-only-and-not-secret"
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"]
# Nobody sets a timer on a machine on which one only looks.
HEALTH_REMINDER_HOURS = env.int("HEALTH_REMINDER_HOURS", 0)
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Whoever changes a template wants to see it.
CACHES = CACHES | {"pages": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
VAR_DIR.mkdir(exist_ok=True)
