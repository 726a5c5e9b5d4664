"""The world with its sites open, as the tests of the site have it."""

from tests.home.conftest import site

__all__ = ["site"]
