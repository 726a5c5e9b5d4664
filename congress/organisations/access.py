"""The door of every screen of the workspace, the only way to an export and to a private file."""

from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import View

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.organisations.models import Organisation
from congress.organisations.rules import acting, posts_of
from congress.web.kept import keep_late, take


class AccessMixin:
    """Not logged in: to the log-in. Without one of `roles`: 403. What is out of scope is 404 by
    the view's queryset, which starts from the room's `visible_to(self.actors)`.

    `self.actors` are the Actors of the person that hold one of `roles`.
    """

    roles: ClassVar[tuple[str, ...]] = ()
    request: HttpRequest

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return self.to_log_in(request)
        if not self.actors:
            raise PermissionDenied
        response = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        response.setdefault("Cache-Control", "private, no-store")
        return response

    def to_log_in(self, request: HttpRequest) -> HttpResponseBase:
        """Back to this page after the log-in; to the first page where it only takes a POST. What a
        late form brings is kept."""
        keep_late(request)
        takes_get = hasattr(self, "get") and "get" in self.http_method_names  # type: ignore[attr-defined]
        back = request.get_full_path() if takes_get else reverse("overview:today")
        return redirect_to_login(back)

    def get_form_kwargs(self) -> dict[str, Any]:
        """A form begins with what was typed before a time-out, where something was kept."""
        kwargs = super().get_form_kwargs()  # type: ignore[misc]
        if self.request.method == "GET":
            typed = take(self.request.user.pk or 0, self.request.path)
            if typed:
                messages.info(self.request, _("What you typed before has been put back."))
            kwargs["initial"] = {**(kwargs.get("initial") or {}), **typed}
        return kwargs

    @cached_property
    def today(self) -> date:
        return timezone.localdate()

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        everyone = actors_on_request(self.request)
        return tuple(actor for actor in everyone if actor.role in self.roles)

    @cached_property
    def organisation(self) -> Organisation:
        """The organisation of the person's first fitting post."""
        return Organisation.objects.select_related("parent").get(pk=self.actors[0].organisation_id)

    def acting(self, may) -> Actor:
        """The Actor of this act; see `rules.acting`."""
        return acting(self.actors, may, self.request.POST.get("acting_as"))


def actors_on_request(request: HttpRequest) -> tuple[Actor, ...]:
    """The person's Actors today."""
    return tuple(actor for actor, _organisation in _posts_on_request(request))


def seats_on_request(request: HttpRequest) -> dict[int, Organisation]:
    """The organisations for which the person works today, by their keys."""
    return {place.pk: place for _actor, place in _posts_on_request(request)}


def _posts_on_request(request: HttpRequest) -> list[tuple[Actor, Organisation]]:
    """Asked once a request."""
    if not hasattr(request, "portal_posts"):
        request.portal_posts = posts_of(request.user, timezone.localdate())  # type: ignore[attr-defined]
    return request.portal_posts  # type: ignore[attr-defined]


class PrivateFileView(AccessMixin, View):
    """Serves an attachment by the rule of its page; each download is one entry in the trail."""

    def get_file_owner(self) -> tuple[models.Model, Any]:
        """The record in whose trail the download stands, and the field file. 404 out of scope."""
        raise NotImplementedError

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse | FileResponse:
        owner, attachment = self.get_file_owner()
        record(
            owner,
            "download",
            by=self.actors[0],
            at=timezone.now(),
            note=attachment.name,
        )
        response = FileResponse(
            attachment.file.open("rb"), as_attachment=True, filename=attachment.name
        )
        response["X-Content-Type-Options"] = "nosniff"
        return response
