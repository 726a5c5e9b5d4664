"""Organisations, and the constituencies and groups of each."""

from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy
from django.views.generic import DetailView

from congress.organisations import actions
from congress.organisations.filters import OrganisationFilter
from congress.organisations.forms import ClosingForm, OrganisationForm
from congress.organisations.models import Organisation
from congress.organisations.models.organisations import Kind
from congress.organisations.queries.organisations import (
    TREE,
    in_tree,
    organisations_listed,
)
from congress.organisations.queries.posts import posts_listed, terms_listed
from congress.organisations.queries.timelines import happenings
from congress.organisations.rules import organisations_visible_to
from congress.organisations.views.base import (
    ActView,
    AdminList,
    AdminMixin,
    ExcelMixin,
    Link,
    PressView,
)
from congress.web.exports import Column


class OrganisationList(AdminList):
    section = "organisations:list"
    heading = pgettext_lazy("heading", "Organisations")
    filterset_class = OrganisationFilter
    table_template_name = "congress/organisations/_organisations.html"
    orders = {"tree": TREE, "name": ("name", "pk")}
    sorts = {
        "tree": pgettext_lazy("sort", "by place"),
        "name": pgettext_lazy("sort", "by name"),
    }
    excel = "organisations:list_excel"
    create = "organisations:create"
    create_label = gettext_lazy("Enter an organisation")
    columns = (
        Column(pgettext_lazy("organisation", "name"), 28),
        Column(pgettext_lazy("field", "short name"), 12),
        Column(pgettext_lazy("organisation", "kind"), 12),
        Column(pgettext_lazy("field", "superior organisation"), 20),
        Column(pgettext_lazy("organisation", "active from"), 12, "date"),
        Column(pgettext_lazy("organisation", "active until"), 12, "date"),
    )

    def get_queryset(self) -> QuerySet[Organisation]:
        return super().get_queryset()

    @cached_property
    def queryset(self) -> QuerySet[Organisation]:
        return organisations_listed(self.actors)

    def row_cells(self, row: Organisation) -> list[Any]:
        superior = row.parent.name if row.parent else ""
        kind = str(row.get_kind_display())
        return [row.name, row.short, kind, superior, row.active_from, row.active_to]


class OrganisationExcel(ExcelMixin, OrganisationList):
    pass


class OrganisationMixin(AdminMixin):
    """One organisation of the own county; any other is 404."""

    section = "organisations:list"

    @cached_property
    def record(self) -> Organisation:
        own = organisations_visible_to(self.actors).select_related("parent__parent")
        return get_object_or_404(own, pk=self.kwargs["pk"])  # type: ignore[attr-defined]

    def page(self) -> str:
        return reverse("organisations:detail", args=[self.record.pk])

    def crumbs(self) -> list[Link]:
        return [*super().crumbs(), Link(self.record.name, self.page())]


class OrganisationDetail(OrganisationMixin, DetailView):
    template_name = "congress/organisations/organisation.html"
    context_object_name = "organisation"

    def get_object(self, queryset: Any = None) -> Organisation:
        return self.record

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        record = self.record
        own = organisations_visible_to(self.actors)
        return super().get_context_data(
            crumbs=[*AdminMixin.crumbs(self), Link(record.name)],
            units=in_tree(own.filter(parent=record)),
            posts=posts_listed(self.actors).filter(organisation=record).running(self.today),
            terms=terms_listed(self.actors).filter(congress=record).order_by("-number"),
            has_congress=record.kind in (Kind.COUNTY, Kind.TOWNSHIP),
            has_sections=record.kind in (Kind.TOWNSHIP, Kind.SUBDISTRICT),
            closed=bool(record.active_to and record.active_to <= self.today),
            timeline=happenings(record),
            **kwargs,
        )


class OrganisationCreate(ActView):
    section = "organisations:list"
    form_class = OrganisationForm
    done = gettext_lazy("The organisation is entered.")

    def get_heading(self) -> str:
        return pgettext("heading", "Enter an organisation")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"actors": self.actors}

    def get_initial(self) -> dict[str, Any]:
        return {"parent": self.request.GET.get("parent"), "kind": self.request.GET.get("kind")}

    def act(self, form: OrganisationForm, at: datetime) -> str:
        values = dict(form.cleaned_data)
        parent = values.pop("parent")
        by = self.keeper_of(parent)
        made = actions.create_organisation(parent, **values, by=by, at=at)
        return reverse("organisations:detail", args=[made.pk])


class OrganisationEdit(OrganisationMixin, ActView):
    form_class = OrganisationForm
    done = gettext_lazy("The changes are saved.")

    def get_heading(self) -> str:
        return pgettext("heading", "Change %(name)s") % {"name": self.record.name}

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"actors": self.actors, "instance": self.record}

    def act(self, form: OrganisationForm, at: datetime) -> str:
        values = {name: value for name, value in form.cleaned_data.items() if name != "kind"}
        by = self.keeper_of(self.record)
        actions.edit_organisation(self.record, **values, by=by, at=at)
        return self.page()


class OrganisationClose(OrganisationMixin, ActView):
    form_class = ClosingForm
    done = gettext_lazy("The closing is entered.")
    submit_label = pgettext_lazy("button", "Close the organisation")
    danger = True
    lede = gettext_lazy(
        "For an organisation that is dissolved or merged. It stays in past figures and can be"
        " opened again."
    )

    def get_heading(self) -> str:
        return pgettext("heading", "Close %(name)s") % {"name": self.record.name}

    def get_initial(self) -> dict[str, Any]:
        return {"active_to": self.today}

    def act(self, form: ClosingForm, at: datetime) -> str:
        by = self.keeper_of(self.record)
        actions.close_organisation(self.record, **form.cleaned_data, by=by, at=at)
        return self.page()


class OrganisationReopen(OrganisationMixin, PressView):
    done = gettext_lazy("The organisation is open again.")

    def back(self) -> str:
        return self.page()

    def act(self, at: datetime) -> str:
        actions.reopen_organisation(self.record, by=self.keeper_of(self.record), at=at)
        return self.page()
