"""The board of a presidium and of the county: every figure opens its rows."""

from functools import cached_property
from typing import Any

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import pgettext_lazy
from django.views.generic import TemplateView

from congress.suggestions import rules
from congress.suggestions.board_filters import BoardFilter
from congress.suggestions.models import Suggestion
from congress.suggestions.models.suggestions import SuggestionQuerySet
from congress.suggestions.queries.figures import finding, name_of
from congress.suggestions.queries.numbers import numbers
from congress.suggestions.queries.statistics import Row, Statistics, statistics
from congress.suggestions.states import SUGGESTION
from congress.suggestions.views.board_tables import (
    cells_of,
    chart_of,
    classes_of,
    satisfaction_of,
    states_of,
    units_of,
)
from congress.suggestions.views.lists import StaffMixin
from congress.web.exports import Column, xlsx_response

SHOWN = 100


class BoardMixin(StaffMixin):
    """The submitted records in sight, as the URL filters them."""

    @cached_property
    def in_sight(self) -> SuggestionQuerySet:
        return rules.overseen_by(self.actors)

    @cached_property
    def filterset(self) -> BoardFilter:
        return BoardFilter(self.request.GET, queryset=self.in_sight, rows=self.in_sight)

    def query(self) -> str:
        """The filter without the figure."""
        kept = self.request.GET.copy()
        for name in ("figure", "page"):
            kept.pop(name, None)
        return kept.urlencode()


class BoardView(BoardMixin, TemplateView):
    template_name = "congress/suggestions/board.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = numbers(self.filterset.qs, self.today)
        address = f"{reverse('suggestions:board_rows')}?{self.query()}"
        return super().get_context_data(
            form=self.filterset.form,
            finding=finding(found),
            is_empty=not found.number("all"),
            cells=cells_of(found, address),
            satisfaction=satisfaction_of(found, address),
            classes=classes_of(found, address),
            states=states_of(found, address),
            units=units_of(found, address),
            chart=chart_of(found),
            **kwargs,
        )


class BoardRowsView(BoardMixin, TemplateView):
    """The rows that make one figure: `?figure=` beside the board's own filter."""

    template_name = "congress/suggestions/board_rows.html"

    @property
    def figure(self) -> str:
        return self.request.GET.get("figure", "all")

    @cached_property
    def found(self) -> Statistics:
        return statistics(self.filterset.qs, self.today, self.figure)

    @cached_property
    def heading(self) -> str:
        name = name_of(self.figure, self.found)
        if name is None:
            raise Http404
        return str(name)

    @cached_property
    def rows(self) -> list[Row]:
        return self.found.of(self.figure)

    def with_records(self, rows: list[Row]) -> list[tuple[Row, Suggestion]]:
        records = Suggestion.objects.select_related("congress").in_bulk(
            {row.record for row in rows}
        )
        return [(row, records[row.record]) for row in rows]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = Paginator(self.rows, SHOWN).get_page(self.request.GET.get("page"))
        lines = [
            (row, record, SUGGESTION.state(record.state))
            for row, record in self.with_records(list(page.object_list))
        ]
        return super().get_context_data(
            heading=self.heading,
            lines=lines,
            several=len({record.congress_id for _, record, _ in lines}) > 1,
            whys=any(row.what for row, _, _ in lines),
            page_obj=page,
            number=len(self.rows),
            back=f"{reverse('suggestions:board')}?{self.query()}",
            **kwargs,
        )


COLUMNS = (
    Column(pgettext_lazy("column", "number"), 24),
    Column(pgettext_lazy("column", "title"), 48),
    Column(pgettext_lazy("column", "congress"), 16),
    Column(pgettext_lazy("column", "state"), 16),
    Column(pgettext_lazy("column", "why it counts"), 36),
)


class BoardRowsExportView(BoardRowsView):
    """Excel of all rows of one figure."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> FileResponse:
        title = self.heading
        rows = (
            (
                record.reference,
                record.title,
                record.congress.name,
                SUGGESTION.state(record.state).label,
                row.what,
            )
            for row, record in self.with_records(self.rows)
        )
        return xlsx_response(f"{title}.xlsx", title, COLUMNS, rows)
