"""A suggestion's page."""

from django.views.generic import TemplateView

from congress.suggestions.views.base import SuggestionMixin


class SuggestionDetailView(SuggestionMixin, TemplateView):
    template_name = "congress/suggestions/detail.html"
