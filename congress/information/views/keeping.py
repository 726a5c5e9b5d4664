"""What the county keeps: publications and points rules; and a township's wish for a signature."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.generic import FormView, ListView, View

from congress.audit.actors import Actor
from congress.information import actions, rules
from congress.information.forms import (
    PointsRuleForm,
    PublicationForm,
    RuleEndForm,
    SignOffForm,
)
from congress.information.models import PointsRule, Publication
from congress.organisations.access import AccessMixin
from congress.organisations.models import Organisation
from congress.organisations.roles import CHAIR, COUNTY_ADMIN, COUNTY_EDITOR


class KeepMixin(AccessMixin):
    roles = (COUNTY_ADMIN, COUNTY_EDITOR)

    def actor(self) -> Actor:
        """Several county posts of one person keep the same rules: the first one acts."""
        return next(actor for actor in self.actors if rules.may_keep_rules(actor))


class KeepFormView(KeepMixin, FormView):
    """A form whose action says what is wrong beside the field."""

    template_name = "congress/information/keep_form.html"
    heading: Any = ""
    done: Any = ""

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            self.keep(form.cleaned_data)
        except ValidationError as error:
            for field, text in getattr(error, "message_dict", {None: error.messages}).items():
                form.add_error(field if field in form.fields else None, text)
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return super().form_valid(form)

    def keep(self, data: dict[str, Any]) -> None:
        raise NotImplementedError

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(heading=self.heading, back=self.get_success_url(), **kwargs)


class RuleListView(KeepMixin, ListView):
    template_name = "congress/information/rules.html"
    context_object_name = "points_rules"
    paginate_by = 100

    def get_queryset(self) -> QuerySet[PointsRule]:
        rows = rules.points_rules_visible_to(self.actors).select_related("publication")
        return rows.annotate(line_count=Count("lines")).order_by(*PointsRule._meta.ordering)


class RuleCreateView(KeepFormView):
    form_class = PointsRuleForm
    heading = _("New points rule")
    done = _("The points rule is entered.")
    success_url = reverse_lazy("information:rules")

    def get_form_kwargs(self) -> dict[str, Any]:
        publications = rules.publications_visible_to(self.actors)
        return super().get_form_kwargs() | {"publications": publications}

    def get_initial(self) -> dict[str, Any]:
        return {"valid_from": timezone.localdate()}

    def keep(self, data: dict[str, Any]) -> None:
        actor = self.actor()
        county = Organisation.objects.get(pk=actor.organisation_id)
        actions.create_points_rule(county, by=actor, at=timezone.now(), **data)


class RuleEndView(KeepFormView):
    form_class = RuleEndForm
    heading = _("End this points rule")
    done = _("The points rule ends on that day. Points given before stay.")
    success_url = reverse_lazy("information:rules")

    def keep(self, data: dict[str, Any]) -> None:
        actions.end_points_rule(self.rule, by=self.actor(), at=timezone.now(), **data)

    @property
    def rule(self) -> PointsRule:
        return get_object_or_404(rules.points_rules_visible_to(self.actors), pk=self.kwargs["pk"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(record=self.rule, **kwargs)


class RuleDeleteView(KeepMixin, View):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        rule = get_object_or_404(rules.points_rules_visible_to(self.actors), pk=pk)
        try:
            actions.delete_points_rule(rule, by=self.actor(), at=timezone.now())
            messages.success(request, _("The points rule was removed."))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        return redirect("information:rules")


class PublicationListView(KeepMixin, ListView):
    template_name = "congress/information/publications.html"
    context_object_name = "publications"
    paginate_by = 100

    def get_queryset(self) -> QuerySet[Publication]:
        rows = rules.publications_visible_to(self.actors)
        return rows.annotate(adoption_count=Count("adoptions")).order_by("level", "pk")


class PublicationCreateView(KeepFormView):
    form_class = PublicationForm
    heading = pgettext_lazy("button", "New publication")
    done = _("The publication is entered.")
    success_url = reverse_lazy("information:publications")

    def get_form(self, form_class: Any = None) -> PublicationForm:
        form = super().get_form(form_class)
        del form.fields["active"]
        return form

    def keep(self, data: dict[str, Any]) -> None:
        actor = self.actor()
        county = Organisation.objects.get(pk=actor.organisation_id)
        actions.create_publication(county, by=actor, at=timezone.now(), **data)


class PublicationEditView(KeepFormView):
    form_class = PublicationForm
    heading = pgettext_lazy("button", "Change publication")
    done = _("The publication is changed. Past adoptions keep their level.")
    success_url = reverse_lazy("information:publications")

    @property
    def publication(self) -> Publication:
        rows = rules.publications_visible_to(self.actors)
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": self.publication}

    def keep(self, data: dict[str, Any]) -> None:
        actions.edit_publication(self.publication, by=self.actor(), at=timezone.now(), **data)


class SettingsView(AccessMixin, FormView):
    """The chair's wish to sign every item."""

    roles = (CHAIR,)
    form_class = SignOffForm
    template_name = "congress/information/settings.html"
    success_url = reverse_lazy("information:settings")

    def get_initial(self) -> dict[str, Any]:
        return {"wanted": rules.signs_off(self.organisation)}

    def form_valid(self, form: SignOffForm) -> HttpResponse:
        actions.set_sign_off(
            self.organisation,
            wanted=form.cleaned_data["wanted"],
            by=self.actors[0],
            at=timezone.now(),
        )
        messages.success(self.request, pgettext_lazy("message", "Saved."))
        return super().form_valid(form)
