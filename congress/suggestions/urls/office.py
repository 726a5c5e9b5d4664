"""The office's and the presidium's screens, and the record's page."""

from django.urls import path

from congress.suggestions.views.detail import SuggestionDetailView

urlpatterns = [
    path("<key:pk>/", SuggestionDetailView.as_view(), name="detail"),
]
