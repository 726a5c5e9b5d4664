"""The gate before Wagtail's admin: rights follow the running appointments at every request, and
what is outside a person's sections does not exist."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from congress.organisations.models import User
from home.actions import keep_membership
from home.review.refusals import NotReviewed
from home.sight import keep_in_sight

# Screens of Wagtail that are ours (people, roles), not in use, or blind to sections and to the
# rules of a text (the acts of its programming interface).
CLOSED = {
    "wagtailusers_users",
    "wagtailusers_groups",
    "wagtaillocales",
    "wagtailadmin_workflows",
    "wagtailadmin_reports",
    "wagtailadmin_api:images",
    "wagtailadmin_api:documents",
    "wagtailadmin_api:pages:action",
    "wagtailadmin_tag_autocomplete",
    "wagtailadmin_tag_model_autocomplete",
    "wagtailadmin_pages:set_privacy",
    "wagtailadmin_collections:set_privacy",
    "wagtailadmin_error_test",
}


class EditorsGate:
    """Not logged in: Wagtail sends to the log-in. Without a section: 403. Out of scope: 404."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple, kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        if not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        user = request.user
        if not isinstance(user, User):
            return None
        keep_membership(user, on=timezone.localdate())
        if not user.has_perm("wagtailadmin.access_admin"):
            raise PermissionDenied
        user.first_name = user.name  # type: ignore[attr-defined]  # how Wagtail greets
        match = request.resolver_match
        assert match is not None
        if match.url_name == "wagtailadmin_account":
            return redirect("account_change_password")
        if CLOSED & {match.namespace, match.view_name}:
            raise Http404
        if not user.is_superuser:
            keep_in_sight(request, user, match)
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """What the reviews refuse is said in a sentence, where the person came from."""
        if not isinstance(exception, NotReviewed):
            return None
        if not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        messages.error(request, str(exception))
        return redirect("wagtailadmin_home")
