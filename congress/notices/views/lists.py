"""The list of notices: of one's own office, or of what one has received."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest
from django.utils.translation import pgettext, pgettext_lazy
from django.views.generic import TemplateView

from congress.notices.filters import NoticeFilter
from congress.notices.models import Notice
from congress.notices.queries.notices import own_listed, received
from congress.notices.rules import READERS, STAFF, may_set, may_write
from congress.notices.states import NOTICE
from congress.organisations.access import AccessMixin
from congress.organisations.rules import NotAllowed
from congress.web.exports import Column, xlsx_response
from congress.web.lists import FilteredListView

SHOWN = 50


class NoticeListView(AccessMixin, FilteredListView):
    """The office's own notices, with what it has received below; a deputy is sent to the latter."""

    roles = STAFF
    filterset_class = NoticeFilter
    template_name = "congress/notices/list.html"
    table_template_name = "congress/notices/_table.html"
    context_object_name = "notices"
    orders = {"newest": ("-created_at", "-pk"), "oldest": ("created_at", "pk")}

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any):
        if request.user.is_authenticated and not self.actors:
            return ReceivedView.as_view()(request)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def queryset(self) -> QuerySet[Notice]:
        return own_listed(self.actors)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            may_write=any(may_write(actor) for actor in self.actors),
            decides_signing=any(may_set(actor) for actor in self.actors),
            received=received(self.actors)[:SHOWN],
            **kwargs,
        )


class ReceivedView(AccessMixin, TemplateView):
    """What a deputy was sent: big words, no table."""

    roles = READERS
    template_name = "congress/notices/received.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = list(received(self.actors)[:SHOWN])
        return super().get_context_data(
            waiting=[row for row in rows if row.state == "sent" and not row.answered],
            rest=[row for row in rows if row.state != "sent" or row.answered],
            **kwargs,
        )


COLUMNS = (
    Column(pgettext_lazy("column", "number"), 24),
    Column(pgettext_lazy("column", "title"), 44),
    Column(pgettext_lazy("notice", "asked for"), 14),
    Column(pgettext_lazy("column", "state"), 12),
    Column(pgettext_lazy("column", "sent"), 18, "datetime"),
    Column(pgettext_lazy("column", "meeting"), 18, "datetime"),
    Column(pgettext_lazy("column", "invited"), 8, "number"),
    Column(pgettext_lazy("column", "not seen yet"), 10, "number"),
)


class NoticeExportView(NoticeListView):
    """Excel of the whole filter."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> FileResponse:
        title = pgettext("noun", "notices")
        return xlsx_response(f"{title}.xlsx", title, COLUMNS, self._rows())

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any):
        if request.user.is_authenticated and not self.actors:
            raise NotAllowed
        return super().dispatch(request, *args, **kwargs)

    def _rows(self) -> Iterator[tuple[Any, ...]]:
        for notice in self.get_queryset().iterator(chunk_size=2000):
            yield (
                notice.reference,
                notice.title,
                notice.get_asked_display(),
                NOTICE.state(notice.state).label,
                notice.sent_at,
                notice.meeting_at,
                notice.invited,
                notice.left,
            )
