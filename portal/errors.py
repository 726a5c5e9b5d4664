"""Error pages that need more than a template."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form sent from a page that is too old: what was typed is still there one step back."""
    return render(request, "403_csrf.html", status=403)


def wagtail_admin_refused(request: HttpRequest) -> HttpResponse:
    """For a person without the right to publish: Wagtail itself would send them round for ever."""
    return render(request, "403.html", status=403)
