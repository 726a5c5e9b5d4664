"""The attendance sheet and the ledger, on the screen, on paper and as Excel."""

from collections.abc import Iterator
from typing import Any

from django.http import FileResponse, Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import pgettext, pgettext_lazy
from django.views.generic import TemplateView, View

from congress.notices.models import Recipient
from congress.notices.models.ledger import Decision
from congress.notices.queries.ledger import ledger, totals, with_numbers
from congress.notices.rules import keeps
from congress.notices.views.base import OwnNoticeMixin
from congress.organisations.phones import masked
from congress.web.exports import Column, xlsx_response


class SheetMixin(OwnNoticeMixin):
    """Of a meeting that was sent."""

    def get_meeting(self):
        if not self.notice.was_sent or not self.notice.is_meeting:
            raise Http404
        return self.notice


class SheetView(SheetMixin, TemplateView):
    """Check-in on the day; printed it is the paper to sign."""

    template_name = "congress/notices/sheet.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        notice = self.get_meeting()
        today = timezone.localdate()
        return super().get_context_data(
            rows=[{"row": row, "outcome": outcome(row)} for row in ledger(notice)],
            totals=totals(notice),
            may_check_in=notice.state == "sent"
            and today >= timezone.localdate(notice.meeting_at)
            and any(keeps(actor, notice) for actor in self.actors),
            **kwargs,
        )


def outcome(row: Recipient) -> str:
    """Came, on leave, or absent, as the totals count them."""
    if row.checked_in_at:
        return pgettext("attendance", "came")
    if row.decision == Decision.GRANTED:
        return pgettext("attendance", "on leave")
    return pgettext("attendance", "absent")


SHEET = (
    Column(pgettext_lazy("column", "no."), 6, "number"),
    Column(pgettext_lazy("column", "name"), 10),
    Column(pgettext_lazy("column", "group"), 16),
    Column(pgettext_lazy("column", "answer"), 10),
    Column(pgettext_lazy("column", "reason for the leave"), 24),
    Column(pgettext_lazy("column", "leave"), 10),
    Column(pgettext_lazy("column", "attendance"), 10),
    Column(pgettext_lazy("column", "checked in"), 18, "datetime"),
)


class SheetExportView(SheetMixin, View):
    def get(self, request: HttpRequest, pk: int) -> FileResponse:
        title = pgettext("paper", "Attendance sheet")
        name = f"{title} {self.get_meeting().title}"
        return xlsx_response(f"{name}.xlsx", name, SHEET, self._rows())

    def _rows(self) -> Iterator[tuple[Any, ...]]:
        for number, row in enumerate(ledger(self.notice), start=1):
            yield (
                number,
                row.user.name,
                row.group_name,
                row.get_answer_display(),
                row.reason,
                row.get_decision_display(),
                outcome(row),
                row.checked_in_at,
            )


LEDGER = (
    Column(pgettext_lazy("column", "name"), 10),
    Column(pgettext_lazy("column", "phone number"), 16),
    Column(pgettext_lazy("column", "group"), 16),
    Column(pgettext_lazy("column", "channel"), 14),
    Column(pgettext_lazy("ledger", "first opened"), 18, "datetime"),
    Column(pgettext_lazy("ledger", "confirmed"), 18, "datetime"),
    Column(pgettext_lazy("column", "answer"), 10),
    Column(pgettext_lazy("column", "reason for the leave"), 24),
    Column(pgettext_lazy("column", "leave"), 10),
    Column(pgettext_lazy("column", "answered on behalf by"), 24),
    Column(pgettext_lazy("column", "told by phone"), 18, "datetime"),
    Column(pgettext_lazy("column", "told by"), 24),
    Column(pgettext_lazy("column", "result of the call"), 24),
    Column(pgettext_lazy("column", "checked in"), 18, "datetime"),
)


class LedgerExportView(OwnNoticeMixin, View):
    """Every row behind the screen; numbers masked."""

    def get(self, request: HttpRequest, pk: int) -> FileResponse:
        if not self.notice.was_sent:
            raise Http404
        name = f"{pgettext('paper', 'Ledger')} {self.notice.title}"
        return xlsx_response(f"{name}.xlsx", name, LEDGER, self._rows())

    def _rows(self) -> Iterator[tuple[Any, ...]]:
        for row in with_numbers(ledger(self.notice)):
            numbers = (masked(phone.number) for phone in row.user.contact_phones.all())
            yield (
                row.user.name,
                "、".join(numbers),
                row.group_name,
                row.get_channel_display(),
                row.opened_at,
                row.confirmed_at,
                row.get_answer_display(),
                row.reason,
                row.get_decision_display(),
                row.on_behalf_by,
                row.told_at,
                row.told_by,
                row.told_result,
                row.checked_in_at,
            )
