"""The filters of the list of notices, as the URL carries them."""

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.notices.models import Notice
from congress.notices.states import NOTICE


class NoticeFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(
        label=_("Title or number"),
        method="search",
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    state = django_filters.ChoiceFilter(
        label=pgettext_lazy("filter", "State"),
        choices=NOTICE.choices(),
        empty_label=pgettext_lazy("filter", "All"),
    )

    class Meta:
        model = Notice
        fields = ("q", "state")

    def search(self, queryset: QuerySet[Notice], name: str, value: str) -> QuerySet[Notice]:
        return queryset.filter(Q(title__icontains=value) | Q(reference__icontains=value))
