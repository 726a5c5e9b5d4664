"""The portal, and a view that does nothing."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def constant(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("as it was")


urlpatterns = [path("constant/", constant), path("", include("portal.urls"))]
