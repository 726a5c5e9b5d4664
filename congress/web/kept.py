"""What was typed into a form that arrived after its person had been logged out.

It waits a day in the cache for the same person and the same page, and is given back once. Who the
person was stands in the session that follows theirs: the log-out may have come from another tab.
"""

from typing import Any
from urllib.parse import urlsplit

from django.core.cache import cache
from django.http import HttpRequest, QueryDict

SECONDS = 24 * 3600
FORMER = "former_user"
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


def keep_late(request: HttpRequest) -> bool:
    """Keeps a form that came from a page of ours after its person was logged out, or logged in
    anew; whether there was anybody to keep it for."""
    sender = urlsplit(request.headers.get("Origin") or request.headers.get("Referer", "")).netloc
    user_id = request.user.pk or request.session.get(FORMER)
    if request.method != "POST" or not user_id or sender not in ("", request.get_host()):
        return False
    keep(user_id, request.path, request.POST)
    return True


def _key(user_id: int, path: str) -> str:
    return f"kept-form:{user_id}:{path}"
