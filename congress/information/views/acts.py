"""The acts on an item: one page each, one view for all."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from congress.audit.actors import Actor
from congress.flow.moves import NotNow
from congress.flow.transitions import Transition
from congress.information import actions, states
from congress.information.forms import (
    AdoptForm,
    InstructionForm,
    OptionalReasonForm,
    ReasonForm,
    RemarkForm,
    ReturnForm,
    SendUpForm,
)
from congress.information.models import Item
from congress.information.rules import NOTABLE, is_own, keeps_notes, may_move, may_write
from congress.information.views.base import ItemMixin, told
from congress.information.views.desk import submitted_message
from congress.organisations.acts import RecordActView, RecordPressView


class ActView(ItemMixin, RecordActView):
    template_name = "congress/information/act.html"

    def may(self, actor: Actor) -> bool:
        return may_move(actor, self.item, self.transition)

    def told(self, not_now: NotNow) -> str:
        return told(not_now, self.item, self.actors)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(item=self.item, **kwargs)


class OnePressView(ActView, RecordPressView):
    """What is missing sends to the desk."""

    def refused(self, form: forms.Form, error: ValidationError) -> HttpResponse:
        messages.error(self.request, _("Not submitted yet: title, text and drafter are needed."))
        return redirect("information:edit", self.item.pk)


class SubmitView(OnePressView):
    perform = actions.submit_item

    @property
    def transition(self) -> Transition:  # type: ignore[override]
        return states.RESUBMIT if self.item.handed_in else states.SUBMIT

    def done_message(self, result: Item) -> str:
        return submitted_message(result)


class SignOffView(OnePressView):
    transition = states.SIGN_OFF
    perform = actions.sign_off_item

    def done_message(self, result: Item) -> str:
        return submitted_message(result)


class RecallView(OnePressView):
    transition = states.RECALL
    perform = actions.recall_item
    done = _("The item is on your desk again.")


class SendBackView(ActView):
    transition = states.SEND_BACK
    form_class = RemarkForm
    perform = actions.send_back_item
    done = _("Sent back to the secretary with your remark.")


class WithdrawView(ActView):
    transition = states.WITHDRAW
    form_class = OptionalReasonForm
    perform = actions.withdraw_item
    done = _("The item is withdrawn. Its number stays.")


class DiscardView(ActView):
    heading = _("Remove this draft")
    undo = states.NOT_UNDONE
    perform = actions.discard_draft
    done = _("The draft was removed.")

    def may(self, actor: Actor) -> bool:
        return is_own(actor, self.item) and may_write(actor)

    def is_now(self) -> bool:
        return self.item.state == "draft"

    def get_success_url(self) -> str:
        return redirect("information:list").url


class ReturnView(ActView):
    transition = states.RETURN
    form_class = ReturnForm
    perform = actions.return_item
    done = _("Returned for revision.")


class UndoReturnView(ActView):
    transition = states.UNDO_RETURN
    form_class = ReasonForm
    perform = actions.undo_return
    done = _("The return was taken back; the item waits for review again.")


class RetainView(ActView):
    transition = states.RETAIN
    form_class = ReasonForm
    perform = actions.retain_item
    done = _("Kept without adopting. It may still be adopted later.")


class UndoRetainView(ActView):
    transition = states.UNDO_RETAIN
    form_class = ReasonForm
    perform = actions.undo_retain
    done = _("The decision was taken back; the item waits for review again.")


class AdoptView(ActView):
    transition = states.ADOPT
    form_class = AdoptForm
    perform = actions.adopt_item

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"item": self.item}

    def get_initial(self) -> dict[str, Any]:
        return {
            "adopted_on": timezone.localdate(),
            "printed_title": self.item.title,
            "printed_text": self.item.body,
            "seen_state": self.item.state,
        }

    def too_late(self, form: Any, not_now: NotNow) -> HttpResponse:
        """Whoever sends it again has read what happened meanwhile."""
        self.item.refresh_from_db(fields=["state"])
        form.data = form.data.copy()
        form.data["seen_state"] = self.item.state
        return super().too_late(form, not_now)

    def done_message(self, result) -> str:
        line = result.points_lines.first()
        if line is None:
            return _("Adopted by %(publication)s. No points rule is valid for it.") % {
                "publication": result
            }
        return _("Adopted by %(publication)s, %(points)s points.") % {
            "publication": result,
            "points": line.points.normalize().__format__("f"),
        }


class NoteView(ActView):
    """An entry beside the item that moves no state."""

    undo = _("The county takes the entry back with a reason.")

    def may(self, actor: Actor) -> bool:
        return keeps_notes(actor, self.item)

    def is_now(self) -> bool:
        return self.item.state in NOTABLE


class SendUpView(NoteView):
    heading = _("Send up to a higher level")
    form_class = SendUpForm
    perform = actions.send_up
    done = _("The sending up is entered.")


class InstructionView(NoteView):
    heading = _("Enter a leader's instruction")
    form_class = InstructionForm
    perform = actions.note_instruction
    done = _("The instruction is entered.")
