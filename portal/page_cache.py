"""Finished public pages for readers who are nobody in particular."""

import hashlib
import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from congress.web.public_pages import is_public, public
from home.page_copies import edition, store, tried
from portal.elder import is_elder

# What else may stand in an address would fill the store with copies of the same pages.
KEPT_QUERY = re.compile(r"(page=[1-9][0-9]{0,2})?")
HEADER = "X-Page-Cache"


class PageCacheMiddleware:
    """Stands before the sessions, behind the policies, which each answer is given anew.

    Who brings a session, logged in or not, is given nothing that was kept, and nothing given to
    them is kept. Kept is only what its view calls `public`. Browsers ask each time, so that going
    back after a log-in or a change never shows what was.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        key = tried(key_of, request) if may_be_kept(request) else None
        kept = key and tried(store().get, key)
        if kept:
            content, headers = kept
            response = public(HttpResponse(content, headers=headers | {HEADER: "hit"}))
        else:
            response = self.get_response(request)
            if key and is_answer_to_all(response):
                headers = dict(response.items())
                tried(store().set, key, (response.content, headers))
                response[HEADER] = "miss"
        if is_public(response):
            response["Cache-Control"] = "private, no-cache"
            patch_vary_headers(response, ["Cookie"])
        return response


def may_be_kept(request: HttpRequest) -> bool:
    return (
        request.method == "GET"
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and KEPT_QUERY.fullmatch(request.META.get("QUERY_STRING", "")) is not None
    )


def is_answer_to_all(response: HttpResponseBase) -> bool:
    """An answer that sets a cookie, or for which a session was asked, belongs to one reader."""
    if not is_public(response) or response.status_code != 200 or response.streaming:
        return False
    return not response.cookies and not response.has_header("Vary")


def key_of(request: HttpRequest) -> str:
    """All that a public page depends on; a date is written with its year when that is over."""
    parts = (
        edition(),
        timezone.localdate().isoformat(),
        request.scheme,
        request.get_host(),
        request.get_full_path(),
        "elder" if is_elder(request) else "",
    )
    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()
