"""What the screens of one item share."""

from functools import cached_property
from typing import ClassVar

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse

from congress.information.models import Item
from congress.information.queries.items import listed
from congress.information.rules import READERS
from congress.organisations.access import AccessMixin


class ItemMixin(AccessMixin):
    """`self.item` is the visible item of the URL; anything else is 404."""

    roles: ClassVar[tuple[str, ...]] = READERS

    @cached_property
    def item(self) -> Item:
        return get_object_or_404(self.get_items(), pk=self.kwargs["pk"])

    def get_items(self) -> QuerySet[Item]:
        return listed(self.actors)

    def get_success_url(self) -> str:
        return reverse("information:detail", args=[self.item.pk])
