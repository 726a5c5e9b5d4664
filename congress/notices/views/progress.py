"""How far a notice has gone out by e-mail and SMS; it may be left and found again."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.generic import TemplateView

from congress.notices import rules
from congress.notices.views.rest import SentMixin
from congress.notifications.actions import deliver_some, has_worker
from congress.notifications.channels import channel_label
from congress.notifications.queries.progress import given_up_of, progress_of

SHOWN = 100


class ProgressView(SentMixin, TemplateView):
    """A POST sends the next few, where no worker does; htmx gets the card alone, which goes on by
    itself until nothing could be sent."""

    template_name = "congress/notices/progress.html"
    may: ClassVar = staticmethod(rules.may_send)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        done = deliver_some(self.notice, at=timezone.now())
        if request.htmx:  # type: ignore[attr-defined]
            return self.render_to_response(self.get_context_data(faulty=not done.sent))
        return redirect("notices:progress", self.notice.pk)

    def get_template_names(self) -> list[str]:
        alone = self.request.htmx  # type: ignore[attr-defined]
        return ["congress/notices/_progress.html"] if alone else [self.template_name]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        progress = progress_of(self.notice)
        lost = list(given_up_of(self.notice)[:SHOWN]) if progress.given_up else []
        for row in lost:
            row.channel_label = channel_label(row.channel)  # type: ignore[attr-defined]
        return super().get_context_data(
            progress=progress, lost=lost, has_worker=has_worker(), **kwargs
        )
