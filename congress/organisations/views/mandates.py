"""Mandates of deputies: list, page, entering, changing, ending, confirming an end."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy
from django.views.generic import DetailView

from congress.organisations import actions
from congress.organisations.filters import MandateFilter
from congress.organisations.forms import (
    ConfirmEndForm,
    EndMandateForm,
    MandateForm,
    PersonWithMandateForm,
)
from congress.organisations.models import Deputy
from congress.organisations.queries.mandates import MandateRow, mandate_row
from congress.organisations.queries.organisations import TREE
from congress.organisations.queries.posts import mandates_listed
from congress.organisations.queries.timelines import happenings
from congress.organisations.views.base import ActView, AdminList, AdminMixin, ExcelMixin, Link
from congress.organisations.views.people import PersonMixin
from congress.organisations.views.posts import STATE_WORDS
from congress.web.exports import Column


class MandateList(AdminList):
    section = "organisations:mandates"
    heading = pgettext_lazy("heading", "Deputies")
    filterset_class = MandateFilter
    table_template_name = "congress/organisations/_mandates.html"
    orders = {
        "tree": (*TREE, "constituency_id", "pk"),
        "name": ("user__name", "pk"),
        "newest": ("-starts_on", "-pk"),
    }
    sorts = {
        "tree": pgettext_lazy("sort", "by congress"),
        "name": pgettext_lazy("sort", "by name"),
        "newest": pgettext_lazy("sort", "newest first"),
    }
    excel = "organisations:mandates_excel"
    create = "organisations:mandate_create"
    create_label = gettext_lazy("Enter a deputy")
    also = "organisations:import_deputies"
    also_label = pgettext_lazy("button", "Import a roster")
    columns = (
        Column(pgettext_lazy("person", "name"), 12),
        Column(pgettext_lazy("field", "people's congress"), 18),
        Column(pgettext_lazy("noun", "term"), 8, "number"),
        Column(pgettext_lazy("noun", "constituency"), 18),
        Column(pgettext_lazy("field", "deputy group"), 18),
        Column(gettext_lazy("work unit and post"), 26),
        Column(pgettext_lazy("field", "certificate number"), 16),
        Column(pgettext_lazy("field", "contact numbers"), 18),
        Column(pgettext_lazy("field", "mandate from"), 12, "date"),
        Column(pgettext_lazy("field", "mandate until"), 12, "date"),
        Column(pgettext_lazy("post", "state"), 10),
        Column(pgettext_lazy("mandate", "mark"), 20),
        Column(pgettext_lazy("deputy", "note"), 24),
    )

    @cached_property
    def queryset(self) -> QuerySet[Deputy]:
        return mandates_listed(self.actors)

    def rows(self, records: Iterable[Deputy]) -> Iterator[MandateRow]:
        return (mandate_row(mandate, self.today) for mandate in records)

    def row_cells(self, row: MandateRow) -> list[Any]:
        mandate = row.mandate
        return [
            mandate.user.name,
            mandate.congress.name,
            mandate.term.number,
            mandate.constituency.name if mandate.constituency else "",
            mandate.group.name if mandate.group else "",
            mandate.occupation,
            mandate.certificate_no,
            "、".join(row.numbers),
            mandate.starts_on,
            mandate.ends_on,
            str(STATE_WORDS[row.state]),
            "、".join(row.marks),
            mandate.note,
        ]


class MandateExcel(ExcelMixin, MandateList):
    pass


class MandateMixin(AdminMixin):
    """One mandate in the own county; any other is 404."""

    section = "organisations:mandates"

    @cached_property
    def record(self) -> Deputy:
        own = mandates_listed(self.actors)
        return get_object_or_404(own, pk=self.kwargs["pk"])  # type: ignore[attr-defined]

    def page(self) -> str:
        return reverse("organisations:mandate", args=[self.record.pk])

    def crumbs(self) -> list[Link]:
        return [*super().crumbs(), Link(str(self.record), self.page())]


class MandateDetail(MandateMixin, DetailView):
    template_name = "congress/organisations/mandate.html"
    context_object_name = "mandate"

    def get_object(self, queryset: Any = None) -> Deputy:
        return self.record

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            crumbs=[*AdminMixin.crumbs(self), Link(str(self.record))],
            row=mandate_row(self.record, self.today),
            timeline=happenings(self.record),
            **kwargs,
        )


class MandateCreate(ActView):
    """A new person with the first mandate."""

    section = "organisations:mandates"
    form_class = PersonWithMandateForm
    done = gettext_lazy("The deputy is entered.")

    def get_heading(self) -> str:
        return pgettext("heading", "Enter a deputy")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"actors": self.actors, "on": self.today}

    def act(self, form: PersonWithMandateForm, at: datetime) -> str:
        by = self.keeper_of(form.cleaned_data["term"].congress)
        made = actions.give_mandate(form.person(), **form.values(), by=by, at=at)
        return reverse("organisations:mandate", args=[made.pk])


class MandateGive(PersonMixin, ActView):
    """A mandate for a person who is entered already."""

    form_class = MandateForm
    done = gettext_lazy("The mandate is entered.")

    def get_heading(self) -> str:
        return _("A mandate for %(name)s") % {"name": self.record.name}

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"actors": self.actors, "on": self.today}

    def act(self, form: MandateForm, at: datetime) -> str:
        by = self.keeper_of(form.cleaned_data["term"].congress)
        actions.give_mandate(self.record, **form.values(), by=by, at=at)
        return self.page()


class MandateEdit(MandateMixin, ActView):
    form_class = MandateForm
    done = gettext_lazy("The changes are saved.")

    def get_heading(self) -> str:
        return _("Change the mandate of %(name)s") % {"name": self.record.user.name}

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs() | {"instance": self.record}
        return kwargs | {"actors": self.actors, "on": self.today}

    def act(self, form: MandateForm, at: datetime) -> str:
        by = self.keeper_of(self.record.congress)
        actions.edit_mandate(self.record, **form.values(), by=by, at=at)
        return self.page()


class MandateEnd(MandateMixin, ActView):
    form_class = EndMandateForm
    done = gettext_lazy("The end of the mandate is entered.")
    submit_label = pgettext_lazy("button", "End the mandate")
    danger = True

    def get_heading(self) -> str:
        return _("End the mandate of %(name)s") % {"name": self.record.user.name}

    def get_initial(self) -> dict[str, Any]:
        return {"ends_on": self.today}

    def act(self, form: EndMandateForm, at: datetime) -> str:
        by = self.keeper_of(self.record.congress)
        actions.end_mandate(self.record, **form.cleaned_data, by=by, at=at)
        return self.page()


class MandateConfirm(MandateMixin, ActView):
    form_class = ConfirmEndForm
    done = gettext_lazy("The end of the mandate is confirmed.")
    submit_label = pgettext_lazy("button", "Confirm the date")

    def get_heading(self) -> str:
        return _("Confirm the end of the mandate of %(name)s") % {"name": self.record.user.name}

    def get_initial(self) -> dict[str, Any]:
        return {"ends_on": self.record.ends_on}

    def act(self, form: ConfirmEndForm, at: datetime) -> str:
        by = self.keeper_of(self.record.congress)
        actions.confirm_mandate_end(self.record, **form.cleaned_data, by=by, at=at)
        return self.page()
