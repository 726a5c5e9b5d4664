"""Sessions of the congresses: list, entering, changing, removing."""

from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from congress.audit.actors import Actor
from congress.organisations import actions
from congress.organisations.filters import SessionFilter
from congress.organisations.forms import SessionForm
from congress.organisations.models import CongressSession, Organisation
from congress.organisations.queries.timelines import happenings
from congress.organisations.registry import preview
from congress.organisations.roles import COUNTY_ADMIN, SECRETARY
from congress.organisations.rules import may_keep_sessions, sessions_visible_to
from congress.organisations.views.base import (
    ActView,
    AdminList,
    AdminMixin,
    ExcelMixin,
    Link,
    PressView,
)
from congress.web.exports import Column


class SessionsMixin(AdminMixin):
    """Kept by the secretary of the congress, or by the county's administrator."""

    roles = (SECRETARY, COUNTY_ADMIN)
    section = "organisations:sessions"

    def keeper_of(self, organisation: Organisation) -> Actor:
        able = [actor for actor in self.actors if may_keep_sessions(actor, organisation)]
        return (able or self.actors)[0]


class SessionList(SessionsMixin, AdminList):
    heading = pgettext_lazy("heading", "Congress sessions")
    filterset_class = SessionFilter
    table_template_name = "congress/organisations/_sessions.html"
    orders = {"newest": ("-opens_on", "-pk"), "oldest": ("opens_on", "pk")}
    sorts = {
        "newest": pgettext_lazy("sort", "newest first"),
        "oldest": pgettext_lazy("sort", "oldest first"),
    }
    excel = "organisations:sessions_excel"
    create = "organisations:session_create"
    create_label = gettext_lazy("Enter a session")
    columns = (
        Column(pgettext_lazy("field", "people's congress"), 20),
        Column(pgettext_lazy("noun", "congress session"), 20),
        Column(pgettext_lazy("session", "opens on"), 12, "date"),
        Column(pgettext_lazy("session", "closes on"), 12, "date"),
    )

    @cached_property
    def queryset(self) -> QuerySet[CongressSession]:
        return sessions_visible_to(self.actors).select_related("term__congress")

    def row_cells(self, row: CongressSession) -> list[Any]:
        return [row.term.congress.name, str(row), row.opens_on, row.closes_on]


class SessionExcel(ExcelMixin, SessionList):
    pass


class SessionCreate(SessionsMixin, ActView):
    form_class = SessionForm
    done = gettext_lazy("The session is entered.")

    def get_heading(self) -> str:
        return pgettext("heading", "Enter a session of a congress")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"actors": self.actors}

    def act(self, form: SessionForm, at: datetime) -> str:
        values = dict(form.cleaned_data)
        term = values.pop("term")
        actions.add_session(term, **values, by=self.keeper_of(term.congress), at=at)
        return reverse("organisations:sessions")


class SessionMixin(SessionsMixin):
    """One session within reach; any other is 404."""

    @cached_property
    def record(self) -> CongressSession:
        rows = sessions_visible_to(self.actors).select_related("term__congress__parent")
        return get_object_or_404(rows, pk=self.kwargs["pk"])  # type: ignore[attr-defined]


class SessionEdit(SessionMixin, ActView):
    template_name = "congress/organisations/session.html"
    form_class = SessionForm
    done = gettext_lazy("The changes are saved.")

    def get_heading(self) -> str:
        return f"{self.record.term.congress.name} {self.record}"

    def crumbs(self) -> list[Link]:
        return AdminMixin.crumbs(self)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"actors": self.actors, "instance": self.record}

    def form_valid(self, form: SessionForm) -> HttpResponse:
        """Where running dates would move, they are shown before it is done."""
        moved = preview(self.record, form.cleaned_data["closes_on"])
        if not moved or self.request.POST.get("confirmed"):
            return super().form_valid(form)
        context = {
            "moved": moved,
            "fields": {name: self.request.POST.get(name, "") for name in form.fields},
            "lede": self.get_heading(),
            "press": pgettext("button", "Change the session and move the dates"),
            "back": reverse("organisations:session", args=[self.record.pk]),
        }
        return render(self.request, "congress/moved.html", context)

    def act(self, form: SessionForm, at: datetime) -> str:
        values = {name: value for name, value in form.cleaned_data.items() if name != "term"}
        by = self.keeper_of(self.record.term.congress)
        actions.change_session(self.record, **values, by=by, at=at)
        return reverse("organisations:sessions")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            session=self.record, timeline=happenings(self.record), **kwargs
        )


class SessionRemove(SessionMixin, PressView):
    done = gettext_lazy("The session is removed.")

    def back(self) -> str:
        return reverse("organisations:session", args=[self.record.pk])

    def act(self, at: datetime) -> str:
        by = self.keeper_of(self.record.term.congress)
        actions.remove_session(self.record, by=by, at=at)
        return reverse("organisations:sessions")
