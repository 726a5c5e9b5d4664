"""A suggestion's page: for whoever works on it, and for its deputies."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.generic import TemplateView

from congress.suggestions.views.base import SuggestionMixin
from congress.suggestions.views.own_page import OwnPageView, is_inside


class SuggestionDetailView(SuggestionMixin, TemplateView):
    template_name = "congress/suggestions/detail.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not is_inside(self.actors, self.suggestion):
            return OwnPageView.as_view()(request, **self.kwargs)
        return super().get(request, *args, **kwargs)
