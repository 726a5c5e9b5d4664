"""Constituencies and deputy groups: one simple page for each organisation, one to rename."""

from datetime import datetime
from functools import cached_property
from typing import Any, ClassVar

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from congress.organisations import actions
from congress.organisations.forms import SectionForm
from congress.organisations.models import Constituency, DeputyGroup, Organisation
from congress.organisations.queries.organisations import sections_of
from congress.organisations.queries.posts import sections_visible_to
from congress.organisations.queries.timelines import happenings
from congress.organisations.rules import organisations_visible_to
from congress.organisations.views.base import ActView, Link


class SectionMixin:
    """`model` is Constituency or DeputyGroup, `name` the first part of the url names."""

    section = "organisations:list"
    form_class = SectionForm
    model: ClassVar[type[Constituency] | type[DeputyGroup]]
    name: ClassVar[str]
    heading: ClassVar[Any]
    empty: ClassVar[Any]
    enter_label: ClassVar[Any]

    def seat(self) -> Organisation:
        raise NotImplementedError

    def page(self) -> str:
        return reverse(f"organisations:{self.name}", args=[self.seat().pk])

    def crumbs(self) -> list[Link]:
        seat = self.seat()
        detail = reverse("organisations:detail", args=[seat.pk])
        return [*super().crumbs(), Link(seat.name, detail)]  # type: ignore[misc]


class SectionList(SectionMixin, ActView):
    template_name = "congress/organisations/sections.html"
    done = pgettext_lazy("section", "The new name is entered.")
    submit_label = pgettext_lazy("button", "Enter")

    @cached_property
    def record(self) -> Organisation:
        own = organisations_visible_to(self.actors).select_related("parent")
        return get_object_or_404(own, pk=self.kwargs["pk"])

    def seat(self) -> Organisation:
        return self.record

    def get_heading(self) -> str:
        return f"{self.record.name}{self.heading}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            sections=sections_of(self.model, self.record),
            rename=f"organisations:{self.name}_rename",
            filter_name=self.name,
            empty=self.empty,
            enter_label=self.enter_label,
            **kwargs,
        )

    def act(self, form: SectionForm, at: datetime) -> str:
        section = self.model(organisation=self.record, **form.cleaned_data)
        actions.create_section(section, by=self.keeper_of(self.record), at=at)
        return self.page()


class SectionRename(SectionMixin, ActView):
    done = pgettext_lazy("section", "The new name is saved.")

    @cached_property
    def record(self) -> Any:
        own = sections_visible_to(self.model, self.actors)
        own = own.select_related("organisation__parent")
        return get_object_or_404(own, pk=self.kwargs["pk"])

    def seat(self) -> Organisation:
        return self.record.organisation

    def crumbs(self) -> list[Link]:
        return [*super().crumbs(), Link(self.heading, self.page())]

    def get_heading(self) -> str:
        return pgettext("heading", "Rename %(name)s") % {"name": self.record.name}

    def get_initial(self) -> dict[str, Any]:
        return {"name": self.record.name}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(timeline=happenings(self.record), **kwargs)

    def act(self, form: SectionForm, at: datetime) -> str:
        by = self.keeper_of(self.seat())
        actions.rename_section(self.record, **form.cleaned_data, by=by, at=at)
        return self.page()


class ConstituencyMixin:
    model = Constituency
    name = "constituency"
    heading = pgettext_lazy("heading", "Constituencies")
    empty = gettext_lazy("No constituency yet. Enter the first one below.")
    enter_label = gettext_lazy("Enter a constituency")


class GroupMixin:
    model = DeputyGroup
    name = "group"
    heading = pgettext_lazy("heading", "Deputy groups")
    empty = gettext_lazy("No deputy group yet. Enter the first one below.")
    enter_label = gettext_lazy("Enter a deputy group")


class ConstituencyList(ConstituencyMixin, SectionList):
    pass


class ConstituencyRename(ConstituencyMixin, SectionRename):
    pass


class GroupList(GroupMixin, SectionList):
    pass


class GroupRename(GroupMixin, SectionRename):
    pass
