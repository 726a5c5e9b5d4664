"""Error pages that need more than a template."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from congress.web.kept import keep_late


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  Django names it
    """A form sent from a page that is too old: what was typed waits on that page, opened anew."""
    context = {"kept": keep_late(request), "page": request.get_full_path()}
    return render(request, "403_csrf.html", context, status=403)
