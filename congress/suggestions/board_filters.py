"""What the board is about, as the URL carries it."""

import django_filters
from django.db.models import QuerySet
from django.utils.translation import pgettext_lazy

from congress.organisations.models import CongressSession, Organisation
from congress.suggestions.models import Suggestion

BETWEEN = "between"


class BoardFilter(django_filters.FilterSet):
    """`rows` are the records in sight; a session is the same session of every congress."""

    congress = django_filters.ModelChoiceFilter(
        label=pgettext_lazy("filter", "Congress"),
        queryset=Organisation.objects.none(),
        empty_label=pgettext_lazy("filter", "All"),
    )
    session = django_filters.ChoiceFilter(
        label=pgettext_lazy("filter", "Session"),
        method="in_session",
        empty_label=pgettext_lazy("filter", "All"),
    )
    year = django_filters.ChoiceFilter(
        label=pgettext_lazy("filter", "Year"),
        field_name="submitted_at__year",
        empty_label=pgettext_lazy("filter", "All"),
    )

    class Meta:
        model = Suggestion
        fields = ("congress", "session", "year")

    def __init__(self, *args, rows: QuerySet[Suggestion], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        congresses = Organisation.objects.filter(pk__in=rows.values("congress"))
        self.filters["congress"].queryset = congresses
        self.form.fields["congress"].queryset = congresses
        self.form.fields["session"].choices = sessions(rows)
        years = [str(moment.year) for moment in rows.datetimes("submitted_at", "year", "DESC")]
        self.form.fields["year"].choices = [(year, year) for year in years]

    def in_session(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        if value == BETWEEN:
            return queryset.filter(session=None)
        term, number = value.split("-")
        return queryset.filter(session__term__number=term, session__number=number)


def sessions(rows: QuerySet[Suggestion]) -> list[tuple[str, str]]:
    """Newest first, and the time between sessions."""
    found = CongressSession.objects.filter(pk__in=rows.values("session")).select_related("term")
    named = {f"{each.term.number}-{each.number}": str(each) for each in found}
    return [*named.items(), (BETWEEN, str(pgettext_lazy("session", "between sessions")))]
