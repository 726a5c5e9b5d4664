"""Error pages that need more than a template."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  Django names it
    """A form sent from a page that is too old: what was typed is still there one step back."""
    return render(request, "403_csrf.html", status=403)
