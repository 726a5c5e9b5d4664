"""The review of a page in the workspace: for phones and for browsers too old for the editor."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.models import Page

from congress.audit.actors import Actor
from congress.organisations.access import AccessMixin
from congress.organisations.rules import ChooseActor
from home.actions import approve_page, recall_page, send_back_page, submit_page
from home.models import ReviewedPage, ReviewTaskState
from home.review.forms import ApproveForm, SendBackForm
from home.review.reading import parts_of
from home.review.refusals import NotReviewed
from home.review.rules import REVIEWERS, may_review, may_submit, sees_review
from home.review.standing import decisions_of, history, stages_of, state_of


class ReviewMixin(AccessMixin):
    """`self.page` is the reviewed page of the URL in one of the person's sections, else 404."""

    roles = REVIEWERS
    template_name = "home/review/detail.html"

    @cached_property
    def page(self) -> ReviewedPage:
        page = get_object_or_404(Page, pk=self.kwargs["pk"]).specific
        if not isinstance(page, ReviewedPage) or not sees_review(self.actors, page.section):
            raise Http404
        return page

    @cached_property
    def waiting(self) -> ReviewTaskState | None:
        state = self.page.current_workflow_task_state
        return state if isinstance(state, ReviewTaskState) else None

    def may_take(self, actor: Actor) -> bool:
        return self.waiting is not None and may_review(actor, self.waiting, self.today)

    def may_send(self, actor: Actor) -> bool:
        return may_submit(actor, self.page.section)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page, waiting = self.page, self.waiting
        draft = page.get_latest_revision_as_object()
        rows = decisions_of(page)
        label, tone = state_of(page)
        open_draft = page.has_unpublished_changes or not page.live
        takes = any(self.may_take(actor) for actor in self.actors)
        defaults = {
            "page": page,
            "title": draft.title,
            "parts": parts_of(draft),
            "state_label": label,
            "tone": tone,
            "step": waiting.step if waiting else "",
            "step_label": waiting.get_step_display() if waiting else "",
            "stages": stages_of(waiting, rows),
            "history": history(rows),
            "takes": takes,
            "sends": waiting is None and open_draft and not page.approved_schedule,
            "recalls": waiting is not None,
            "approve_form": ApproveForm(),
            "back_form": SendBackForm(),
        }
        return super().get_context_data(**(defaults | kwargs))


class ReviewView(ReviewMixin, TemplateView):
    pass


class ReviewActView(ReviewMixin, FormView):
    """A POST that is one action; what is refused is said on the page and loses nothing typed."""

    http_method_names = ["post"]
    form_class: type[forms.Form] = forms.Form
    form_name = "form"
    done: Any = ""

    def may(self, actor: Actor) -> bool:
        return self.may_send(actor)

    def act(self, form: Any, by: Actor) -> None:
        raise NotImplementedError

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            self.act(form, self.acting(self.may))
        except ChooseActor as choose:
            return self.again(form, choose_actors=choose.actors)
        except NotReviewed as refusal:
            return self.refuse(str(refusal))
        except ValidationError as error:
            return self.refuse(" ".join(error.messages))
        messages.success(self.request, str(self.done))
        return redirect("home:review", self.page.pk)

    def form_invalid(self, form: Any) -> HttpResponse:
        return self.again(form)

    def again(self, form: Any, **more: Any) -> HttpResponse:
        context = self.get_context_data(**{self.form_name: form, "act": self.form_name}, **more)
        return self.render_to_response(context)

    def refuse(self, sentence: str) -> HttpResponse:
        messages.error(self.request, sentence)
        return redirect("home:review", self.page.pk)


class StepView(ReviewActView):
    """A decision on the step that the page showed; another that waits by now is not taken."""

    perform: Callable[..., Any]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.step = request.POST.get("step", "")
        return super().dispatch(request, *args, **kwargs)

    def may(self, actor: Actor) -> bool:
        """Where nothing or another step waits, the action answers that it is late."""
        if self.waiting is None or self.waiting.step != self.step:
            return self.may_send(actor)
        return self.may_take(actor)

    def act(self, form: Any, by: Actor) -> None:
        perform = type(self).perform
        perform(self.page, step=self.step, **form.cleaned_data, by=by, at=timezone.now())


class ApproveView(StepView):
    form_class = ApproveForm
    form_name = "approve_form"
    perform = approve_page
    done = pgettext_lazy("message", "Approved.")


class SendBackView(StepView):
    form_class = SendBackForm
    form_name = "back_form"
    perform = send_back_page
    done = _("Sent back to the writer with your remark.")


class SubmitView(ReviewActView):
    done = _("Sent to the first review.")

    def act(self, form: Any, by: Actor) -> None:
        submit_page(self.page, by=by, at=timezone.now())


class RecallView(ReviewActView):
    done = _("Taken back. You can change the page and send it to review again.")

    def act(self, form: Any, by: Actor) -> None:
        recall_page(self.page, by=by, at=timezone.now())
