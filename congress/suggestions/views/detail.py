"""A suggestion's page."""

from typing import Any

from django.views.generic import TemplateView

from congress.suggestions.views.base import SuggestionMixin
from congress.suggestions.views.buttons import buttons_for
from congress.suggestions.views.sections import sections_for


class SuggestionDetailView(SuggestionMixin, TemplateView):
    template_name = "congress/suggestions/detail.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            buttons=buttons_for(self.actors, self.suggestion),
            sections=sections_for(self.actors, self.suggestion),
            **kwargs,
        )
