"""What every request passes besides Django's own."""

import time
from collections.abc import Callable

from csp.constants import SELF, UNSAFE_INLINE
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from congress.organisations.roles import COUNTY_ROLES
from congress.organisations.rules import actors_of
from congress.web.kept import FORMER, keep

LAST_SEEN = "last_seen"
# Asks for no person: it must answer where the sessions cannot be read.
HEALTH = "/health/"
# The session is written at most this often, not at every request.
RESOLUTION_SECONDS = 60


class IdleTimeoutMiddleware:
    """Logs a person out after the idle minutes of their role and keeps what their form brought.

    A page of the public site that reads no session is not touched. After a log-out the session
    that follows remembers whose it was, for what another tab may still bring.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path == HEALTH or settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return self.get_response(request)
        user_id = request.user.pk
        if user_id:
            self._watch(request)
        response = self.get_response(request)
        if user_id and not request.user.is_authenticated:
            request.session[FORMER] = user_id
        return response

    def _watch(self, request: HttpRequest) -> None:
        now = int(time.time())
        seen = request.session.get(LAST_SEEN, now)
        idle = now - seen
        if idle > settings.IDLE_MINUTES_COUNTY * 60 and idle > self._minutes(request) * 60:
            if request.method == "POST":
                keep(request.user.pk or 0, request.path, request.POST)
            logout(request)
            messages.info(request, _("You were logged out because nothing was done for a while."))
        elif LAST_SEEN not in request.session or idle >= RESOLUTION_SECONDS:
            request.session[LAST_SEEN] = now

    def _minutes(self, request: HttpRequest) -> int:
        actors = actors_of(request.user, timezone.localdate())
        county = any(actor.role in COUNTY_ROLES for actor in actors)
        return settings.IDLE_MINUTES_COUNTY if county else settings.IDLE_MINUTES


class AdminPolicyMiddleware:
    """Wagtail's editor needs inline script and style and shows its own pages in a frame; the
    strict content policy is loosened for its paths alone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith("/admin/"):
            response._csp_update = {  # type: ignore[attr-defined]
                "script-src": [SELF, UNSAFE_INLINE],
                "style-src": [SELF, UNSAFE_INLINE],
                "img-src": ["blob:"],
            }
            response._csp_replace = {"frame-ancestors": [SELF]}  # type: ignore[attr-defined]
        return response
