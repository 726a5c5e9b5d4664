"""The administrator chooses the reviewers of a section."""

from functools import cached_property
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.generic import FormView

from congress.organisations.access import AccessMixin
from congress.organisations.models import Appointment, User
from congress.organisations.roles import COUNTY_ADMIN, COUNTY_STAFF, ROLES, TOWNSHIP_STAFF
from home.actions import Choice, set_reviewers
from home.models import Section
from home.review.desks import STAFF
from home.review.rules import may_set_reviewers, sections_visible_to
from home.review.steps import Step

ROLE, PERSON = "role:", "person:"


class ReviewersForm(forms.Form):
    """For each step the section's roles and, by name, those who hold a staff post there or in its
    county today."""

    def __init__(self, *args: Any, roles: tuple[str, ...], people: QuerySet[User], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.people = {str(user.pk): user for user in people}
        choices = [(f"{ROLE}{role}", ROLES[role].label) for role in roles]
        choices += [(f"{PERSON}{pk}", user.name) for pk, user in self.people.items()]
        for step in Step:
            self.fields[step.value] = forms.MultipleChoiceField(
                label=step.label,
                choices=choices,
                widget=forms.CheckboxSelectMultiple,
                error_messages={"required": _("Each step needs a role or a person.")},
            )

    def chosen(self) -> dict[str, Choice]:
        return {step.value: self._choice(self.cleaned_data[step.value]) for step in Step}

    def _choice(self, values: list[str]) -> Choice:
        return Choice(
            tuple(v.removeprefix(ROLE) for v in values if v.startswith(ROLE)),
            tuple(self.people[v.removeprefix(PERSON)] for v in values if v.startswith(PERSON)),
        )


class SetReviewersView(AccessMixin, FormView):
    roles = (COUNTY_ADMIN,)
    template_name = "home/review/choose.html"
    form_class = ReviewersForm

    @cached_property
    def section(self) -> Section:
        own = sections_visible_to(self.actors).select_related("organisation__parent")
        return get_object_or_404(own, pk=self.kwargs["pk"])

    def get_form_kwargs(self) -> dict[str, Any]:
        place = self.section.organisation
        near = Q(organisation=place) | Q(organisation=place.parent_id)
        posts = Appointment.objects.filter(near, role__in=STAFF).running(self.today)
        named = Q(pk__in=self.section.reviewers.exclude(person=None).values("person"))
        people = User.objects.filter(Q(pk__in=posts.values("user")) | named).order_by("name", "pk")
        roles = TOWNSHIP_STAFF if place.parent_id else COUNTY_STAFF
        return super().get_form_kwargs() | {"roles": roles, "people": people}

    def get_initial(self) -> dict[str, Any]:
        found: dict[str, list[str]] = {step.value: [] for step in Step}
        for row in self.section.reviewers.all():
            found[row.step].append(f"{PERSON}{row.person_id}" if row.person_id else ROLE + row.role)
        return found

    def form_valid(self, form: ReviewersForm) -> HttpResponse:
        by = self.acting(lambda actor: may_set_reviewers(actor, self.section))
        try:
            set_reviewers(self.section, form.chosen(), by=by, at=timezone.now())
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        messages.success(self.request, str(self.done))
        return redirect("home:reviewers")

    done = pgettext_lazy("review", "The reviewers are set.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(place=self.section.organisation, **kwargs)
