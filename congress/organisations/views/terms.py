"""Terms of the congresses: list, page, entering, changing, confirming."""

from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy
from django.views.generic import DetailView

from congress.organisations import actions
from congress.organisations.filters import TermFilter
from congress.organisations.forms import TermForm
from congress.organisations.models import Term
from congress.organisations.queries.organisations import TREE
from congress.organisations.queries.posts import state_of, terms_listed
from congress.organisations.queries.timelines import happenings
from congress.organisations.views.base import ActView, AdminList, AdminMixin, ExcelMixin, Link
from congress.organisations.views.posts import STATE_WORDS
from congress.web.exports import Column


class TermList(AdminList):
    section = "organisations:terms"
    heading = pgettext_lazy("heading", "Terms")
    filterset_class = TermFilter
    table_template_name = "congress/organisations/_terms.html"
    orders = {"tree": (*TREE, "-number", "pk"), "newest": ("-starts_on", "-pk")}
    sorts = {
        "tree": pgettext_lazy("sort", "by congress"),
        "newest": pgettext_lazy("sort", "newest first"),
    }
    excel = "organisations:terms_excel"
    create = "organisations:term_create"
    create_label = gettext_lazy("Enter a term")
    columns = (
        Column(pgettext_lazy("field", "people's congress"), 20),
        Column(gettext_lazy("number of the term"), 8, "number"),
        Column(gettext_lazy("term begins on"), 12, "date"),
        Column(gettext_lazy("term ends on"), 12, "date"),
        Column(pgettext_lazy("term", "deputies"), 10, "number"),
        Column(pgettext_lazy("post", "state"), 10),
        Column(pgettext_lazy("mandate", "mark"), 12),
    )

    @cached_property
    def queryset(self) -> QuerySet[Term]:
        return terms_listed(self.actors)

    def rows(self, records: Any) -> Any:
        return ((term, state_of(term, self.today)) for term in records)

    def row_cells(self, row: tuple[Term, str]) -> list[Any]:
        term, state = row
        return [
            term.congress.name,
            term.number,
            term.starts_on,
            term.ends_on,
            term.mandates,  # type: ignore[attr-defined]
            str(STATE_WORDS[state]),
            pgettext("mark", "term to be verified") if term.unverified else "",
        ]


class TermExcel(ExcelMixin, TermList):
    pass


class TermMixin(AdminMixin):
    """One term in the own county; any other is 404."""

    section = "organisations:terms"

    @cached_property
    def record(self) -> Term:
        return get_object_or_404(terms_listed(self.actors), pk=self.kwargs["pk"])  # type: ignore[attr-defined]

    def page(self) -> str:
        return reverse("organisations:term", args=[self.record.pk])

    def crumbs(self) -> list[Link]:
        return [*super().crumbs(), Link(str(self.record), self.page())]


class TermDetail(TermMixin, DetailView):
    template_name = "congress/organisations/term.html"
    context_object_name = "term"

    def get_object(self, queryset: Any = None) -> Term:
        return self.record

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            crumbs=[*AdminMixin.crumbs(self), Link(str(self.record))],
            state=state_of(self.record, self.today),
            timeline=happenings(self.record),
            **kwargs,
        )


class TermCreate(ActView):
    section = "organisations:terms"
    form_class = TermForm
    done = gettext_lazy("The term is entered.")

    def get_heading(self) -> str:
        return pgettext("heading", "Enter a term")

    def get_initial(self) -> dict[str, Any]:
        return {"congress": self.request.GET.get("congress")}

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"actors": self.actors}

    def act(self, form: TermForm, at: datetime) -> str:
        values = dict(form.cleaned_data)
        congress = values.pop("congress")
        made = actions.create_term(congress, **values, by=self.keeper_of(congress), at=at)
        return reverse("organisations:term", args=[made.pk])


class TermEdit(TermMixin, ActView):
    form_class = TermForm
    done = gettext_lazy("The changes are saved.")
    confirmed = False

    def get_heading(self) -> str:
        return pgettext("heading", "Change: %(term)s") % {"term": self.record}

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"actors": self.actors, "instance": self.record}

    def act(self, form: TermForm, at: datetime) -> str:
        values = {name: value for name, value in form.cleaned_data.items() if name != "congress"}
        by = self.keeper_of(self.record.congress)
        actions.edit_term(self.record, **values, confirmed=self.confirmed, by=by, at=at)
        return self.page()


class TermConfirm(TermEdit):
    """The same form for a guessed term; saving it takes the mark 届次待核 away."""

    done = gettext_lazy("The term is confirmed.")
    submit_label = pgettext_lazy("button", "Confirm the term")
    confirmed = True
    lede = gettext_lazy(
        "An import guessed this term. Please set number and dates right and confirm them."
    )

    def get_heading(self) -> str:
        return pgettext("heading", "Confirm: %(term)s") % {"term": self.record}
