"""The list of items and its Excel file."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest
from django.utils.translation import pgettext, pgettext_lazy

from congress.information.filters import ItemFilter
from congress.information.models import Item
from congress.information.queries.items import listed
from congress.information.rules import READERS, may_write
from congress.information.states import ITEM
from congress.organisations.access import AccessMixin
from congress.organisations.models import Organisation
from congress.organisations.roles import COUNTY_STAFF
from congress.web.exports import Column, xlsx_response
from congress.web.lists import FilteredListView


class ItemListView(AccessMixin, FilteredListView):
    """A township's own items, or all that a county was handed."""

    roles = READERS
    filterset_class = ItemFilter
    template_name = "congress/information/list.html"
    table_template_name = "congress/information/_table.html"
    context_object_name = "items"
    orders = {
        "newest": ("-submitted_at", "-pk"),
        "oldest": ("submitted_at", "pk"),
        "title": ("title", "pk"),
    }
    # A township's list holds drafts too, which were never submitted.
    township_orders = {"newest": ("-created_at", "-pk"), "oldest": ("created_at", "pk")}

    @property
    def county_ids(self) -> list[int | None]:
        return [a.organisation_id for a in self.actors if a.role in COUNTY_STAFF]

    @cached_property
    def queryset(self) -> QuerySet[Item]:
        return listed(self.actors)

    def get_filterset_kwargs(self) -> dict[str, Any]:
        townships = Organisation.objects.townships().filter(parent_id__in=self.county_ids)
        return {"townships": townships if self.county_ids else None}

    def get_queryset(self) -> QuerySet[Item]:
        rows = super().get_queryset()
        if not self.county_ids and self.sort in self.township_orders:
            rows = rows.order_by(*self.township_orders[self.sort])
        return rows

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            is_county=bool(self.county_ids),
            may_write=any(may_write(actor) for actor in self.actors),
            **kwargs,
        )


COLUMNS = (
    Column(pgettext_lazy("column", "number"), 24),
    Column(pgettext_lazy("column", "township"), 14),
    Column(pgettext_lazy("column", "title"), 48),
    Column(pgettext_lazy("column", "type"), 12),
    Column(pgettext_lazy("column", "drafter"), 10),
    Column(pgettext_lazy("column", "first submitted"), 18, "datetime"),
    Column(pgettext_lazy("column", "state"), 12),
)


class ItemExportView(ItemListView):
    """Excel of the whole filter."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> FileResponse:
        title = pgettext("noun", "Information items")
        return xlsx_response(f"{title}.xlsx", title, COLUMNS, self._rows())

    def _rows(self) -> Iterator[tuple[Any, ...]]:
        county = bool(self.county_ids)
        for item in self.get_queryset().iterator(chunk_size=2000):
            state = ITEM.state(item.state)
            closed = county and item.state == "withdrawn"
            yield (
                item.reference,
                item.organisation.name,
                item.title,
                None if closed else item.get_kind_display(),
                None if closed else item.drafter,
                item.submitted_at,
                state.public_label if county else state.label,
            )
