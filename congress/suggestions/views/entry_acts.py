"""What the lead deputy does with a suggestion besides its text, and the others' consent."""

from typing import Any

from django.forms import Form
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from congress.audit.actors import Actor
from congress.organisations.roles import DEPUTY
from congress.suggestions import actions
from congress.suggestions.forms.entry import ConsentForm, WithdrawForm
from congress.suggestions.models import Signatory, Suggestion
from congress.suggestions.models.choices import Answer, Part
from congress.suggestions.rules import has_signed, is_lead, may_write
from congress.suggestions.states import entry as states
from congress.suggestions.states.process import NEVER_PUBLIC
from congress.suggestions.views.entry_base import EntryActView, EntryPressView


class DiscardView(EntryActView):
    heading = gettext_lazy("Remove this draft")
    undo = gettext_lazy("Cannot be taken back.")
    perform = actions.discard_suggestion
    done = gettext_lazy("The draft was removed.")

    def may(self, actor: Actor) -> bool:
        return may_write(actor, self.suggestion)

    def is_now(self) -> bool:
        return self.suggestion.state == "draft"

    def get_success_url(self) -> str:
        deputy = any(actor.role == DEPUTY for actor in self.actors)
        return reverse("suggestions:mine" if deputy else "suggestions:enter")


class TakeToDeskView(EntryPressView):
    transition = states.TAKE_TO_DESK
    perform = actions.take_to_desk
    done = gettext_lazy("It is on your desk again. You can change it now.")

    def get_success_url(self) -> str:
        return reverse("suggestions:edit", args=[self.suggestion.pk])


class WithdrawView(EntryActView):
    """In writing; at once where nobody else has signed."""

    transition = states.WITHDRAW
    form_class = WithdrawForm
    perform = actions.ask_to_withdraw

    def may(self, actor: Actor) -> bool:
        return is_lead(actor, self.suggestion)

    def is_now(self) -> bool:
        return super().is_now() and self.wish is None

    def done_message(self, result: Suggestion) -> str:
        if result.state == "withdrawn":
            return _("The suggestion is withdrawn.")
        return _("Those who signed with you are asked to agree.")


class KeepView(EntryPressView):
    transition = states.WITHDRAW
    perform = actions.keep_after_all
    done = gettext_lazy("The suggestion stays.")

    def may(self, actor: Actor) -> bool:
        return is_lead(actor, self.suggestion)


class AgreeView(EntryActView):
    """A co-signer agrees to the withdrawal."""

    roles = (DEPUTY,)
    heading = gettext_lazy("Agree to the withdrawal")
    undo = gettext_lazy("Cannot be taken back; without your agreement it is not withdrawn.")

    def may(self, actor: Actor) -> bool:
        return has_signed(actor, self.suggestion) and not is_lead(actor, self.suggestion)

    def is_now(self) -> bool:
        running = self.suggestion.state in states.WITHDRAW.sources
        return running and self.wish is not None and self.row.agreed_to_withdraw_at is None

    @property
    def row(self) -> Signatory:
        return own_row(self.request, self.suggestion, Answer.CONFIRMED)

    def act(self, form: Form, actor: Actor) -> Suggestion:
        return actions.agree_to_withdraw(self.row, by=actor, at=timezone.now())

    def done_message(self, result: Suggestion) -> str:
        if result.state == "withdrawn":
            return _("The suggestion is withdrawn.")
        return _("You have agreed. The others are asked too.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(wish=self.wish, **kwargs)


class ConsentView(EntryActView):
    roles = (DEPUTY,)
    heading = gettext_lazy("Change the consent to publication")
    undo = gettext_lazy("You can change it again at any time.")
    form_class = ConsentForm
    perform = actions.set_consent
    done = gettext_lazy("Noted. What may no longer be read has left the public pages.")

    def may(self, actor: Actor) -> bool:
        return is_lead(actor, self.suggestion)

    def is_now(self) -> bool:
        return self.suggestion.state not in NEVER_PUBLIC

    def get_initial(self) -> dict[str, Any]:
        return {"consent": self.suggestion.consent}


def own_row(request: HttpRequest, suggestion: Suggestion, *answers: str) -> Signatory:
    """The person's own row below the lead's; 404 for whoever has none."""
    rows = Signatory.objects.exclude(part=Part.LEAD).select_related("deputy__user")
    rows = rows.filter(suggestion=suggestion, deputy__user=request.user.pk)
    row = get_object_or_404(rows.filter(answer__in=answers or Answer.values))
    row.suggestion = suggestion
    return row
