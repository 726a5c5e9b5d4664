"""A unit's list: what to acknowledge and to answer, and what is done."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from congress.organisations.access import AccessMixin
from congress.organisations.roles import UNIT_OFFICER
from congress.suggestions.models import Assignment
from congress.suggestions.queries.parts import in_order, parts_of, stage_counts
from congress.suggestions.unit_filters import STAGE_WORDS, PartFilter
from congress.web.exports import Column, xlsx_response
from congress.web.lists import FilteredListView

TONES = {"acknowledge": "warning", "owed": "info", "waiting": "neutral", "done": "success"}


class UnitListView(AccessMixin, FilteredListView):
    roles = (UNIT_OFFICER,)
    filterset_class = PartFilter
    template_name = "congress/suggestions/unit_list.html"
    table_template_name = "congress/suggestions/_unit_table.html"
    orders = {"due": in_order(), "newest": ("-handed_over_at", "-pk")}

    @cached_property
    def queryset(self) -> QuerySet[Assignment]:
        return parts_of(self.actors).select_related("unit", "suggestion__congress")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        rows = [self._row(part) for part in context["page_obj"].object_list]
        return context | {"rows": rows, "counts": stage_counts(self.actors, self.today)}

    def _row(self, part: Any) -> dict[str, Any]:
        owed = part.stage in ("acknowledge", "owed")
        return {
            "part": part,
            "suggestion": part.suggestion,
            "stage": STAGE_WORDS[part.stage],
            "tone": TONES[part.stage],
            "due": part.due if owed else None,
            "days": (part.due - self.today).days if owed and part.due else None,
        }


COLUMNS = (
    Column(pgettext_lazy("column", "number"), 24),
    Column(pgettext_lazy("column", "title"), 44),
    Column(pgettext_lazy("column", "unit"), 24),
    Column(_("part in the handling"), 14),
    Column(pgettext_lazy("suggestion", "handed over"), 18, "datetime"),
    Column(pgettext_lazy("clock", "due"), 12, "date"),
    Column(pgettext_lazy("column", "state"), 12),
)


class UnitExportView(UnitListView):
    """Excel of the whole filter."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> FileResponse:
        title = pgettext("export", "suggestions of the unit")
        return xlsx_response(f"{title}.xlsx", title, COLUMNS, self._rows())

    def _rows(self) -> Iterator[tuple[Any, ...]]:
        for part in self.get_queryset().iterator(chunk_size=2000):
            yield (
                part.suggestion.reference,
                part.suggestion.title,
                part.unit.name,
                part.get_role_display(),
                part.handed_over_at,
                part.due,
                str(STAGE_WORDS[part.stage]),
            )
