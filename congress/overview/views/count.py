"""The pages of the count: the league table, the rows behind each number, Excel."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import FileResponse, Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy
from django.views.generic import TemplateView

from congress import periods
from congress.information.queries.count import CountTable, count
from congress.information.queries.figures import FIGURES, FigureRow, rows_of
from congress.organisations.access import AccessMixin
from congress.organisations.models import Organisation
from congress.organisations.roles import COUNTY_STAFF, TOWNSHIP_STAFF
from congress.overview.queries.finding import finding, period_name, short_period_name
from congress.periods import Period, period
from congress.web.exports import Column, xlsx_response

NUMBER = re.compile("[0-9]{1,18}")


@dataclass(frozen=True)
class Pill:
    label: str
    url: str
    current: bool


class CountMixin(AccessMixin):
    """The county of the person's post, the period of the URL, and whose rows may be opened."""

    roles = (*TOWNSHIP_STAFF, *COUNTY_STAFF)

    @cached_property
    def county(self) -> Organisation:
        return self.organisation.parent or self.organisation

    @cached_property
    def is_county(self) -> bool:
        """The person works for the county whose count this is."""
        staff = [a.organisation_id for a in self.actors if a.role in COUNTY_STAFF]
        return self.county.pk in staff

    @cached_property
    def own_ids(self) -> set[int | None]:
        return {a.organisation_id for a in self.actors if a.role in TOWNSHIP_STAFF}

    @cached_property
    def period(self) -> Period:
        code = self.request.GET.get("period")
        if not code:
            return periods.month_of(self.today)
        try:
            return periods.parse(code)
        except ValueError:
            raise Http404 from None


class CountView(CountMixin, TemplateView):
    template_name = "congress/overview/count.html"

    @cached_property
    def table(self) -> CountTable:
        return count(self.county, self.period)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        before = count(self.county, self.period.previous).total
        return super().get_context_data(
            table=self.table,
            title=finding(self.table, before, self.today),
            period_name=period_name(self.period),
            pills=self.pills(),
            chart=chart_of(self.table),
            own_ids=self.own_ids,
            may_open_all=self.is_county,
            **kwargs,
        )

    def pills(self) -> list[list[Pill]]:
        """Three rows: years, parts of the year, months."""
        year = self.period.year
        years = [period("year", y) for y in range(self.today.year - 2, self.today.year + 1)]
        if year not in [y.year for y in years]:
            years.insert(0, period("year", year))
        parts = [period("half", year, n) for n in (1, 2)]
        parts += [period("quarter", year, n) for n in (1, 2, 3, 4)]
        months = list(period("year", year).months())
        return [
            [self._pill(y, _("%(year)s, whole year") % {"year": y.year}) for y in years],
            [self._pill(part, short_period_name(part)) for part in parts],
            [self._pill(month, _("month %(n)s") % {"n": month.number}) for month in months],
        ]

    def _pill(self, of: Period, label: str) -> Pill:
        url = f"{reverse('overview:count')}?period={of.code}"
        return Pill(label, url, of == self.period)


def chart_of(table: CountTable) -> dict[str, Any]:
    """Submitted beside adopted, in the order of the table."""
    return {
        "type": "bar",
        "categories": [row.organisation.short for row in table.rows],
        "series": [
            {
                "name": pgettext("figure", "submitted"),
                "data": [row.submitted for row in table.rows],
                "tone": "quiet",
            },
            {
                "name": pgettext("figure", "adopted"),
                "data": [row.adopted_any for row in table.rows],
                "tone": "main",
            },
        ],
    }


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
        total = (None, _("Total"), *_cells(self.table.total), None)
        return xlsx_response(f"{title}.xlsx", title, COLUMNS, [*rows, total])


def _cells(figures) -> tuple[Any, ...]:
    return (
        figures.submitted,
        figures.returned,
        *figures.adopted.values(),
        figures.adoption_rate,
        figures.instructions,
        figures.points,
        figures.cumulative,
    )


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
