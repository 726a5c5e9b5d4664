"""The page of an act on a record, the same in every room."""

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.generic import FormView

from congress.audit.actors import Actor
from congress.flow.moves import NotNow
from congress.flow.transitions import Transition
from congress.organisations.access import AccessMixin
from congress.organisations.rules import ChooseActor


class RecordActView(AccessMixin, FormView):
    """A page that says what the act does and how it is taken back; POST does it.

    A room gives `record`, the record of the URL, `record_url`, the name of its page, and `may`.
    A stale page is answered by a sentence that tells who did what meanwhile; what was typed
    stays. An act that moves no state has no `transition`: it says `heading`, `undo` and `is_now`.
    """

    form_class: type[forms.Form | forms.ModelForm] = forms.Form
    transition: ClassVar[Transition]
    record: Any
    record_url: ClassVar[str]
    heading: ClassVar[str | Promise] = ""
    undo: ClassVar[str | Promise] = ""
    done: ClassVar[str | Promise] = ""
    perform: Callable[..., Any]

    def may(self, actor: Actor) -> bool:
        """Whether the act is the actor's, whatever the state. Closed unless a room opens it."""
        return False

    def is_now(self) -> bool:
        return self.record.state in self.transition.sources

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any):
        if self.actors:
            if not any(self.may(actor) for actor in self.actors):
                raise PermissionDenied
            if request.method == "GET" and not self.is_now():
                messages.info(request, _("This cannot be done now."))
                return self.to_record()
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            result = self.act(form, self.acting(self.may))
        except NotNow as not_now:
            return self.too_late(form, not_now)
        except ChooseActor as choose:
            context = self.get_context_data(form=form, choose_actors=choose.actors)
            return self.render_to_response(context)
        except ValidationError as error:
            return self.refused(form, error)
        messages.success(self.request, self.done_message(result))
        return redirect(self.get_success_url())

    def too_late(self, form: forms.Form, not_now: NotNow) -> HttpResponse:
        """409 with what was typed; an act without words goes back to the record."""
        sentence = self.told(not_now)
        if not form.fields:
            messages.error(self.request, sentence)
            return self.to_record()
        form.add_error(None, sentence)
        return self.render_to_response(self.get_context_data(form=form), status=409)

    def told(self, not_now: NotNow) -> str:
        return str(not_now)

    def refused(self, form: forms.Form, error: ValidationError) -> HttpResponse:
        return self.form_invalid(with_refusal(form, error))

    def act(self, form: forms.Form, actor: Actor) -> Any:
        return type(self).perform(self.record, by=actor, at=timezone.now(), **form.cleaned_data)

    def done_message(self, result: Any) -> str:
        return str(self.done)

    def to_record(self) -> HttpResponse:
        return redirect(self.record_url, self.record.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            heading=self.heading or self.transition.label,
            undo=self.undo or self.transition.undo,
            **kwargs,
        )


class RecordPressView(RecordActView):
    """An act that needs nothing typed: POST only; a refusal goes back to the record in words."""

    http_method_names = ["post"]

    def refused(self, form: forms.Form, error: ValidationError) -> HttpResponse:
        messages.error(self.request, " ".join(error.messages))
        return self.to_record()


def with_refusal(form, error: ValidationError):
    """The rule's words beside the field they are about, else above the form."""
    for field, sentences in getattr(error, "message_dict", {None: error.messages}).items():
        form.add_error(field if field in form.fields else None, sentences)
    return form
