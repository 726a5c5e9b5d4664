"""Official papers in Word."""

from django.urls import path

from congress.suggestions.views.papers import (
    BlankFormView,
    CollectionView,
    PapersView,
    PaperView,
)

urlpatterns = [
    path("papers/", PapersView.as_view(), name="papers"),
    path("papers/blank/", BlankFormView.as_view(), name="blank_form"),
    path("papers/<slug:kind>/<slug:code>/", CollectionView.as_view(), name="collection"),
    path("<key:pk>/papers/<slug:kind>/", PaperView.as_view(), name="download"),
    path("<key:pk>/papers/<slug:kind>/<key:part>/", PaperView.as_view(), name="download"),
]
