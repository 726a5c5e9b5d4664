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
from wagtail.documents import get_document_model
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.images import get_image_model
from wagtail.images.permissions import permission_policy as image_policy

from congress.organisations.models import User
from home.actions import keep_membership
from home.review.refusals import NotReviewed
from home.rules import FILE_RIGHTS, choosable_pages, visible_pages

# Screens of Wagtail that are ours (people, roles), not in use, or blind to sections.
CLOSED = {
    "wagtailusers_users",
    "wagtailusers_groups",
    "wagtaillocales",
    "wagtailadmin_workflows",
    "wagtailadmin_reports",
    "wagtailadmin_tag_autocomplete",
    "wagtailadmin_tag_model_autocomplete",
    "wagtailadmin_pages:set_privacy",
    "wagtailadmin_collections:set_privacy",
    "wagtailadmin_error_test",
}
PAGE_ARGUMENTS = ("page_id", "parent_page_id", "page_to_move_id", "destination_id")
FILE_ARGUMENTS = ("image_id", "document_id", "doc_id")
CHOOSER = "wagtailadmin_choose_page"
FILES = {
    "wagtailimages": (get_image_model(), image_policy),
    "wagtaildocs": (get_document_model(), document_policy),
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
            _keep_to_sections(request, user, kwargs)
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """What the reviews refuse is said in a sentence, where the person came from."""
        if not isinstance(exception, NotReviewed):
            return None
        if not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        messages.error(request, str(exception))
        return redirect("wagtailadmin_home")


def _keep_to_sections(request: HttpRequest, user: User, kwargs: dict[str, Any]) -> None:
    match = request.resolver_match
    assert match is not None
    choosing = match.view_name.startswith(CHOOSER)
    asked = {kwargs[name] for name in PAGE_ARGUMENTS if name in kwargs}
    if choosing or kwargs.get("model_name") == "page":
        asked |= {int(pk) for pk in request.GET.getlist("id") if pk.isdecimal()}
    if asked:
        _require_pages(user, asked, choosing=choosing)
    for name in FILE_ARGUMENTS:
        if name in kwargs and match.namespace in FILES:
            _require_file(user, match.namespace, kwargs[name])


def _require_pages(user: User, asked: set[int], *, choosing: bool) -> None:
    pages = choosable_pages(user) if choosing else visible_pages(user)
    if pages.filter(pk__in=asked).count() != len(asked):
        raise Http404


def _require_file(user: User, namespace: str, pk: int) -> None:
    model, policy = FILES[namespace]
    found = model.objects.filter(pk=pk).first()
    allowed = found and policy.user_has_any_permission_for_instance(user, FILE_RIGHTS, found)
    if not allowed:
        raise Http404
