"""The filters of the published suggestions, as the URL carries them."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import pgettext_lazy

from congress.organisations.models import Organisation
from congress.suggestions.models import Suggestion
from congress.suggestions.models.choices import Category
from congress.suggestions.queries.published import full_texts, sought
from congress.suggestions.states import SUGGESTION

EVERY = pgettext_lazy("filter", "All")
NEVER = ("draft", "awaiting_cosigners", "submitted", "not_accepted", "merged", "withdrawn")


def public_states() -> dict[str, list[str]]:
    """The public labels with the states that bear each, in the order of the process."""
    found: dict[str, list[str]] = {}
    for state in SUGGESTION.states:
        if state.code not in NEVER:
            found.setdefault(str(state.public_label), []).append(state.code)
    return found


def state_choices() -> list[tuple[str, str]]:
    return [(codes[0], label) for label, codes in public_states().items()]


class PublishedFilter(django_filters.FilterSet):
    """`places` and `years` are those that have something to show."""

    q = django_filters.CharFilter(
        label=pgettext_lazy("filter", "Words"),
        method="with_words",
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    place = django_filters.ModelChoiceFilter(
        label=pgettext_lazy("filter", "Congress"),
        field_name="congress",
        queryset=Organisation.objects.none(),
        empty_label=EVERY,
    )
    category = django_filters.ChoiceFilter(
        label=pgettext_lazy("suggestion", "category"),
        choices=Category.choices,
        method="in_category",
        empty_label=EVERY,
    )
    state = django_filters.ChoiceFilter(
        label=pgettext_lazy("filter", "State"),
        choices=state_choices,
        method="in_state",
        empty_label=EVERY,
    )
    year = django_filters.ChoiceFilter(
        label=pgettext_lazy("filter", "Year"),
        field_name="registered_at",
        lookup_expr="year",
        empty_label=EVERY,
    )

    class Meta:
        model = Suggestion
        fields = ("q", "place", "category", "state", "year")

    def __init__(self, *args: Any, places: QuerySet, years: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["place"].queryset = places
        self.filters["year"].extra["choices"] = [(str(year), f"{year}年") for year in years]

    def with_words(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        return sought(rows, value.strip())

    def in_category(self, rows: Any, name: str, value: str) -> QuerySet:
        """Of what is public with its text; the category of the others is not said."""
        return full_texts(rows).filter(category=value)

    def in_state(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        codes = next(codes for codes in public_states().values() if value in codes)
        return rows.filter(state__in=codes)
