"""The filters of the list of news, as the URL carries them."""

import django_filters
from django import forms
from django.utils.translation import pgettext_lazy

from home.models import NewsPage
from home.models.news import NewsQuerySet
from home.news_states import CHANGED, DRAFT, EXPIRED, LABELS, LIVE, REVIEW

SHOWN = (DRAFT, REVIEW, LIVE, CHANGED, EXPIRED)


class NewsFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(
        label=pgettext_lazy("filter", "Title"),
        field_name="draft_title",
        lookup_expr="icontains",
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    state = django_filters.ChoiceFilter(
        label=pgettext_lazy("filter", "State"),
        choices=[(code, LABELS[code]) for code in SHOWN],
        method="in_state",
        empty_label=pgettext_lazy("filter", "All"),
    )

    class Meta:
        model = NewsPage
        fields = ("q", "state")

    def in_state(self, queryset: NewsQuerySet, name: str, value: str) -> NewsQuerySet:
        """As `news_states.state_of` decides; what waits for its day is still a draft here."""
        if value == REVIEW:
            return queryset.filter(in_review=True)
        settled = queryset.filter(in_review=False, live=value in (LIVE, CHANGED))
        if value in (LIVE, CHANGED):
            return settled.filter(has_unpublished_changes=value == CHANGED)
        return settled.filter(expired=value == EXPIRED)
