"""The trail, read by the auditor and the administrator of a county."""

from functools import cached_property
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from congress.audit.models import Entry
from congress.information.forms import DateInput
from congress.organisations.access import AccessMixin
from congress.organisations.roles import AUDITOR, COUNTY_ADMIN
from congress.overview.rules import trail_visible_to
from congress.web.exports import Column, xlsx_response
from congress.web.lists import FilteredListView


class TrailFilter(django_filters.FilterSet):
    name = django_filters.CharFilter(
        label=pgettext_lazy("filter", "Person"), lookup_expr="icontains", max_length=100
    )
    reference = django_filters.CharFilter(
        label=pgettext_lazy("label", "Reference number"), lookup_expr="icontains", max_length=100
    )
    since = django_filters.DateFilter(
        label=pgettext_lazy("filter", "From"),
        field_name="at",
        lookup_expr="date__gte",
        widget=DateInput,
    )
    until = django_filters.DateFilter(
        label=pgettext_lazy("filter", "Until"),
        field_name="at",
        lookup_expr="date__lte",
        widget=DateInput,
    )

    class Meta:
        model = Entry
        fields = ("name", "reference", "since", "until")
        form = forms.Form


class TrailView(AccessMixin, FilteredListView):
    roles = (AUDITOR, COUNTY_ADMIN)
    filterset_class = TrailFilter
    template_name = "congress/overview/trail.html"
    table_template_name = "congress/overview/_trail_table.html"
    context_object_name = "entries"
    paginate_by = 100
    orders = {"newest": ("-at", "-pk"), "oldest": ("at", "pk")}

    @cached_property
    def queryset(self) -> QuerySet[Entry]:
        return trail_visible_to(self.actors)


COLUMNS = (
    Column(pgettext_lazy("column", "time"), 18, "datetime"),
    Column(pgettext_lazy("column", "person"), 12),
    Column(pgettext_lazy("column", "role"), 14),
    Column(pgettext_lazy("column", "organisation"), 16),
    Column(pgettext_lazy("column", "act"), 20),
    Column(pgettext_lazy("column", "number"), 24),
    Column(pgettext_lazy("column", "note"), 48),
)


class TrailExportView(TrailView):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> FileResponse:
        title = _("Trail of acts")
        rows = (
            (e.at, e.name, e.role_label, e.organisation_name, e.act_label, e.reference, e.note)
            for e in self.get_queryset().iterator(chunk_size=2000)
        )
        return xlsx_response(f"{title}.xlsx", title, COLUMNS, rows)
