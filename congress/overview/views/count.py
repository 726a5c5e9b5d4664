"""The page of the count: the league table and its chart."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.generic import TemplateView

from congress.information.queries.count import CountTable, count, submissions
from congress.overview.queries.finding import finding, period_name, short_period_name
from congress.overview.views.cells import lines_of, total_of
from congress.overview.views.counting import CountMixin
from congress.periods import Period, period


@dataclass(frozen=True)
class Pill:
    label: str
    url: str
    current: bool


class CountView(CountMixin, TemplateView):
    template_name = "congress/overview/count.html"

    @cached_property
    def table(self) -> CountTable:
        return count(self.county, self.period)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        before = submissions(self.county, self.period.previous)
        return super().get_context_data(
            table=self.table,
            title=finding(self.table, before, self.today),
            period_name=period_name(self.period),
            pills=self.pills(),
            chart=chart_of(self.table),
            lines=lines_of(self.table, self.is_county, self.own_ids),
            total=total_of(self.table, self.is_county),
            own_ids=self.own_ids,
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
            [
                self._pill(month, pgettext("period", "month %(n)s") % {"n": month.number})
                for month in months
            ],
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
