"""The office's and the presidium's screens, and the record's page."""

from django.urls import path

from congress.suggestions.views import lists
from congress.suggestions.views.detail import SuggestionDetailView

urlpatterns = [
    path("", lists.SuggestionListView.as_view(), name="list"),
    path("excel/", lists.SuggestionExportView.as_view(), name="export"),
    path("<key:pk>/", SuggestionDetailView.as_view(), name="detail"),
]
