"""What every screen of the ground does alike: list, Excel, form, press."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms import BaseForm
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy
from django.views.generic import FormView, View

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.organisations.access import AccessMixin
from congress.organisations.models import Organisation
from congress.organisations.roles import COUNTY_ADMIN
from congress.organisations.rules import may_keep
from congress.web.exports import Column, xlsx_response
from congress.web.lists import FilteredListView

SECTIONS = {
    "organisations:people": pgettext_lazy("tab", "people"),
    "organisations:posts": pgettext_lazy("tab", "posts"),
    "organisations:list": pgettext_lazy("tab", "organisations"),
    "organisations:mandates": pgettext_lazy("tab", "deputies"),
    "organisations:terms": pgettext_lazy("tab", "terms"),
    "organisations:sessions": pgettext_lazy("tab", "congress sessions"),
}
# Two lists of the same people, side by side; the others stand in the menu.
TABS = ("organisations:people", "organisations:posts")


@dataclass(frozen=True)
class Link:
    """A link of a row of tabs, or a crumb (without `url` the page itself)."""

    label: str | Promise
    url: str = ""
    current: bool = False


class AdminMixin(AccessMixin):
    """`section` is the url name of the list to which the page belongs."""

    roles: ClassVar[tuple[str, ...]] = (COUNTY_ADMIN,)
    section: ClassVar[str] = "organisations:people"

    def crumbs(self) -> list[Link]:
        """From the list down to the record; the page's own words follow by `get_heading`."""
        return [Link(SECTIONS[self.section], reverse(self.section))]

    def keeper_of(self, organisation: Organisation) -> Actor:
        return self.acting(lambda actor: may_keep(actor, organisation))


class AdminList(AdminMixin, FilteredListView):
    """`columns` and `row_cells` make the Excel file, `sorts` the words of `orders`."""

    template_name = "congress/organisations/list.html"
    heading: ClassVar[str | Promise]
    columns: ClassVar[tuple[Column, ...]]
    sorts: ClassVar[dict[str, str | Promise]]
    excel: ClassVar[str]
    create: ClassVar[str] = ""
    create_label: ClassVar[str | Promise] = ""
    also: ClassVar[str] = ""
    also_label: ClassVar[str | Promise] = ""

    def get_filterset_kwargs(self) -> dict[str, Any]:
        return {"actors": self.actors, "on": self.today}

    def rows(self, records: Iterable[Any]) -> Iterable[Any]:
        """What the table shows of each record; the Excel file is made of the same rows."""
        return records

    def row_cells(self, row: Any) -> list[Any]:
        raise NotImplementedError

    def tabs(self) -> list[Link]:
        if self.section not in TABS:
            return []
        return [Link(SECTIONS[name], reverse(name), name == self.section) for name in TABS]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {
            "heading": self.heading,
            "tabs": self.tabs(),
            "rows": list(self.rows(context["page_obj"].object_list)),
            "total": context["paginator"].count,
            "filtered": any(self.request.GET.get(name) for name in self.filterset.filters),
            "sorts": [(code, label, code == self.sort) for code, label in self.sorts.items()],
            "excel_url": reverse(self.excel),
            "create_url": self.create and reverse(self.create),
            "create_label": self.create_label,
            "also_url": self.also and reverse(self.also),
            "also_label": self.also_label,
            "table_template": self.table_template_name,
        }


class ExcelMixin:
    """The whole filter of an `AdminList` as an Excel file; each download is one trail entry."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> FileResponse:
        at = timezone.now()
        rows = self.get_queryset()
        label = _("%(list)s exported to Excel") % {"list": self.heading}
        note = pgettext("export", "%(count)s rows") % {"count": rows.count()}
        county = Organisation.objects.get(pk=self.actors[0].organisation_id)
        record(county, "export", by=self.actors[0], at=at, label=label, note=note)
        title = f"{county.name}{self.heading}"
        cells = map(self.row_cells, self.rows(rows.iterator(chunk_size=1000)))
        return xlsx_response(f"{title}-{self.today}.xlsx", title, self.columns, cells)


class ActView(AdminMixin, FormView):
    """A form whose POST is one action. `act` does it and returns what the answer leads to; a
    `ValidationError` of the action stands beside its field and nothing typed is lost."""

    template_name = "congress/organisations/form.html"
    submit_label: ClassVar[str | Promise] = pgettext_lazy("button", "Save")
    done: ClassVar[str | Promise] = ""
    lede: str | Promise = ""
    danger: ClassVar[bool] = False

    def act(self, form: Any, at: datetime) -> Any:
        raise NotImplementedError

    def get_heading(self) -> str:
        raise NotImplementedError

    def cancel_url(self) -> str:
        return self.crumbs()[-1].url

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            target = self.act(form, timezone.now())
        except ValidationError as error:
            add_errors(form, error)
            return self.form_invalid(form)
        messages.success(self.request, str(self.done))
        return redirect(target)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            heading=self.get_heading(),
            lede=self.lede,
            crumbs=[*self.crumbs(), Link(self.get_heading())],
            submit_label=self.submit_label,
            cancel_url=self.cancel_url(),
            danger=self.danger,
            **kwargs,
        )


class PressView(AdminMixin, View):
    """One press, no form: `act` does it, the page of the record answers."""

    http_method_names: ClassVar = ["post"]
    done: ClassVar[str | Promise] = ""

    def act(self, at: datetime) -> str:
        """Returns the address to go to. May raise `ValidationError` after setting `back`."""
        raise NotImplementedError

    def back(self) -> str:
        raise NotImplementedError

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            target = self.act(timezone.now())
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect(self.back())
        messages.success(request, str(self.done))
        return redirect(target)


def add_errors(form: BaseForm, error: ValidationError) -> None:
    """Each sentence to its field; those of fields that the form does not show to the top."""
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for name, errors in error.error_dict.items():
        form.add_error(name if name in form.fields and name != NON_FIELD_ERRORS else None, errors)
