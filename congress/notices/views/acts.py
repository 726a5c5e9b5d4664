"""The acts on a notice: one page each, one view for all."""

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from congress.audit.actors import Actor
from congress.flow.moves import NotNow
from congress.flow.transitions import Transition
from congress.notices import actions, rules, states
from congress.notices.forms import AddForm, MoveForm, ReasonForm, RemarkForm
from congress.notices.models import Notice
from congress.notices.queries.audience import Audience, invited, people_of
from congress.notices.views.base import OwnNoticeMixin, refused


class ActView(OwnNoticeMixin, FormView):
    """A page that says what the act does and how it is taken back; POST does it.

    A stale page is answered by a sentence that tells who did what meanwhile; what was typed
    stays.
    """

    template_name = "congress/notices/act.html"
    form_class: type[forms.Form] = forms.Form
    transition: ClassVar[Transition]
    heading: ClassVar[str | Promise] = ""
    undo: ClassVar[str | Promise] = ""
    done: ClassVar[str | Promise] = ""
    perform: Callable[..., Any]

    def may(self, actor: Actor, notice: Notice) -> bool:
        return rules.may_move(actor, notice, self.transition)

    def is_now(self) -> bool:
        return self.notice.state in self.transition.sources

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any):
        if self.actors:
            if not any(self.may(actor, self.notice) for actor in self.actors):
                raise PermissionDenied
            if request.method == "GET" and not self.is_now():
                messages.info(request, _("This cannot be done now."))
                return redirect("notices:detail", self.notice.pk)
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            result = self.act(form, self.one_of(self.may))
        except NotNow as not_now:
            return self.too_late(form, not_now)
        except ValidationError as error:
            return self.missing(form, error)
        messages.success(self.request, self.done_message(result))
        return redirect(self.get_success_url())

    def too_late(self, form: forms.Form, not_now: NotNow) -> HttpResponse:
        """409 with what was typed; an act without words goes back to the notice."""
        if not form.fields:
            messages.error(self.request, str(not_now))
            return redirect("notices:detail", self.notice.pk)
        form.add_error(None, str(not_now))
        return self.render_to_response(self.get_context_data(form=form), status=409)

    def missing(self, form: forms.Form, error: ValidationError) -> HttpResponse:
        return self.form_invalid(refused(form, error))

    def act(self, form: forms.Form, actor: Actor) -> Any:
        return type(self).perform(self.notice, by=actor, at=timezone.now(), **form.cleaned_data)

    def done_message(self, result: Any) -> str:
        return str(self.done)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            heading=self.heading or self.transition.label,
            undo=self.undo or self.transition.undo,
            **kwargs,
        )


class OnePressView(ActView):
    """An act that needs nothing typed: POST only; what is missing sends back with the words."""

    http_method_names = ["post"]

    def missing(self, form: forms.Form, error: ValidationError) -> HttpResponse:
        messages.error(self.request, " ".join(error.messages))
        return redirect("notices:detail", self.notice.pk)


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


class SendView(ActView):
    """The count and the list of those invited stand before the press."""

    template_name = "congress/notices/send.html"
    transition = states.SEND
    perform = actions.send_notice
    done = _("The notice is sent and the ledger is open.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        people = invited(self.notice.organisation, Audience.of(self.notice), self.today)
        return super().get_context_data(people=people, **kwargs)


class MoveView(ActView):
    transition = states.MOVE_MEETING
    form_class = MoveForm
    perform = actions.move_meeting
    done = _("The meeting is moved. Everybody is asked again.")

    def may(self, actor: Actor, notice: Notice) -> bool:
        return rules.may_change_meeting(actor, notice)

    def get_initial(self) -> dict[str, Any]:
        return {"meeting_at": self.notice.meeting_at, "place": self.notice.place}


class CancelView(ActView):
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

    def may(self, actor: Actor, notice: Notice) -> bool:
        return rules.keeps(actor, notice)

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

    def may(self, actor: Actor, notice: Notice) -> bool:
        return rules.keeps(actor, notice)

    def is_now(self) -> bool:
        return self.notice.state == "draft"

    def get_success_url(self) -> str:
        return reverse("notices:list")


class RemindView(OnePressView):
    """Those who have not seen it, once."""

    perform = actions.remind_rest

    def may(self, actor: Actor, notice: Notice) -> bool:
        return rules.keeps(actor, notice)

    def is_now(self) -> bool:
        return self.notice.state == "sent"

    def done_message(self, result: int) -> str:
        return _("%(number)s people are reminded.") % {"number": result}

    def get_success_url(self) -> str:
        return reverse("notices:rest", args=[self.notice.pk])
