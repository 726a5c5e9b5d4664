"""A suggestion's page: of those who work on it, and of its deputies."""

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from congress.organisations.roles import UNIT_OFFICER
from congress.suggestions.queries.record import deadline_on, record_page, works_on
from congress.suggestions.rules import STAFF, has_handled
from congress.suggestions.states import SUGGESTION
from congress.suggestions.views.base import SuggestionMixin
from congress.suggestions.views.buttons import buttons_for
from congress.suggestions.views.own_page import OwnPageView
from congress.suggestions.views.sections import sections_for


class SuggestionDetailView(SuggestionMixin, TemplateView):
    template_name = "congress/suggestions/detail.html"

    @cached_property
    def works(self) -> bool:
        return works_on(self.actors, self.suggestion)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A message may lead here after the unit's part has ended: it says so instead of 404."""
        try:
            works = self.works
        except Http404:
            if not has_handled(self.actors, self.kwargs["pk"]):
                raise
            messages.info(request, _("This suggestion is no longer with your unit."))
            return redirect("suggestions:unit")
        if not works:
            return OwnPageView.as_view()(request, **self.kwargs)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        suggestion = self.suggestion
        page = record_page(suggestion, self.actors, inside=self.works)
        return super().get_context_data(
            page=page,
            works=self.works,
            has_list=any(actor.role in STAFF for actor in self.actors),
            of_unit=any(actor.role == UNIT_OFFICER for actor in self.actors),
            printed_at=timezone.now(),
            state=SUGGESTION.state(suggestion.state),
            days=deadline_on(page.clock, self.today),
            buttons=buttons_for(self.actors, suggestion),
            sections=sections_for(self.actors, suggestion),
            **kwargs,
        )
