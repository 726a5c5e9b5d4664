"""The suite: fast hashes, files in a temporary folder, nothing from a `.env` of one's own."""

import tempfile
from pathlib import Path

from portal.settings.base import *  # noqa: F403  settings modules are layered by star import
from portal.settings.base import CACHES, STORAGES, VAR_DIR

SECRET_KEY = "tests-only"
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
FILES = Path(tempfile.mkdtemp(prefix="portal-tests-"))
MEDIA_ROOT = FILES / "media"
PRIVATE_ROOT = FILES / "private"
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(PRIVATE_ROOT), "base_url": None},
    },
}
EMAIL_URL = SMS_URL = ""
# A kept test database may be older than a day.
HEALTH_REMINDER_HOURS = 0
WHITENOISE_AUTOREFRESH = True
# The tests of the page cache have a folder of their own; elsewhere a page of an earlier test's
# data would answer.
CACHES = CACHES | {"pages": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
VAR_DIR.mkdir(exist_ok=True)
