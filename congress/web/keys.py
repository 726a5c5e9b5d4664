"""What may stand in an address where it names a row."""

from django.urls.converters import IntConverter, StringConverter


class KeyConverter(IntConverter):
    """No longer than the databases can hold: Django does not ask that of a page's key, which is a
    key of two tables."""

    regex = "[0-9]{1,18}"


class NameConverter(StringConverter):
    """Without NUL, which PostgreSQL refuses."""

    regex = r"[^/\x00]+"
