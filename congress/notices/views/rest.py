"""Who is left to call, and how they are reached without a gateway."""

from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy
from django.views.generic import TemplateView, View

from congress.audit.actions import record
from congress.flow.moves import NotNow
from congress.notices import actions, rules
from congress.notices.models import Recipient
from congress.notices.queries.ledger import left_to_call, mobile_of, numbers_of, totals
from congress.notices.views.base import OwnNoticeMixin, links_of
from congress.notices.wording import address_of, group_message, message_to
from congress.web.exports import Column, xlsx_response


class SentMixin(OwnNoticeMixin):
    """Of a notice that was sent, for whoever keeps its ledger."""

    may: ClassVar = staticmethod(rules.keeps)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.actors:
            if not any(self.may(actor, self.notice) for actor in self.actors):
                raise PermissionDenied
            if not self.notice.was_sent:
                messages.info(request, _("This notice is not sent yet."))
                return redirect("notices:detail", self.notice.pk)
        return super().dispatch(request, *args, **kwargs)


class RestView(SentMixin, TemplateView):
    """The list with full numbers; opening it is one entry in the trail."""

    template_name = "congress/notices/rest.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        label = pgettext("act done", "looked at phone numbers")
        by = self.one_of(rules.keeps)
        record(self.notice, "numbers", by=by, at=timezone.now(), label=label)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        links = links_of(self.request, self.notice)
        rows = [self.line(row, links) for row in left_to_call(self.notice)]
        return super().get_context_data(
            rows=rows,
            totals=totals(self.notice),
            to_remind=sum(line["row"].reminded_at is None for line in rows),
            running=self.notice.state == "sent",
            **kwargs,
        )

    def line(self, row: Recipient, links: dict[int, str]) -> dict[str, Any]:
        return {
            "row": row,
            "person": address_of(row),
            "numbers": numbers_of(row.user),
            "mobile": mobile_of(row.user),
            "text": message_to(row, self.notice, links.get(row.user_id, "")),
        }


COLUMNS = (
    Column(pgettext_lazy("column", "phone number"), 16),
    Column(pgettext_lazy("column", "name"), 10),
    Column(pgettext_lazy("column", "text of the message"), 90),
)


class CarrierView(SentMixin, View):
    """Phone and text for the carrier's bulk service; it becomes the channel of these rows."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        try:
            actions.note_carrier(self.notice, by=self.one_of(rules.keeps), at=timezone.now())
        except (ValidationError, NotNow) as refusal:
            messages.error(request, " ".join(getattr(refusal, "messages", [str(refusal)])))
            return redirect("notices:rest", self.notice.pk)
        links = links_of(request, self.notice)
        rows = (
            (
                mobile_of(row.user),
                row.user.name,
                message_to(row, self.notice, links.get(row.user_id, "")),
            )
            for row in left_to_call(self.notice)
        )
        return xlsx_response(f"{self.notice.title}.xlsx", self.notice.title, COLUMNS, rows)


class GroupTextView(SentMixin, TemplateView):
    """One text for the group chat."""

    template_name = "congress/notices/group_text.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        path = reverse("group:enter", args=[self.notice.group_token])
        url = self.request.build_absolute_uri(path)
        return super().get_context_data(text=group_message(self.notice, url), url=url, **kwargs)
