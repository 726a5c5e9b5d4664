"""Handing over to units."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.suggestions import actions
from congress.suggestions.forms.office import AddUnitForm, HandOverForm, WhyForm
from congress.suggestions.queries.handing_over import following, units_of
from congress.suggestions.queries.record import is_upward
from congress.suggestions.states import handling as states
from congress.suggestions.views.office.base import OfficeActView, PresidiumActView


class HandOverView(OfficeActView):
    template_name = "congress/suggestions/hand_over.html"
    transition = states.HAND_OVER
    form_class = HandOverForm
    perform = actions.hand_over
    done = _("Handed over. The units and everybody who signed have been told.")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"units": units_of(self.suggestion.congress)}

    def more(self) -> dict[str, Any]:
        return {"following": following(self.suggestion, self.today)}


class TakeBackView(OfficeActView):
    transition = states.TAKE_BACK_HAND_OVER
    form_class = WhyForm
    perform = actions.take_back_hand_over
    done = _("Taken back. It can be handed over anew.")

    def is_now(self) -> bool:
        received = self.suggestion.assignments.running().exclude(acknowledged_at=None)
        return super().is_now() and not received.exists()


class AddUnitView(PresidiumActView):
    heading = pgettext_lazy("act", "hand it over to one more unit")
    undo = _("The unit may ask to return it.")
    form_class = AddUnitForm
    perform = actions.add_unit
    done = _("Handed over to one more unit.")

    def is_now(self) -> bool:
        parts = self.suggestion.assignments.running()
        return self.suggestion.state in ("assigned", "in_handling") and not is_upward(parts)

    def get_form_kwargs(self) -> dict[str, Any]:
        known = self.suggestion.assignments.running().values("unit")
        units = units_of(self.suggestion.congress).exclude(pk__in=known)
        return super().get_form_kwargs() | {"units": units}
