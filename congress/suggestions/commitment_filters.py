"""The filters of the list of promises, as the URL carries them."""

from datetime import date

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.organisations.models import Organisation
from congress.suggestions.models import Commitment
from congress.suggestions.queries.commitments import in_standing

ALL = pgettext_lazy("filter", "All")
STANDINGS = (
    ("late", _("past the promised day")),
    ("soon", _("due within 30 days")),
    ("later", _("promised for later")),
    ("reported", _("reported as kept, to be checked")),
    ("kept", pgettext_lazy("promise", "kept")),
)


class CommitmentFilter(django_filters.FilterSet):
    """`on` is the day by which a promise is late; units and congresses are those on the list."""

    q = django_filters.CharFilter(
        label=_("Promise, title or number"),
        method="search",
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    standing = django_filters.ChoiceFilter(
        label=pgettext_lazy("filter", "State"),
        choices=STANDINGS,
        method="stands",
        empty_label=ALL,
    )
    unit = django_filters.ModelChoiceFilter(
        label=pgettext_lazy("filter", "Unit"),
        queryset=Organisation.objects.none(),
        field_name="reply__assignment__unit",
        empty_label=ALL,
    )
    congress = django_filters.ModelChoiceFilter(
        label=pgettext_lazy("filter", "Congress"),
        queryset=Organisation.objects.none(),
        field_name="suggestion__congress",
        empty_label=ALL,
    )

    class Meta:
        model = Commitment
        fields = ("q", "standing", "unit", "congress")

    def __init__(self, *args, on: date, rows: QuerySet[Commitment], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        offered = {
            "unit": rows.values("reply__assignment__unit"),
            "congress": rows.values("suggestion__congress"),
        }
        for name, keys in offered.items():
            choices = Organisation.objects.filter(pk__in=keys)
            self.filters[name].queryset = choices
            self.form.fields[name].queryset = choices

    def search(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        title = Q(suggestion__title__icontains=value) | Q(suggestion__reference__icontains=value)
        return queryset.filter(title | Q(text__icontains=value))

    def stands(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(in_standing(value, self.on))
