"""The filters of the staff's list, as the URL carries them."""

from datetime import date, timedelta

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.audit.actors import Actor
from congress.organisations.models import CongressSession
from congress.suggestions.models import Assignment, Clock, Suggestion
from congress.suggestions.models.choices import Category
from congress.suggestions.queries.waiting import waiting_for
from congress.suggestions.states import SUGGESTION
from congress.web.selects import PlainSelect

ALL = pgettext_lazy("filter", "All")
BETWEEN = "between"
SOON = timedelta(days=10)


class SuggestionFilter(django_filters.FilterSet):
    """Choices: `congresses` whose records stand in the list, None where they are one's own alone,
    and `units`. `actors` are the person's, `today` judges the time limits."""

    q = django_filters.CharFilter(
        label=_("Title, number or deputy"),
        method="search",
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    congress = django_filters.ChoiceFilter(
        label=pgettext_lazy("filter", "People's congress"),
        empty_label=ALL,
        widget=PlainSelect,
    )
    state = django_filters.ChoiceFilter(
        label=pgettext_lazy("filter", "State"),
        choices=SUGGESTION.choices(),
        empty_label=ALL,
        widget=PlainSelect,
    )
    session = django_filters.ChoiceFilter(
        label=pgettext_lazy("filter", "Session"),
        method="in_session",
        empty_label=ALL,
        widget=PlainSelect,
    )
    category = django_filters.ChoiceFilter(
        label=pgettext_lazy("filter", "Category"),
        choices=Category.choices,
        empty_label=ALL,
        widget=PlainSelect,
    )
    unit = django_filters.ChoiceFilter(
        label=pgettext_lazy("filter", "Handling unit"),
        method="at_unit",
        empty_label=ALL,
        widget=PlainSelect,
    )
    show = django_filters.CharFilter(method="only", widget=forms.HiddenInput)

    class Meta:
        model = Suggestion
        fields = ("q", "congress", "state", "session", "category", "unit", "show")

    def __init__(
        self,
        *args,
        congresses: list[tuple[str, str]] | None,
        units: list[tuple[str, str]],
        sessions: QuerySet[CongressSession],
        actors: tuple[Actor, ...],
        today: date,
        **kwargs,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.actors, self.today = actors, today
        if congresses is None:
            del self.form.fields["congress"]
        else:
            self.form.fields["congress"].choices = [("", ALL), *congresses]
        self.form.fields["unit"].choices = [("", ALL), *units]
        self.form.fields["session"].choices = [
            ("", ALL),
            (BETWEEN, pgettext_lazy("session", "between sessions")),
            *((str(row.pk), str(row)) for row in sessions),
        ]

    def search(self, rows: QuerySet[Suggestion], name: str, value: str) -> QuerySet[Suggestion]:
        found = Q(title__icontains=value) | Q(reference__icontains=value)
        return rows.filter(found | Q(lead_name__icontains=value))

    def in_session(self, rows: QuerySet[Suggestion], name: str, value: str) -> QuerySet[Suggestion]:
        return rows.filter(session=None) if value == BETWEEN else rows.filter(session=value)

    def at_unit(self, rows: QuerySet[Suggestion], name: str, value: str) -> QuerySet[Suggestion]:
        parts = Assignment.objects.running().filter(suggestion=OuterRef("pk"), unit=value)
        return rows.filter(Exists(parts))

    def only(self, rows: QuerySet[Suggestion], name: str, value: str) -> QuerySet[Suggestion]:
        clocks = Clock.objects.running().owed().filter(suggestion=OuterRef("pk"))
        soon = clocks.filter(due__gte=self.today, due__lte=self.today + SOON)
        if value == "waiting":
            return rows.filter(pk__in=waiting_for(self.actors).values("pk"))
        if value == "late":
            return rows.filter(Exists(clocks.filter(due__lt=self.today)))
        return rows.filter(Exists(soon)) if value == "soon" else rows
