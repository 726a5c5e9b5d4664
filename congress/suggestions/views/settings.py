"""The chair decides on the check of replies, the county's supervisor on the result classes."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.generic import FormView

from congress.organisations.access import AccessMixin
from congress.organisations.models.organisations import Kind
from congress.suggestions import actions
from congress.suggestions.forms.settings import CheckingForm, SchemeForm
from congress.suggestions.queries.settings import checks_in, phone_of_office, scheme_in
from congress.suggestions.states.entry import PRESIDIUM


class SettingsView(AccessMixin, FormView):
    roles = PRESIDIUM
    template_name = "congress/suggestions/settings.html"
    success_url = reverse_lazy("suggestions:settings")

    @property
    def of_county(self) -> bool:
        return self.organisation.kind == Kind.COUNTY

    def get_form_class(self) -> type[forms.Form]:
        return SchemeForm if self.of_county else CheckingForm

    def get_initial(self) -> dict[str, Any]:
        here = self.organisation.pk
        chosen = {"scheme": scheme_in(here)} if self.of_county else {"wanted": checks_in(here)}
        return {**chosen, "phone": phone_of_office(here)}

    def form_valid(self, form: forms.Form) -> HttpResponse:
        perform: Any = actions.choose_scheme if self.of_county else actions.set_checking
        by, at = self.actors[0], timezone.now()
        phone = form.cleaned_data.pop("phone")
        perform(self.organisation, **form.cleaned_data, by=by, at=at)
        actions.set_office_phone(self.organisation, phone=phone, by=by, at=at)
        messages.success(self.request, pgettext("message", "Saved."))
        return super().form_valid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lede = (
            _("It holds in the whole county for replies signed from now on.")
            if self.of_county
            else _("Without the check a reply goes out as soon as the unit has signed it.")
        )
        return super().get_context_data(lede=lede, **kwargs)
