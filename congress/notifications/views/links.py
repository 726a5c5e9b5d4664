"""The door of every personal link: it knows the link, the owning room knows the act."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.generic import View

from congress.notifications.models import PersonalLink
from congress.notifications.registry import act_view
from congress.web.limits import Limit, address_of

WINDOW = 600
# A whole meeting may sit behind one address; whoever guesses meets the second limit soon.
ASKED = Limit("link-asked", 600, WINDOW)
MISSED = Limit("link-missed", 30, WINDOW)
PRESSED = Limit("link-pressed", 20, WINDOW)
HEADERS = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow",
    # Not `no-referrer`: with it a browser sends `Origin: null`, which no token check accepts.
    "Referrer-Policy": "same-origin",
}


class LinkView(View):
    """Reads no session and opens none. Unknown, revoked, not begun, past or without an act: one
    page that tells nothing else."""

    http_method_names = ["get", "head", "post"]

    def dispatch(self, request: HttpRequest, token: str) -> HttpResponseBase:
        response = super().dispatch(request, token)
        for name, value in HEADERS.items():
            response[name] = value
        return response

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        return self.answer(request, token)

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        if not PRESSED.count(token):
            return self.busy(request)
        return self.answer(request, token)

    def answer(self, request: HttpRequest, token: str) -> HttpResponse:
        address = address_of(request)
        if MISSED.reached(address) or not ASKED.count(address):
            return self.busy(request)
        link = self.find(token)
        view = act_view(link.act) if link else None
        if link is None or view is None:
            MISSED.count(address)
            return self.invalid(request)
        try:
            return view(request, link)
        except Http404:
            return self.invalid(request)

    def find(self, token: str) -> PersonalLink | None:
        links = PersonalLink.objects.open_at(timezone.now())
        return links.filter(token=token).select_related("user", "organisation").first()

    def invalid(self, request: HttpRequest) -> HttpResponse:
        return render(request, "congress/notifications/link_invalid.html", status=404)

    def busy(self, request: HttpRequest) -> HttpResponse:
        response = render(request, "congress/notifications/link_busy.html", status=429)
        response["Retry-After"] = str(WINDOW)
        return response
