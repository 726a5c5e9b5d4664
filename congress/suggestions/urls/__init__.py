"""Addresses of the room of suggestions."""

from congress.suggestions.urls import entry, handling, office, papers, rating

app_name = "suggestions"
urlpatterns = [
    *entry.urlpatterns,
    *office.urlpatterns,
    *handling.urlpatterns,
    *rating.urlpatterns,
    *papers.urlpatterns,
]
