"""The portal's URLs with refusals in one line: thousands of them are asked for, and their page,
which is the same for all, would take most of the time. What a refusal itself says is told."""

from django.http import HttpRequest, HttpResponse

from portal.urls import urlpatterns

__all__ = ["handler403", "handler404", "urlpatterns"]


def handler403(request: HttpRequest, exception: Exception) -> HttpResponse:
    return HttpResponse(str(exception), status=403)


def handler404(request: HttpRequest, exception: Exception) -> HttpResponse:
    return HttpResponse(status=404)
