"""The filters of the list of items, as the URL carries them."""

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress import periods
from congress.information.models import Item
from congress.information.models.items import ItemKind, start_of
from congress.information.states import ITEM
from congress.organisations.models import Organisation
from congress.web.selects import PlainSelect

ALL = pgettext_lazy("filter", "All")


class ItemFilter(django_filters.FilterSet):
    """`county` offers the townships and shows the county's names of the states."""

    q = django_filters.CharFilter(
        label=_("Title or number"),
        method="search",
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    organisation = django_filters.ModelChoiceFilter(
        label=pgettext_lazy("filter", "Township"),
        queryset=Organisation.objects.none(),
        empty_label=ALL,
        widget=PlainSelect,
    )
    state = django_filters.ChoiceFilter(
        label=pgettext_lazy("filter", "State"),
        choices=ITEM.choices(),
        method="in_state",
        empty_label=ALL,
        widget=PlainSelect,
    )
    kind = django_filters.ChoiceFilter(
        label=pgettext_lazy("filter", "Type"),
        choices=ItemKind.choices,
        empty_label=ALL,
        widget=PlainSelect,
    )
    month = django_filters.CharFilter(
        label=_("Month of submission"),
        method="in_month",
        widget=forms.TextInput(attrs={"type": "month"}),
    )

    class Meta:
        model = Item
        fields = ("q", "organisation", "state", "kind", "month")

    def __init__(self, *args, townships: QuerySet[Organisation] | None, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.county = townships is not None
        if townships is None:
            del self.form.fields["organisation"]
        else:
            self.filters["organisation"].queryset = townships
            self.form.fields["organisation"].queryset = townships
            self.form.fields["state"].choices = [
                ("", ALL),
                *(
                    (state.code, state.public_label)
                    for state in ITEM.states
                    if state.code not in ("draft", "awaiting_sign_off")
                ),
            ]

    def search(self, queryset: QuerySet[Item], name: str, value: str) -> QuerySet[Item]:
        return queryset.filter(Q(title__icontains=value) | Q(reference__icontains=value))

    def in_state(self, queryset: QuerySet[Item], name: str, value: str) -> QuerySet[Item]:
        """For the county an item waiting for its chair's signature is still a returned one."""
        if self.county and value == "returned":
            return queryset.filter(state__in=["returned", "awaiting_sign_off"])
        return queryset.filter(state=value)

    def in_month(self, queryset: QuerySet[Item], name: str, value: str) -> QuerySet[Item]:
        try:
            month = periods.parse(value)
        except ValueError:
            return queryset.none()
        return queryset.filter(
            submitted_at__gte=start_of(month.start), submitted_at__lt=start_of(month.end)
        )
