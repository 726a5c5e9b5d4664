"""The deputies' telephone numbers on a suggestion's page."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.suggestions.views.detail import SuggestionDetailView


class NumbersView(SuggestionDetailView):
    """The same page with the deputies' full telephone numbers; each look is one entry in the
    trail."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.works:
            raise PermissionDenied
        label = pgettext("act done", "looked at phone numbers")
        record(self.suggestion, "numbers", by=self.actors[0], at=timezone.now(), label=label)
        return self.render_to_response(self.get_context_data(revealed=True))
