"""The filter of a unit's list, as the URL carries it."""

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.suggestions.models import Assignment
from congress.suggestions.queries.parts import DONE, OWED, TO_ACKNOWLEDGE, WAITING

STAGE_WORDS = {
    TO_ACKNOWLEDGE: pgettext_lazy("unit list", "to acknowledge"),
    OWED: pgettext_lazy("unit list", "to answer"),
    WAITING: pgettext_lazy("unit list", "handed in"),
    DONE: pgettext_lazy("unit list", "answered"),
}


class PartFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(
        label=_("Title or number"),
        method="search",
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    stage = django_filters.ChoiceFilter(
        label=pgettext_lazy("filter", "Where it stands"),
        choices=list(STAGE_WORDS.items()),
        empty_label=pgettext_lazy("filter", "All"),
    )

    class Meta:
        model = Assignment
        fields = ("q", "stage")

    def search(self, queryset: QuerySet[Assignment], name: str, value: str) -> QuerySet[Assignment]:
        return queryset.filter(
            Q(suggestion__title__icontains=value) | Q(suggestion__reference__icontains=value)
        )
