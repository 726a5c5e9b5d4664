"""A person's messages: the list, opening one, all read."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import pgettext
from django.views.generic import View

from congress.notifications.actions import read_all, read_message
from congress.notifications.filters import UNREAD, InboxFilter
from congress.notifications.models.messages import MessageQuerySet
from congress.notifications.queries.inbox import standing
from congress.notifications.rules import deliveries_visible_to, messages_visible_to
from congress.organisations.access import AccessMixin
from congress.organisations.roles import COUNTY_ADMIN, ROLES
from congress.web.lists import FilteredListView


@dataclass(frozen=True)
class Pill:
    label: str
    url: str
    current: bool
    count: int | None = None


class InboxView(AccessMixin, FilteredListView):
    roles = tuple(ROLES)
    filterset_class = InboxFilter
    template_name = "congress/notifications/inbox.html"
    table_template_name = "congress/notifications/_messages.html"
    context_object_name = "messages_shown"
    orders = {"newest": ("-sent_at", "-pk")}

    @cached_property
    def queryset(self) -> MessageQuerySet:
        return messages_visible_to(self.actors)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = standing(self.actors)
        return super().get_context_data(
            unread=found.unread,
            newest=found.newest,
            pills=self.pills(found.unread),
            undelivered=self.undelivered(),
            **kwargs,
        )

    def undelivered(self) -> int:
        """For who keeps the county's people: how many e-mails and SMS were given up."""
        keepers = [actor for actor in self.actors if actor.role == COUNTY_ADMIN]
        return deliveries_visible_to(keepers).count() if keepers else 0

    def pills(self, unread: int) -> list[Pill]:
        url, only_unread = reverse("inbox:list"), self.request.GET.get("show") == UNREAD
        return [
            Pill(pgettext("filter", "All"), url, not only_unread),
            Pill(pgettext("message", "unread"), f"{url}?show={UNREAD}", only_unread, unread),
        ]


class OpenView(AccessMixin, View):
    """Marks the message as read and leads to what it is about."""

    roles = tuple(ROLES)
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        message = get_object_or_404(messages_visible_to(self.actors), pk=pk)
        read_message(message, by=self.actors[0], at=timezone.now())
        return redirect(message.path)


class ReadAllView(AccessMixin, View):
    """What arrived after the page was shown stays unread."""

    roles = tuple(ROLES)
    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        newest = request.POST.get("newest", "")
        if newest.isdecimal() and len(newest) < 19:
            read_all(newest=int(newest), by=self.actors[0], at=timezone.now())
        return redirect("inbox:list")
