"""The rows behind a number of the count."""

import re
from functools import cached_property
from typing import Any

from django.http import FileResponse, Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views.generic import TemplateView

from congress.information.queries.figures import FIGURES, FigureRow, rows_of
from congress.organisations.models import Organisation
from congress.overview.queries.finding import period_name
from congress.overview.views.counting import CountMixin
from congress.web.exports import Column, xlsx_response

NUMBER = re.compile("[0-9]{1,18}")


class CountRowsView(CountMixin, TemplateView):
    """The rows that add up to one number: `?figure=`, `?period=` and, but for the total,
    `?organisation=`."""

    template_name = "congress/overview/count_rows.html"

    @cached_property
    def figure(self) -> str:
        figure = self.request.GET.get("figure", "submitted")
        if figure not in FIGURES:
            raise Http404
        return figure

    @cached_property
    def organisations(self) -> list[Organisation]:
        """One township, or all that stand in the count. A township opens its own rows only."""
        those = Organisation.objects.townships().filter(parent=self.county)
        those = those.active_in(self.period.start, self.period.end)
        if not self.is_county:
            those = those.filter(pk__in=self.own_ids)
        asked = self.request.GET.get("organisation")
        if asked is not None:
            those = those.filter(pk=int(asked)) if NUMBER.fullmatch(asked) else those.none()
        found = list(those)
        if not found:
            raise Http404
        return found

    @cached_property
    def rows(self) -> list[FigureRow]:
        return rows_of(self.figure, self.organisations, self.period)

    def heading(self) -> str:
        one = self.organisations[0].name if "organisation" in self.request.GET else ""
        return _("%(organisation)s %(period)s: %(figure)s") % {
            "organisation": one or (self.county.name if self.is_county else ""),
            "period": period_name(self.period),
            "figure": FIGURES[self.figure][0],
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            heading=self.heading(),
            rows=self.rows,
            total=sum(row.amount for row in self.rows),
            back=f"{reverse('overview:count')}?period={self.period.code}",
            **kwargs,
        )


ROW_COLUMNS = (
    Column(pgettext_lazy("column", "date"), 12, "date"),
    Column(pgettext_lazy("column", "number"), 24),
    Column(pgettext_lazy("column", "township"), 14),
    Column(pgettext_lazy("column", "title"), 48),
    Column(pgettext_lazy("column", "why it counts"), 36),
    Column(pgettext_lazy("column", "amount"), 8, "number"),
)


class CountRowsExportView(CountRowsView):
    """Excel of the rows behind one number."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> FileResponse:
        title = self.heading()
        rows = (
            (
                row.day,
                row.item.reference,
                row.item.organisation.name,
                row.item.title,
                row.what,
                row.amount,
            )
            for row in self.rows
        )
        return xlsx_response(f"{title}.xlsx", title, ROW_COLUMNS, rows)
