"""Taking back one row of an item: an adoption, a sending up, an instruction."""

from functools import cached_property
from typing import Any, ClassVar

from django.db import models
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from congress.audit.actors import Actor
from congress.information import actions, states
from congress.information.forms import ReasonForm
from congress.information.models import Adoption, Instruction, SentUp
from congress.information.rules import keeps_notes, may_move
from congress.information.views.acts import ActView


class UndoRowView(ActView):
    """`row` is the row of the URL; of one taken back before the page tells who did it."""

    form_class = ReasonForm
    model: ClassVar[type[models.Model]]

    @cached_property
    def row(self) -> Any:
        rows = self.model.objects.filter(item=self.item)  # type: ignore[attr-defined]
        return get_object_or_404(rows, pk=self.kwargs["row"])

    def is_now(self) -> bool:
        return self.row.undone_at is None

    def may(self, actor: Actor) -> bool:
        return keeps_notes(actor, self.item)

    def act(self, form: ReasonForm, actor: Actor) -> Any:
        return type(self).perform(self.row, by=actor, at=timezone.now(), **form.cleaned_data)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(row=self.row, **kwargs)


class UndoAdoptionView(UndoRowView):
    model = Adoption
    transition = states.UNDO_ADOPTION
    perform = actions.undo_adoption
    done = _("The adoption was taken back; its points no longer count.")

    def may(self, actor: Actor) -> bool:
        return may_move(actor, self.item, self.transition)


class UndoSendingView(UndoRowView):
    model = SentUp
    heading: ClassVar[str | Promise] = _("Take the sending up back")
    undo = _("Enter it again.")
    perform = actions.undo_sending
    done = _("The sending up was taken back.")


class UndoInstructionView(UndoRowView):
    model = Instruction
    heading: ClassVar[str | Promise] = _("Take the instruction back")
    undo = _("Enter it again.")
    perform = actions.undo_instruction
    done = _("The instruction was taken back.")
