"""The chair decides who signs routine notices."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import pgettext
from django.views.generic import FormView

from congress.notices import actions, rules
from congress.notices.forms import SettingsForm
from congress.organisations.access import AccessMixin
from congress.organisations.roles import CHAIR


class SettingsView(AccessMixin, FormView):
    roles = (CHAIR,)
    form_class = SettingsForm
    template_name = "congress/notices/settings.html"
    success_url = reverse_lazy("notices:settings")

    def get_initial(self) -> dict[str, Any]:
        return {"wanted": rules.secretary_signs_in(self.organisation)}

    def form_valid(self, form: SettingsForm) -> HttpResponse:
        actions.set_secretary_signs(
            self.organisation,
            wanted=form.cleaned_data["wanted"],
            by=self.actors[0],
            at=timezone.now(),
        )
        messages.success(self.request, pgettext("message", "Saved."))
        return super().form_valid(form)
