"""The decision on the acceptance, prepared by the secretary."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.audit.actors import Actor
from congress.suggestions import actions, rules
from congress.suggestions.forms.office import (
    BackForm,
    RefuseForm,
    SortForm,
    WhyForm,
    WithdrawalForm,
)
from congress.suggestions.queries.clocks import foreseen
from congress.suggestions.queries.settings import last_article
from congress.suggestions.queries.waiting import is_untold
from congress.suggestions.states import entry as states
from congress.suggestions.views.office.base import OfficeActView, PressView


class SortView(OfficeActView):
    form_class = SortForm

    def get_initial(self) -> dict[str, Any]:
        suggestion = self.suggestion
        return {"category": suggestion.category, "jurisdiction": suggestion.jurisdiction}


class ProposeView(SortView):
    transition = states.REGISTER
    heading = pgettext_lazy("act", "prepare the decision")
    undo = _("Can be prepared anew until the presidium has decided.")
    perform = actions.propose
    done = _("Prepared. The presidium has been told.")

    def may(self, actor: Actor) -> bool:
        return rules.is_office(actor, self.suggestion)


class RegisterView(SortView):
    transition = states.REGISTER
    template_name = "congress/suggestions/register.html"
    perform = actions.register_suggestion

    def more(self) -> dict[str, Any]:
        return {
            "hand_over": foreseen(self.suggestion, "hand_over", self.today)
            if self.suggestion.session is None
            else None
        }

    def done_message(self, result: Any) -> str:
        return _("Accepted as %(number)s. Everybody who signed has been told.") % {
            "number": result.reference
        }


class SendBackView(OfficeActView):
    transition = states.SEND_BACK
    form_class = BackForm
    perform = actions.send_back_suggestion
    done = _("Given back. The deputy finds it among the drafts.")

    def get_success_url(self) -> str:
        """The draft is the deputy's; the office sees only what it entered itself."""
        return reverse("suggestions:list")

    def is_now(self) -> bool:
        return super().is_now() and self.suggestion.raised_from_id is None


class RefuseView(OfficeActView):
    transition = states.REFUSE
    form_class = RefuseForm
    perform = actions.refuse_suggestion
    done = _("Not accepted. Everybody who signed reads the reason.")

    def get_initial(self) -> dict[str, Any]:
        return {"article": last_article(self.suggestion.congress_id)}


class UndoRefusalView(OfficeActView):
    transition = states.UNDO_REFUSAL
    form_class = WhyForm
    perform = actions.undo_refusal
    done = _("It is decided anew.")

    def is_now(self) -> bool:
        return super().is_now() and self.suggestion.raised_from_id is None


class TellView(PressView):
    perform = actions.note_deputy_told
    done = _("Noted that the deputy was told today.")

    def may(self, actor: Actor) -> bool:
        return rules.is_staff(actor, self.suggestion)

    def is_now(self) -> bool:
        return is_untold(self.suggestion)


class WithdrawView(OfficeActView):
    """A letter of withdrawal, signed by all, is entered by the office."""

    transition = states.WITHDRAW
    heading = _("enter a withdrawal on paper")
    form_class = WithdrawalForm
    perform = actions.withdraw_on_paper
    done = _("Withdrawn. Its number stays.")

    def is_now(self) -> bool:
        return super().is_now() and self.suggestion.raised_from_id is None

    def may(self, actor: Actor) -> bool:
        return rules.is_office(actor, self.suggestion)
