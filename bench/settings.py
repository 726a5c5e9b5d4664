"""An office's server, but for its static files, which are served as they stand in the sources."""

from portal.settings.production import *  # noqa: F403  settings modules are layered by star import
from portal.settings.production import BASE_DIR, STORAGES

STATIC_ROOT = BASE_DIR / "portal" / "static"
STATICFILES_DIRS = []
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
