"""What the screens of one notice share."""

from functools import cached_property
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from congress.audit.actors import Actor
from congress.notices.models import Notice, Recipient
from congress.notices.models.notices import LINK_ACT
from congress.notices.queries.ledger import ledger, with_numbers
from congress.notices.rules import READERS, STAFF, own_of, visible_to
from congress.notifications.models import PersonalLink
from congress.organisations.access import AccessMixin


class NoticeMixin(AccessMixin):
    """`self.notice` is the visible notice of the URL; anything else is 404."""

    roles: ClassVar[tuple[str, ...]] = READERS
    record_url = "notices:detail"

    @cached_property
    def notice(self) -> Notice:
        rows = self.get_notices().select_related("organisation__parent")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    @property
    def record(self) -> Notice:
        return self.notice

    def get_notices(self) -> QuerySet[Notice]:
        return visible_to(self.actors)

    def get_success_url(self) -> str:
        return reverse("notices:detail", args=[self.notice.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(notice=self.notice, **kwargs)  # type: ignore[misc]


class OwnNoticeMixin(NoticeMixin):
    """A notice of one's own organisation: whoever only received it finds nothing here."""

    roles: ClassVar[tuple[str, ...]] = STAFF

    def get_notices(self) -> QuerySet[Notice]:
        return own_of(self.actors)

    def acting(self, may) -> Actor:
        """Posts in one organisation give the same right: the first one acts."""
        return next(filter(may, self.actors), self.actors[0])

    def one_of(self, may) -> Actor:
        return self.acting(lambda actor: may(actor, self.notice))

    @cached_property
    def row(self) -> Recipient:
        rows = with_numbers(ledger(self.notice))
        row = get_object_or_404(rows, pk=self.kwargs["row"])
        row.notice = self.notice
        return row


def links_of(request: HttpRequest, notice: Notice) -> dict[int, str]:
    """The whole address of each person's own link, by the person's key."""
    links = PersonalLink.objects.for_record(notice, LINK_ACT).standing()
    return {link.user_id: request.build_absolute_uri(link.path) for link in links}
