"""A written reply is signed, taken back, checked, given back and released."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from congress.audit.actors import Actor
from congress.suggestions import actions
from congress.suggestions.forms.handling import GiveBackForm, SignForm
from congress.suggestions.queries.replies import checked, checks_replies, last_head
from congress.suggestions.rules import is_presidium
from congress.suggestions.states import replies as states
from congress.suggestions.states.entry import PRESIDIUM
from congress.suggestions.views.part_base import ReplyActView, ReplyPressView


class SignReplyView(ReplyActView):
    template_name = "congress/suggestions/reply_sign.html"
    transition = states.SIGN_REPLY
    form_class = SignForm
    perform = actions.sign_reply

    def get_initial(self) -> dict[str, Any]:
        return {"signed_by": self.reply.signed_by or last_head(self.part)}

    def done_message(self, result: Any) -> str:
        if result.state == "released":
            return str(_("Signed. The reply has gone out to the deputies."))
        return str(_("Signed. Your time limit has stopped; the presidium checks the reply."))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            checks=checked(self.reply, timezone.localdate()),
            goes_out=not checks_replies(self.suggestion),
            **kwargs,
        )


class RecallReplyView(ReplyPressView):
    transition = states.RECALL_REPLY
    perform = actions.recall_reply
    done = _("The reply is on your desk again; its time limit runs on.")


class PresidiumReplyView(ReplyActView):
    """An act of the chair, of the county's own records of the supervisor."""

    roles = PRESIDIUM

    def may(self, actor: Actor) -> bool:
        return is_presidium(actor, self.suggestion)


class GiveBackReplyView(PresidiumReplyView):
    transition = states.GIVE_BACK_REPLY
    form_class = GiveBackForm
    perform = actions.give_back_reply
    done = _("Given back to the unit with your remark.")


class ReleaseReplyView(PresidiumReplyView):
    """The checks stand before the press."""

    template_name = "congress/suggestions/reply_release.html"
    transition = states.RELEASE_REPLY
    perform = actions.release_reply
    done = _("Released. Every deputy who signed has been told.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        checks = checked(self.reply, timezone.localdate(self.reply.signed_at))
        contacts = list(self.part.contacts.all())
        return super().get_context_data(checks=checks, contacts=contacts, **kwargs)
