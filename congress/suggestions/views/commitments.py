"""Promises: the list, its Excel, and one promise with what was said of it."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext, pgettext_lazy
from django.views.generic import TemplateView

from congress.audit.queries import timeline
from congress.organisations.access import AccessMixin
from congress.organisations.roles import UNIT_OFFICER
from congress.suggestions import rules
from congress.suggestions.commitment_filters import CommitmentFilter
from congress.suggestions.models import Commitment
from congress.suggestions.queries.commitments import late, listed, with_order
from congress.suggestions.states import COMMITMENT
from congress.suggestions.views.commitment_buttons import buttons_for
from congress.web.exports import Column, xlsx_response
from congress.web.lists import FilteredListView


class CommitmentListView(AccessMixin, FilteredListView):
    """What comes back until it is kept, the longest overdue first."""

    roles = (*rules.STAFF, UNIT_OFFICER)
    filterset_class = CommitmentFilter
    template_name = "congress/suggestions/commitments.html"
    table_template_name = "congress/suggestions/_commitments_table.html"
    context_object_name = "rows"
    orders = {"due": ("done", "promised_on", "pk"), "newest": ("-promised_on", "-pk")}

    @cached_property
    def queryset(self) -> QuerySet[Commitment]:
        return with_order(listed(self.actors))

    def get_filterset_kwargs(self) -> dict[str, Any]:
        return {"on": self.today, "rows": listed(self.actors)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        overdue = listed(self.actors).filter(late(self.today)).count()
        return super().get_context_data(finding=finding(overdue), today=self.today, **kwargs)


def finding(overdue: int) -> str:
    if not overdue:
        return _("Promises: none is overdue")
    words = ngettext("%(number)s promise is overdue", "%(number)s promises are overdue", overdue)
    return words % {"number": overdue}


COLUMNS = (
    Column(pgettext_lazy("column", "number"), 24),
    Column(pgettext_lazy("column", "title"), 44),
    Column(pgettext_lazy("column", "promise"), 44),
    Column(pgettext_lazy("column", "unit"), 22),
    Column(pgettext_lazy("column", "first promised by"), 14, "date"),
    Column(pgettext_lazy("column", "promised by"), 14, "date"),
    Column(pgettext_lazy("column", "kept on"), 14, "date"),
    Column(pgettext_lazy("column", "state"), 16),
)


class CommitmentExportView(CommitmentListView):
    """Excel of the whole filter."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> FileResponse:
        title = pgettext("noun", "promises")
        return xlsx_response(f"{title}.xlsx", title, COLUMNS, self._rows())

    def _rows(self) -> Iterator[tuple[Any, ...]]:
        for row in self.get_queryset().iterator(chunk_size=2000):
            yield (
                row.suggestion.reference,
                row.suggestion.title,
                row.text,
                row.reply.assignment.unit.name,
                row.first_promised_on,
                row.promised_on,
                row.kept_on,
                COMMITMENT.state(row.state).label,
            )


class CommitmentMixin(AccessMixin):
    """`self.commitment` is the visible promise of the URL; anything else is 404."""

    roles: ClassVar[tuple[str, ...]] = (*rules.STAFF, UNIT_OFFICER)
    record_url = "suggestions:commitment"

    @cached_property
    def commitment(self) -> Commitment:
        rows = listed(self.actors).select_related("suggestion__congress__parent")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    @property
    def record(self) -> Commitment:
        return self.commitment

    def get_success_url(self) -> str:
        return reverse("suggestions:commitment", args=[self.commitment.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(commitment=self.commitment, **kwargs)  # type: ignore[misc]


class CommitmentView(CommitmentMixin, TemplateView):
    """A deputy who signed reads it too; a unit of the county reads its promise without the record
    of the township."""

    roles = rules.READERS
    template_name = "congress/suggestions/commitment.html"

    @cached_property
    def actors(self):
        held = super().actors
        former = rules.signatory_actors(self.request.user, self.today)  # type: ignore[arg-type]
        return (*held, *former)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        record = rules.visible_to(self.actors).filter(pk=self.commitment.suggestion_id)
        return super().get_context_data(
            buttons=buttons_for(self.actors, self.commitment),
            reads_record=record.exists(),
            has_list=any(actor.role in CommitmentMixin.roles for actor in self.actors),
            reports=list(self.commitment.reports.all()),
            timeline=list(timeline(self.commitment)),
            days=(self.commitment.promised_on - self.today).days,
            **kwargs,
        )
