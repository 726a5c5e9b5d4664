"""People: the list, a person's page, entering, changing, one look at the full numbers."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy
from django.views.generic import DetailView

from congress.audit.actors import Actor
from congress.organisations import actions
from congress.organisations.filters import PeopleFilter
from congress.organisations.forms import EditPersonForm, PersonWithPostForm
from congress.organisations.models import User
from congress.organisations.queries.people import (
    PersonRow,
    account_words,
    people_listed,
    person_row,
)
from congress.organisations.queries.posts import mandates_listed, posts_listed, state_of
from congress.organisations.queries.timelines import happenings_of_person
from congress.organisations.rules import may_keep_account, may_keep_person
from congress.organisations.views.base import ActView, AdminList, AdminMixin, ExcelMixin, Link
from congress.web.exports import Column


class PeopleList(AdminList):
    section = "organisations:people"
    heading = pgettext_lazy("heading", "People")
    filterset_class = PeopleFilter
    table_template_name = "congress/organisations/_people.html"
    orders = {
        "name": ("name", "pk"),
        "newest": ("-pk",),
        "login": (F("last_login").desc(nulls_last=True), "pk"),  # type: ignore[dict-item]
    }
    sorts = {
        "name": pgettext_lazy("sort", "by name"),
        "newest": pgettext_lazy("sort", "newest first"),
        "login": pgettext_lazy("sort", "by last log-in"),
    }
    excel = "organisations:people_excel"
    create = "organisations:person_create"
    create_label = gettext_lazy("Enter a person")
    columns = (
        Column(pgettext_lazy("person", "name"), 12),
        Column(pgettext_lazy("person", "posts and mandates"), 40),
        Column(pgettext_lazy("field", "contact numbers"), 18),
        Column(pgettext_lazy("person", "log-in"), 20),
        Column(pgettext_lazy("noun", "account"), 10),
        Column(pgettext_lazy("person", "last log-in"), 18, "datetime"),
    )

    @cached_property
    def queryset(self) -> QuerySet[User]:
        return people_listed(self.actors, self.today)

    def rows(self, records: Iterable[User]) -> Iterator[PersonRow]:
        return map(person_row, records)

    def row_cells(self, row: PersonRow) -> list[Any]:
        numbers, roles = "、".join(row.numbers), "；".join(row.roles)
        return [row.name, roles, numbers, row.log_in, account_words(row), row.last_login]


class PeopleExcel(ExcelMixin, PeopleList):
    pass


class PersonMixin(AdminMixin):
    """One person of the own county; any other is 404."""

    section = "organisations:people"

    @cached_property
    def record(self) -> User:
        own = people_listed(self.actors, self.today)
        return get_object_or_404(own, pk=self.kwargs["pk"])  # type: ignore[attr-defined]

    def page(self) -> str:
        return reverse("organisations:person", args=[self.record.pk])

    def crumbs(self) -> list[Link]:
        return [*super().crumbs(), Link(self.record.name, self.page())]

    def person_keeper(self) -> Actor:
        """Who administers two counties of this person acts for the first: the act is the same."""
        able = (actor for actor in self.actors if may_keep_person(actor, self.record))
        return next(able, self.actors[0])

    def account_keeper(self) -> Actor:
        return self.acting(lambda actor: may_keep_account(actor, self.record, self.today))

    def may_keep_account(self) -> bool:
        return any(may_keep_account(actor, self.record, self.today) for actor in self.actors)


class PersonDetail(PersonMixin, DetailView):
    """By POST (`PersonReveal`) the same page with the full numbers, once."""

    template_name = "congress/organisations/person.html"
    context_object_name = "person"

    def get_object(self, queryset: Any = None) -> User:
        return self.record

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.record
        posts = posts_listed(self.actors).filter(user=person).order_by("-starts_on")
        mandates = mandates_listed(self.actors).filter(user=person).order_by("-starts_on")
        return super().get_context_data(
            crumbs=[*AdminMixin.crumbs(self), Link(person.name)],
            row=person_row(person),
            posts=[(post, state_of(post, self.today)) for post in posts],
            mandates=[(mandate, state_of(mandate, self.today)) for mandate in mandates],
            may_keep_account=self.may_keep_account(),
            timeline=happenings_of_person(person, self.actors),
            **kwargs,
        )


class PersonReveal(PersonDetail):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.object = self.record
        by = self.person_keeper()
        numbers = actions.reveal_numbers(self.record, by=by, at=timezone.now())
        return self.render_to_response(self.get_context_data(revealed=numbers))


class PersonCreate(ActView):
    section = "organisations:people"
    form_class = PersonWithPostForm
    done = gettext_lazy("The person and the post are entered.")
    lede = gettext_lazy("With the first post. Deputies are entered with their mandate.")

    def get_heading(self) -> str:
        return pgettext("heading", "Enter a person")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"actors": self.actors, "on": self.today}

    def get_initial(self) -> dict[str, Any]:
        return {"organisation": self.request.GET.get("organisation")}

    def act(self, form: PersonWithPostForm, at: datetime) -> str:
        by = self.keeper_of(form.cleaned_data["organisation"])
        post = actions.give_post(form.person(), **form.post(), by=by, at=at)
        return reverse("organisations:person", args=[post.user_id])


class PersonEdit(PersonMixin, ActView):
    form_class = EditPersonForm
    done = gettext_lazy("The changes are saved.")

    def get_heading(self) -> str:
        return pgettext("heading", "Change %(name)s") % {"name": self.record.name}

    def get_form_kwargs(self) -> dict[str, Any]:
        own = {"user": self.record, "account": self.may_keep_account()}
        return super().get_form_kwargs() | own

    def act(self, form: EditPersonForm, at: datetime) -> str:
        actions.edit_person(self.record, **form.values(), by=self.person_keeper(), at=at)
        return self.page()
