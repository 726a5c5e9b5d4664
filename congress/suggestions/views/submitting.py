"""The last look before the submission."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from congress.suggestions import actions
from congress.suggestions.actions.submitting import check_complete
from congress.suggestions.forms.entry import PhotoForm, SubmitForm
from congress.suggestions.models.choices import Refusal
from congress.suggestions.queries.sessions import sitting
from congress.suggestions.queries.similar import similar_to
from congress.suggestions.rules import may_edit
from congress.suggestions.states import entry as states
from congress.suggestions.views.entry_base import EntryActView
from congress.suggestions.views.own_page import text_context


class SubmitView(EntryActView):
    """What is not accepted, what reads alike and what is missing stand before the press."""

    template_name = "congress/suggestions/submit.html"
    heading = _("Check and submit")
    transition = states.SUBMIT
    form_class = SubmitForm
    perform = actions.submit_suggestion
    done = _("Submitted. The presidium decides on the acceptance; you will be told.")

    def get_initial(self) -> dict[str, Any]:
        return {"edition": self.suggestion.edition}

    def refused(self, form: forms.Form, error: ValidationError) -> HttpResponse:
        messages.error(self.request, " ".join(error.messages))
        return redirect("suggestions:submit", self.suggestion.pk)

    def missing(self) -> list[str]:
        try:
            check_complete(self.suggestion)
        except ValidationError as error:
            return error.messages
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        suggestion = self.suggestion
        session = suggestion.session
        if session is None and not suggestion.entered_by:
            session = sitting(suggestion.term, self.today)
        editable = any(may_edit(actor, suggestion) for actor in self.actors)
        return super().get_context_data(
            missing=self.missing(),
            not_accepted=Refusal.labels,
            similar=similar_to(suggestion),
            session=session,
            editable=editable,
            photo_form=PhotoForm(),
            **text_context(suggestion),
            **kwargs,
        )
