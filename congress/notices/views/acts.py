"""The acts on a notice: one page each, one view for all."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from congress.audit.actors import Actor
from congress.notices import actions, rules, states
from congress.notices.forms import AddForm, MoveForm, ReasonForm, RemarkForm
from congress.notices.queries.audience import Audience, invited, people_of
from congress.notices.views.base import OwnNoticeMixin
from congress.notifications.queries.progress import progress_of
from congress.organisations.acts import RecordActView, RecordPressView


class ActView(OwnNoticeMixin, RecordActView):
    template_name = "congress/notices/act.html"

    def may(self, actor: Actor) -> bool:
        return rules.may_move(actor, self.notice, self.transition)


class OnePressView(ActView, RecordPressView):
    """POST only."""


class SubmitView(OnePressView):
    transition = states.SUBMIT
    perform = actions.submit_for_signature
    done = _("Handed in for signature.")


class RecallView(OnePressView):
    transition = states.RECALL
    perform = actions.recall_notice
    done = _("The notice is on your desk again.")


class SignView(OnePressView):
    transition = states.SIGN
    perform = actions.sign_notice
    done = _("Signed. It can be sent now.")


class ReviseView(OnePressView):
    transition = states.REVISE
    perform = actions.revise_notice
    done = _("The notice is on the desk again; what is changed is signed again.")


class SendBackView(ActView):
    transition = states.SEND_BACK
    form_class = RemarkForm
    perform = actions.send_back_notice
    done = _("Sent back with your remark.")


class TellingView(ActView):
    """Where messages go out by e-mail or SMS, their progress follows."""

    def get_success_url(self) -> str:
        page = "progress" if progress_of(self.notice).waiting else "detail"
        return reverse(f"notices:{page}", args=[self.notice.pk])


class SendView(TellingView):
    """The count and the list of those invited stand before the press."""

    template_name = "congress/notices/send.html"
    transition = states.SEND
    perform = actions.send_notice
    done = _("The notice is sent and the ledger is open.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        people = invited(self.notice.organisation, Audience.of(self.notice), self.today)
        return super().get_context_data(people=people, **kwargs)


class MoveView(TellingView):
    transition = states.MOVE_MEETING
    form_class = MoveForm
    perform = actions.move_meeting
    done = _("The meeting is moved. Everybody is asked again.")

    def may(self, actor: Actor) -> bool:
        return rules.may_change_meeting(actor, self.notice)

    def get_initial(self) -> dict[str, Any]:
        return {"meeting_at": self.notice.meeting_at, "place": self.notice.place}


class CancelView(TellingView):
    transition = states.CANCEL
    form_class = ReasonForm
    perform = actions.cancel_notice
    done = _("The notice is cancelled. Its number stays.")


class AddView(ActView):
    """Deputies who came into office later, or were forgotten."""

    heading = _("Invite more people")
    undo = _("Cannot be taken back; tell the person by telephone.")
    form_class = AddForm
    perform = actions.add_recipients
    done = _("Added to the ledger.")

    def may(self, actor: Actor) -> bool:
        return rules.keeps(actor, self.notice)

    def is_now(self) -> bool:
        return self.notice.state == "sent"

    def get_form_kwargs(self) -> dict[str, Any]:
        known = self.notice.recipients.values("user")
        people = people_of(self.notice.organisation, self.today).exclude(pk__in=known)
        rows = [(str(user.pk), user.name) for user in people]
        return super().get_form_kwargs() | {"people": rows}


class DiscardView(ActView):
    heading = _("Remove this draft")
    undo = _("Cannot be taken back.")
    perform = actions.discard_notice
    done = _("The draft was removed.")

    def may(self, actor: Actor) -> bool:
        return rules.keeps(actor, self.notice)

    def is_now(self) -> bool:
        return self.notice.state == "draft"

    def get_success_url(self) -> str:
        return reverse("notices:list")


class RemindView(OnePressView):
    """Those who have not seen it, once."""

    perform = actions.remind_rest

    def may(self, actor: Actor) -> bool:
        return rules.keeps(actor, self.notice)

    def is_now(self) -> bool:
        return self.notice.state == "sent"

    def done_message(self, result: int) -> str:
        return _("%(number)s people are reminded.") % {"number": result}

    def get_success_url(self) -> str:
        return reverse("notices:rest", args=[self.notice.pk])
