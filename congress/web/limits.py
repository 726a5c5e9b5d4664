"""Counting what an address or a key asks, in the cache that all processes share."""

import hashlib
import time
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest


@dataclass(frozen=True)
class Limit:
    """At most `times` in each window of `seconds`, which begin by the clock.

    Two requests of the same instant may count as one: this protects against thousands.
    """

    name: str
    times: int
    seconds: int

    def count(self, who: str) -> bool:
        """Counts one; False where that is one too many."""
        key = self._key(who)
        if cache.add(key, 1, self.seconds):
            return True
        try:
            return cache.incr(key) <= self.times
        except ValueError:  # the entry was removed in between
            return True

    def reached(self, who: str) -> bool:
        """No more is allowed in this window; counts nothing."""
        return (cache.get(self._key(who)) or 0) >= self.times

    def _key(self, who: str) -> str:
        # Hashed, since an address comes from a header and a key has to be short.
        mark = hashlib.sha256(who.encode()).hexdigest()[:32]
        return f"limit:{self.name}:{mark}:{int(time.time()) // self.seconds}"


def address_of(request: HttpRequest) -> str:
    """Where the request comes from, seen past the proxies of `TRUSTED_PROXY_COUNT`."""
    proxies = settings.TRUSTED_PROXY_COUNT
    passed = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    if proxies and len(passed) >= proxies and passed[-proxies]:
        return passed[-proxies]
    return request.META.get("REMOTE_ADDR", "")
