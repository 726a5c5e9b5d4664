"""One person of the ledger: text, call, answer on behalf, leave, check-in."""

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
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from django.views.generic import TemplateView

from congress.audit.actions import record
from congress.flow.moves import NotNow
from congress.notices import actions, rules
from congress.notices.forms import BehalfForm, CallForm
from congress.notices.queries.ledger import mobile_of, next_to_call, numbers_of
from congress.notices.views.base import OwnNoticeMixin, links_of
from congress.notices.wording import address_of, message_to
from congress.organisations.acts import with_refusal


class PersonView(OwnNoticeMixin, TemplateView):
    """Full numbers of one's own deputies; looking at them is one entry in the trail."""

    template_name = "congress/notices/person.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not any(rules.keeps(actor, self.notice) for actor in self.actors):
            raise PermissionDenied
        if not self.notice.was_sent:
            return redirect("notices:detail", self.notice.pk)
        label = pgettext("act done", "looked at phone numbers")
        by, note = self.one_of(rules.keeps), self.row.user.name
        record(self.notice, "numbers", by=by, at=timezone.now(), label=label, note=note)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**(kwargs | person_context(self)))


def person_context(view: OwnNoticeMixin) -> dict[str, Any]:
    row, notice = view.row, view.notice
    url = links_of(view.request, notice).get(row.user_id, "")
    text = message_to(row, notice, url)
    return {
        "row": row,
        "person": address_of(row),
        "numbers": numbers_of(row.user),
        "mobile": mobile_of(row.user),
        "text": text,
        "following": next_to_call(notice, row),
        "call_form": CallForm(),
        "behalf_form": BehalfForm(initial={"answer": row.answer}),
        "running": notice.state == "sent",
        "may_decide": any(rules.may_decide_leave(actor, notice) for actor in view.actors),
    }


class RowActView(OwnNoticeMixin, TemplateView):
    """One press on a row; what is refused comes back on the person's page with what was typed."""

    http_method_names = ["post"]
    template_name = "congress/notices/person.html"
    form_class: ClassVar[type[forms.Form]] = forms.Form
    form_name: ClassVar[str] = "form"
    done: ClassVar[str | Promise] = ""
    perform: Callable[..., Any]
    may: Callable[..., bool] = rules.keeps

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        may = type(self).may
        if not any(may(actor, self.notice) for actor in self.actors):
            raise PermissionDenied
        form = self.form_class(request.POST)
        if not form.is_valid():
            return self.again(form)
        try:
            self.act(form)
        except ValidationError as error:
            return self.again(with_refusal(form, error))
        except NotNow as not_now:
            messages.error(request, str(not_now))
            return redirect("notices:detail", self.notice.pk)
        messages.success(request, str(self.done) % {"name": self.row.user.name})
        return redirect(self.get_success_url())

    def act(self, form: forms.Form) -> None:
        by = self.one_of(type(self).may)
        type(self).perform(self.row, by=by, at=timezone.now(), **form.cleaned_data)

    def again(self, form: forms.Form) -> HttpResponse:
        if not any(rules.keeps(actor, self.notice) for actor in self.actors) or not form.fields:
            messages.error(self.request, " ".join(map(str, form.non_field_errors())))
            return redirect(self.get_success_url())
        context = person_context(self) | {self.form_name: form}
        return self.render_to_response(self.get_context_data(**context))

    def get_success_url(self) -> str:
        """Back to the page on which it was pressed."""
        if self.request.POST.get("back") == "sheet":
            return reverse("notices:sheet", args=[self.notice.pk])
        if self.request.POST.get("back") == "notice":
            return reverse("notices:detail", args=[self.notice.pk])
        return reverse("notices:person", args=[self.notice.pk, self.row.pk])


class NextMixin:
    """On to the next person who is left to call, or back to the list when nobody is."""

    def get_success_url(self) -> str:
        following = next_to_call(self.notice, self.row)  # type: ignore[attr-defined]
        if following is None:
            return reverse("notices:rest", args=[self.notice.pk])  # type: ignore[attr-defined]
        return reverse("notices:person", args=[self.notice.pk, following.pk])  # type: ignore[attr-defined]


class CallView(NextMixin, RowActView):
    form_class = CallForm
    form_name = "call_form"
    perform = actions.record_phone_call
    done = gettext_lazy("%(name)s: the call is entered. Here is the next person.")


class TextSentView(NextMixin, RowActView):
    perform = actions.note_text_sent
    done = gettext_lazy("%(name)s: the text is noted as sent. Here is the next person.")


class UndoCallView(RowActView):
    perform = actions.undo_phone_call
    done = gettext_lazy("%(name)s: the entry of the call was taken back.")


class BehalfView(RowActView):
    form_class = BehalfForm
    form_name = "behalf_form"
    perform = actions.answer_on_behalf
    done = gettext_lazy("%(name)s: the answer is entered under both names.")

    def act(self, form: forms.Form) -> None:
        by, fields = self.one_of(rules.keeps), form.cleaned_data
        sequence = self.request.POST.get("sequence", "")
        if not sequence.isdigit():
            raise ValidationError(_("Please open the page again."))
        actions.answer_on_behalf(
            self.row, sequence=int(sequence), by=by, at=timezone.now(), **fields
        )


class GrantLeaveView(RowActView):
    perform = actions.grant_leave
    may = rules.may_decide_leave
    done = gettext_lazy("%(name)s: leave is granted.")


class RefuseLeaveView(RowActView):
    perform = actions.refuse_leave
    may = rules.may_decide_leave
    done = gettext_lazy("%(name)s: leave is not granted. Please tell the person.")


class CheckInView(RowActView):
    perform = actions.check_in
    done = gettext_lazy("%(name)s has come.")


class UndoCheckInView(RowActView):
    perform = actions.undo_check_in
    done = gettext_lazy("%(name)s: the check-in was taken back.")
