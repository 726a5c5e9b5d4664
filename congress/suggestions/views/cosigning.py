"""Whom to ask for the co-signature, or who has signed on the paper."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from congress.organisations.models import Deputy
from congress.suggestions import actions
from congress.suggestions.forms.entry import CosignersForm
from congress.suggestions.models.choices import Part
from congress.suggestions.rules import may_move
from congress.suggestions.states import entry as states
from congress.suggestions.states.entry import OFFICE
from congress.suggestions.views.entry_base import EntryActView

SEARCH = "search"


class CosignersView(EntryActView):
    """Searching is a button of the form, so that it keeps who was chosen without script."""

    template_name = "congress/suggestions/cosigners.html"
    transition = states.ASK_COSIGNERS
    form_class = CosignersForm
    perform = actions.ask_cosigners
    done = _("They have been asked. You can submit at any time with those who have confirmed.")

    @property
    def deputies(self) -> QuerySet[Deputy]:
        """All others of the congress."""
        lead = self.suggestion.signatories.filter(part=Part.LEAD).values("deputy__user")
        rows = Deputy.objects.running(self.today).filter(congress=self.suggestion.congress_id)
        return rows.exclude(user__in=lead).select_related("user", "group").order_by("group", "pk")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"deputies": self.deputies}

    def get_initial(self) -> dict[str, Any]:
        known = self.suggestion.signatories.filter(part=Part.COSIGNER)
        return {"deputies": list(known.values_list("deputy", flat=True))}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.POST.get("then") != SEARCH:
            return super().post(request, *args, **kwargs)
        form = self.get_form()
        form.narrow(set(request.POST.getlist("deputies")))
        context = self.get_context_data(form=form, searched=request.POST.get("search", ""))
        return self.render_to_response(context)

    def act(self, form: forms.Form, actor) -> Any:
        form.cleaned_data.pop("search")
        return super().act(form, actor)


class PaperSignersView(CosignersView):
    """Who has signed the paper of which the scan is attached."""

    roles = OFFICE
    heading = _("Enter who signed on paper")
    undo = _("Enter them anew.")
    perform = actions.sign_on_paper
    done = _("Entered who signed on paper.")

    def may(self, actor) -> bool:
        return bool(self.suggestion.entered_by) and may_move(
            actor, self.suggestion, states.ASK_COSIGNERS
        )
