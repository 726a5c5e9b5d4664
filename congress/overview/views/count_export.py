"""Excel of the league table."""

from typing import Any

from django.http import FileResponse, HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from congress.information.queries.count import Figures
from congress.overview.queries.finding import period_name
from congress.overview.views.count import CountView
from congress.web.exports import Column, xlsx_response

COLUMNS = (
    Column(pgettext_lazy("column", "rank"), 6, "number"),
    Column(pgettext_lazy("column", "township"), 16),
    Column(pgettext_lazy("column", "submitted"), 8, "number"),
    Column(pgettext_lazy("column", "returned"), 8, "number"),
    Column(pgettext_lazy("column", "county adopted"), 10, "number"),
    Column(pgettext_lazy("column", "city adopted"), 10, "number"),
    Column(pgettext_lazy("column", "province adopted"), 10, "number"),
    Column(pgettext_lazy("column", "nationally adopted"), 10, "number"),
    Column(pgettext_lazy("column", "adoption rate"), 10, "percent"),
    Column(pgettext_lazy("column", "instructions"), 8, "number"),
    Column(pgettext_lazy("column", "points"), 10, "number"),
    Column(pgettext_lazy("column", "since January"), 10, "number"),
    Column(pgettext_lazy("column", "change of rank"), 10, "number"),
)


class CountExportView(CountView):
    """Excel of the table on the screen."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> FileResponse:
        title = _("Count of information items, %(period)s") % {"period": period_name(self.period)}
        rows = [
            (row.rank, row.organisation.name, *_cells(row), row.change) for row in self.table.rows
        ]
        total = (None, pgettext("table", "Total"), *_cells(self.table.total), None)
        return xlsx_response(f"{title}.xlsx", title, COLUMNS, [*rows, total])


def _cells(figures: Figures) -> tuple[Any, ...]:
    return (
        figures.submitted,
        figures.returned,
        *figures.adopted.values(),
        figures.adoption_rate,
        figures.instructions,
        figures.points,
        figures.cumulative,
    )
