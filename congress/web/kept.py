"""What was typed into a form that arrived after its person had been logged out.

It waits a day in the cache for the same person and the same page, and is given back once.
"""

from typing import Any

from django.core.cache import cache
from django.http import QueryDict

SECONDS = 24 * 3600
# Never kept: secrets, the page's own marks, and versions that may be outdated.
LEFT_OUT = ("csrfmiddlewaretoken", "version", "seen_state", "confirmed", "then", "acting_as")


def keep(user_id: int, path: str, data: QueryDict) -> None:
    typed = {
        name: values[0] if len(values) == 1 else values
        for name, values in data.lists()
        if name not in LEFT_OUT and "password" not in name
    }
    if any(typed.values()):
        cache.set(_key(user_id, path), typed, SECONDS)


def take(user_id: int, path: str) -> dict[str, Any]:
    """What was kept, by name of field; empty where there is nothing."""
    key = _key(user_id, path)
    typed = cache.get(key) or {}
    if typed:
        cache.delete(key)
    return typed


def _key(user_id: int, path: str) -> str:
    return f"kept-form:{user_id}:{path}"
