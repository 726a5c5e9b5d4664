"""The staff's list of suggestions, and its Excel."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet
from django.http import FileResponse, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from congress.audit.actors import Actor
from congress.organisations.access import AccessMixin, seats_on_request
from congress.organisations.models import CongressSession, Organisation
from congress.organisations.models.organisations import Kind
from congress.organisations.roles import COUNTY_SUPERVISOR
from congress.suggestions.filters import SuggestionFilter
from congress.suggestions.models import Suggestion
from congress.suggestions.queries.lists import listed
from congress.suggestions.queries.steps import state_words
from congress.suggestions.rules import STAFF
from congress.web.exports import Column, xlsx_response
from congress.web.lists import FilteredListView
from congress.workdays.wording import EVENT_WORDS

PILLS = (
    ("", pgettext_lazy("pill", "All")),
    ("waiting", pgettext_lazy("pill", "Waiting for me")),
    ("late", pgettext_lazy("pill", "Late")),
    ("soon", pgettext_lazy("pill", "Due within ten days")),
)


class StaffMixin(AccessMixin):
    """Of people's congresses alone: sub-districts have none."""

    roles = STAFF

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        seats = seats_on_request(self.request)
        kinds = (Kind.TOWNSHIP, Kind.COUNTY)
        return tuple(a for a in super().actors if seats[a.organisation_id or 0].kind in kinds)


class SuggestionListView(StaffMixin, FilteredListView):
    """Units and sessions are those of the congress chosen, else of one's own."""

    filterset_class = SuggestionFilter
    template_name = "congress/suggestions/list.html"
    table_template_name = "congress/suggestions/_table.html"
    context_object_name = "suggestions"
    reads = ("title", "reference", "state", "congress__name")
    orders = {
        "newest": ("-created_at", "-pk"),
        "due": ("due_order", "pk"),
        "number": ("reference", "pk"),
    }

    @cached_property
    def queryset(self) -> QuerySet[Suggestion]:
        return listed(self.actors)

    @cached_property
    def counties(self) -> list[int | None]:
        return [a.organisation_id for a in self.actors if a.role == COUNTY_SUPERVISOR]

    def get_filterset_kwargs(self) -> dict[str, Any]:
        own = Q(pk__in=[actor.organisation_id for actor in self.actors])
        congresses = Organisation.objects.filter(
            own | Q(parent__in=self.counties, kind=Kind.TOWNSHIP)
        )
        asked = self.request.GET.get("congress", "")
        chosen = congresses.filter(pk=asked) if asked.isdecimal() and len(asked) < 19 else None
        of = chosen if self.counties and chosen is not None else congresses.filter(own)
        return {
            "congresses": named(congresses) if self.counties else None,
            "units": named(Organisation.objects.filter(parent__in=of.values("pk"), kind=Kind.UNIT)),
            "sessions": CongressSession.objects.filter(
                term__congress__in=of.values("pk")
            ).select_related("term"),
            "actors": self.actors,
            "today": self.today,
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            is_county=bool(self.counties),
            pills=self.pills(),
            sorts=self.sorts(),
            today=self.today,
            **kwargs,
        )

    def pills(self) -> list[dict[str, Any]]:
        current = self.request.GET.get("show", "")
        return [
            {"label": label, "url": self.with_query("show", code), "current": code == current}
            for code, label in PILLS
        ]

    def sorts(self) -> list[dict[str, Any]]:
        words = {
            "newest": pgettext("sort", "newest first"),
            "due": pgettext("sort", "by the time limit"),
            "number": pgettext("sort", "by number"),
        }
        return [
            {"label": label, "url": self.with_query("sort", code), "current": code == self.sort}
            for code, label in words.items()
        ]

    def with_query(self, name: str, value: str) -> str:
        """The list's address with one part of its query changed, on its first page."""
        query = self.request.GET.copy()
        query.pop("page", None)
        query[name] = value
        return f"?{query.urlencode()}"


COLUMNS = (
    Column(pgettext_lazy("column", "number"), 24),
    Column(pgettext_lazy("column", "people's congress"), 14),
    Column(pgettext_lazy("column", "session"), 16),
    Column(pgettext_lazy("column", "title"), 44),
    Column(pgettext_lazy("column", "lead deputy"), 12),
    Column(pgettext_lazy("column", "category"), 14),
    Column(pgettext_lazy("column", "handling units"), 30),
    Column(pgettext_lazy("column", "state"), 14),
    Column(pgettext_lazy("column", "submitted"), 12, "date"),
    Column(pgettext_lazy("column", "handed over"), 12, "date"),
    Column(pgettext_lazy("column", "running time limit"), 20),
    Column(pgettext_lazy("column", "due"), 12, "date"),
    Column(pgettext_lazy("column", "replied"), 12, "date"),
    Column(pgettext_lazy("column", "closed"), 12, "date"),
    Column(_("consent to publication"), 14),
)


class SuggestionExportView(SuggestionListView):
    """Excel of the whole filter."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> FileResponse:
        title = pgettext("noun", "suggestions")
        return xlsx_response(f"{title}.xlsx", title, COLUMNS, self._rows())

    def _rows(self) -> Iterator[tuple[Any, ...]]:
        for row in self.get_queryset().select_related("session__term").iterator(chunk_size=2000):
            yield (
                row.reference,
                row.congress.name,
                str(row.session) if row.session else pgettext("session", "between sessions"),
                row.title,
                row.lead_name,
                row.get_category_display(),
                "、".join(f"{part.unit_name}（{part.get_role_display()}）" for part in row.parts),
                state_words(row, inside=True, upward=row.upward),
                _day(row.submitted_at),
                _day(row.handed_over_at),
                str(EVENT_WORDS[row.due_event]) if row.due_event else "",
                row.due,
                _day(row.replied_at),
                _day(row.closed_at),
                row.get_consent_display(),
            )


def named(organisations: QuerySet[Organisation]) -> list[tuple[str, str]]:
    """Choices of a filter."""
    return [(str(pk), name) for pk, name in organisations.values_list("pk", "name")]


def _day(at: datetime | None) -> date | None:
    return timezone.localdate(at) if at else None
