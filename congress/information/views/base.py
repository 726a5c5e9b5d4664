"""What the screens of one item share."""

from collections.abc import Iterable
from functools import cached_property
from typing import ClassVar

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse

from congress.audit.actors import Actor
from congress.flow.moves import NotNow
from congress.information.models import Item
from congress.information.queries.items import PRIVATE_ACTS, listed
from congress.information.rules import READERS, is_own
from congress.organisations.access import AccessMixin


class ItemMixin(AccessMixin):
    """`self.item` is the visible item of the URL; anything else is 404."""

    roles: ClassVar[tuple[str, ...]] = READERS
    record_url = "information:detail"

    @cached_property
    def item(self) -> Item:
        return get_object_or_404(self.get_items(), pk=self.kwargs["pk"])

    @property
    def record(self) -> Item:
        return self.item

    def get_items(self) -> QuerySet[Item]:
        return listed(self.actors)

    def get_success_url(self) -> str:
        return reverse("information:detail", args=[self.item.pk])


def told(not_now: NotNow, item: Item, actors: Iterable[Actor]) -> str:
    """Who did what meanwhile; what passes between secretary and chair is not told elsewhere."""
    private = not_now.last is not None and not_now.last.act in PRIVATE_ACTS
    if private and not any(is_own(actor, item) for actor in actors):
        return str(NotNow(not_now.transition, None))
    return str(not_now)
