"""What the lists of the ground may be asked by, from the query string."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import django_filters
from django import forms
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters import FilterSet

from congress.audit.actors import Actor
from congress.organisations.forms.fields import OrganisationChoice, SectionChoice
from congress.organisations.models import Constituency, DeputyGroup, Organisation
from congress.organisations.models.organisations import Kind
from congress.organisations.queries import organisations, people, posts
from congress.organisations.roles import DEPUTY, ROLES, STAFF_ROLE_CHOICES
from congress.organisations.rules import organisations_visible_to, session_terms_of

UNVERIFIED_TERM = "term"
UNVERIFIED_END = "end"
INCOMPLETE_NUMBER = "number"
MARKS = (
    (UNVERIFIED_TERM, pgettext_lazy("mark", "term to be verified")),
    (UNVERIFIED_END, pgettext_lazy("mark", "date to be verified")),
    (INCOMPLETE_NUMBER, pgettext_lazy("mark", "number to be verified")),
)
STATES = (
    (posts.RUNNING, pgettext_lazy("state of a post", "running")),
    (posts.ENDED, pgettext_lazy("state of a post", "ended")),
    (posts.LATER, pgettext_lazy("state of a post", "later")),
)
ANY = pgettext_lazy("filter", "all")


def choice(label: Any, choices: Any, method: str, **kwargs: Any) -> django_filters.ChoiceFilter:
    return django_filters.ChoiceFilter(
        label=label, choices=choices, method=method, empty_label=ANY, **kwargs
    )


def search(label: Any) -> django_filters.CharFilter:
    widget = forms.TextInput(attrs={"type": "search"})
    return django_filters.CharFilter(label=label, method="by_text", widget=widget)


class OrganisationFilterField(django_filters.ModelChoiceFilter):
    field_class = OrganisationChoice


class SectionFilterField(django_filters.ModelChoiceFilter):
    """Constituencies or groups, named with their organisation."""

    class field_class(SectionChoice):  # noqa: N801  the name that django-filter asks for
        def __init__(self, *, queryset: QuerySet, required: bool = False, **kwargs: Any) -> None:
            super().__init__(queryset, **kwargs)


class CountyFilterSet(FilterSet):
    """`actors` bound the choices to the own county; `on` is the day that running means."""

    def __init__(self, *args: Any, actors: Iterable[Actor], on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actors, self.on = actors, on
        self.bound_choices()

    def bound_choices(self) -> None:
        """Gives the choice filters the own county's rows."""

    def kept(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        """For filters that only work together, and for the order."""
        return queryset

    def by_state(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return posts.in_state(queryset, value, self.on)

    def by_text(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(user__in=people.find_people(people.everybody(), value))


class OrganisationFilter(CountyFilterSet):
    q = search(_("name or short name"))
    kind = choice(pgettext_lazy("organisation", "kind"), Kind.choices, "by_kind")
    state = choice(
        pgettext_lazy("organisation", "state"),
        (
            ("active", pgettext_lazy("organisation", "active")),
            ("closed", pgettext_lazy("organisation", "closed")),
        ),
        "by_activity",
    )

    class Meta:
        model = Organisation
        fields: tuple[str, ...] = ()

    def by_text(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(Q(name__icontains=value) | Q(short_name__icontains=value))

    def by_kind(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(kind=value)

    def by_activity(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        closed = Q(active_to__lte=self.on)
        return queryset.filter(closed if value == "closed" else ~closed | Q(active_to=None))


class PeopleFilter(CountyFilterSet):
    q = search(_("name, or all digits of a number"))
    organisation = OrganisationFilterField(
        label=pgettext_lazy("noun", "organisation"), method="kept", empty_label=ANY
    )
    role = choice(
        pgettext_lazy("noun", "role"),
        [*STAFF_ROLE_CHOICES, (DEPUTY, ROLES[DEPUTY].label)],
        "kept",
    )
    account = choice(
        pgettext_lazy("noun", "account"),
        (("yes", pgettext_lazy("account", "in use")), ("no", pgettext_lazy("account", "none"))),
        "by_account",
    )

    def bound_choices(self) -> None:
        choices = organisations.in_tree(organisations_visible_to(self.actors))
        self.filters["organisation"].queryset = choices

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        found = super().filter_queryset(queryset)
        asked = self.form.cleaned_data
        role, organisation = asked.get("role") or "", asked.get("organisation")
        if not (role or organisation):
            return found
        key = organisation.pk if organisation else None
        return people.people_in_role(found, self.actors, role, key, self.on)

    def by_text(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return people.find_people(queryset, value)

    def by_account(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        unusable = Q(password__startswith=UNUSABLE_PASSWORD_PREFIX)
        with_account = Q(is_active=True) & ~unusable
        return queryset.filter(with_account if value == "yes" else ~with_account)


class PostFilter(CountyFilterSet):
    q = search(_("name, or all digits of a number"))
    organisation = OrganisationFilterField(
        label=pgettext_lazy("noun", "organisation"), empty_label=ANY
    )
    role = choice(pgettext_lazy("noun", "role"), STAFF_ROLE_CHOICES, "by_role")
    state = choice(pgettext_lazy("post", "state"), STATES, "by_state")

    def bound_choices(self) -> None:
        choices = organisations.in_tree(organisations_visible_to(self.actors))
        self.filters["organisation"].queryset = choices

    def by_role(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(role=value)


class MandateFilter(CountyFilterSet):
    q = search(_("name, or all digits of a number"))
    congress = OrganisationFilterField(
        label=pgettext_lazy("field", "people's congress"), empty_label=ANY
    )
    constituency = SectionFilterField(label=pgettext_lazy("noun", "constituency"), empty_label=ANY)
    group = SectionFilterField(label=pgettext_lazy("field", "deputy group"), empty_label=ANY)
    state = choice(pgettext_lazy("post", "state"), STATES, "by_state")
    mark = choice(pgettext_lazy("mandate", "mark"), MARKS, "by_mark")

    def bound_choices(self) -> None:
        self.filters["congress"].queryset = congresses(self.actors)
        for name, model in (("constituency", Constituency), ("group", DeputyGroup)):
            self.filters[name].queryset = posts.sections_visible_to(model, self.actors)

    def by_mark(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        if value == UNVERIFIED_TERM:
            return queryset.filter(term__unverified=True)
        if value == UNVERIFIED_END:
            return queryset.filter(ends_on_unverified=True)
        return queryset.filter(user__in=people.with_incomplete_numbers())


class TermFilter(CountyFilterSet):
    congress = OrganisationFilterField(
        label=pgettext_lazy("field", "people's congress"), empty_label=ANY
    )
    state = choice(pgettext_lazy("post", "state"), STATES, "by_state")
    unverified = choice(
        pgettext_lazy("mandate", "mark"),
        ((UNVERIFIED_TERM, pgettext_lazy("mark", "term to be verified")),),
        "by_mark",
    )

    def bound_choices(self) -> None:
        self.filters["congress"].queryset = congresses(self.actors)

    def by_mark(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(unverified=True)


class SessionFilter(CountyFilterSet):
    congress = OrganisationFilterField(
        field_name="term__congress",
        label=pgettext_lazy("field", "people's congress"),
        empty_label=ANY,
    )

    def bound_choices(self) -> None:
        kept = session_terms_of(self.actors).values("congress")
        rows = organisations.in_tree(Organisation.objects.filter(pk__in=kept))
        self.filters["congress"].queryset = rows


def congresses(actors: Iterable[Actor]) -> QuerySet[Organisation]:
    return organisations.organisations_of_kinds(actors, ROLES[DEPUTY].kinds)
