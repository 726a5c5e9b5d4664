"""A unit's acts before it answers: receipt, return, contact, opinion, more time."""

from functools import cached_property
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.audit.actors import Actor
from congress.suggestions import actions
from congress.suggestions.actions.extending import RUNNING
from congress.suggestions.actions.receiving import AT_WORK, IN_CONTACT, OPINION_IN
from congress.suggestions.forms.handling import (
    AgainForm,
    ContactForm,
    ExtensionForm,
    OpinionForm,
    ReturnForm,
)
from congress.suggestions.models import Assignment, Clock
from congress.suggestions.models.choices import HandlingRole
from congress.suggestions.queries.clocks import found
from congress.suggestions.queries.parts import contact_partners, lead_part
from congress.suggestions.rules import works_at
from congress.suggestions.states import handling as states
from congress.suggestions.views.part_base import PartActView, PartPressView
from congress.workdays.deadlines import Deadline
from congress.workdays.wording import EVENT_WORDS, long_day


class AcknowledgeView(PartPressView):
    transition = states.ACKNOWLEDGE
    states = AT_WORK
    perform = actions.acknowledge
    done = _("Receipt is acknowledged. Please speak with the deputy before you reply.")


class RequestReturnView(PartActView):
    transition = states.REQUEST_RETURN
    form_class = ReturnForm
    perform = actions.request_return
    done = _("Your request is with the presidium.")


class ContactView(PartActView):
    heading = _("Note a contact with the deputy")
    undo = _("Cannot be taken back; correct it by another entry.")
    states = IN_CONTACT
    form_class = ContactForm
    perform = actions.record_contact
    done = _("The contact is noted.")

    def get_initial(self) -> dict[str, Any]:
        return {"day": self.today, "person": contact_partners(self.suggestion)}


class OpinionView(PartActView):
    """A co-handler's opinion, also anew while the lead has not signed."""

    heading = pgettext_lazy("act", "Give the opinion to the lead unit")
    undo = _("Write it anew while the lead unit has not signed.")
    states = OPINION_IN
    form_class = OpinionForm
    perform = actions.give_opinion
    done = _("The lead unit has your opinion.")

    def may(self, actor: Actor) -> bool:
        return super().may(actor) and self.part.role == HandlingRole.CO_HANDLER

    def get_initial(self) -> dict[str, Any]:
        return {"opinion": self.part.opinion}


class AgainView(PartActView):
    """The lead asks the co-handler of the URL for another opinion."""

    heading = _("Ask for another opinion")
    undo = _("Cannot be taken back; the co-handler writes anew.")
    states = OPINION_IN
    form_class = AgainForm
    perform = actions.redo_opinion
    done = _("The co-handler is asked for another opinion.")

    def may(self, actor: Actor) -> bool:
        lead = lead_part(self.suggestion)
        return lead is not None and works_at(actor, lead)

    def is_now(self) -> bool:
        return super().is_now() and self.part.opinion_at is not None


class ExtensionView(PartActView):
    heading = _("Ask for more time")
    undo = _("Cannot be taken back; the presidium decides.")
    states = RUNNING
    form_class = ExtensionForm
    done = _("Your request is with the presidium.")

    @cached_property
    def clock(self) -> Clock:
        clocks = self.suggestion.clocks.select_related("assignment__unit")
        clock = get_object_or_404(
            clocks, pk=self.kwargs["clock"], assignment__isnull=False, assignment__ended_at=None
        )
        clock.suggestion = self.suggestion
        return clock

    @cached_property
    def part(self) -> Assignment:
        part = self.clock.assignment
        assert part is not None
        part.suggestion = self.suggestion
        return part

    def is_now(self) -> bool:
        return super().is_now() and self.clock.stopped_on is None

    def act(self, form: Any, actor: Actor) -> Any:
        return actions.request_extension(
            self.clock, by=actor, at=timezone.now(), **form.cleaned_data
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        deadline: Deadline = found(self.clock)
        lede = _("%(what)s: due on %(day)s") % {
            "what": EVENT_WORDS[self.clock.event],
            "day": long_day(deadline.due),
        }
        return super().get_context_data(lede=lede, **kwargs)
