"""A page cache as on an office's server."""

from pathlib import Path

import pytest

from tests.factories.home import opened


@pytest.fixture
def folder(settings, tmp_path) -> Path:
    """The store of an office's server, in a folder of the test's own."""
    kept = {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": str(tmp_path / "pages"),
        "TIMEOUT": 600,
        "OPTIONS": {"MAX_ENTRIES": 2000},
    }
    settings.CACHES = settings.CACHES | {"pages": kept}
    return tmp_path / "pages"


@pytest.fixture
def site(world, folder):
    opened(world.county)
    opened(world.foreign_county)
    return world


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """What follows a commit follows the block."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
