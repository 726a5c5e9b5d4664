"""Writing: the plain form with its count, and the files."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, View

from congress.audit.actors import Actor
from congress.flow.moves import NotNow
from congress.notices import actions
from congress.notices.actions import Conflict
from congress.notices.forms import FileForm, NoticeForm
from congress.notices.models import Notice
from congress.notices.queries.audience import Audience, invited
from congress.notices.rules import may_edit, may_write
from congress.notices.states import WRITERS
from congress.notices.views.base import OwnNoticeMixin
from congress.organisations.access import AccessMixin
from congress.organisations.acts import with_refusal
from congress.organisations.models import Organisation

COUNT = "count"


class WritingView(AccessMixin, FormView):
    """The form works without script: the count is a button of it; htmx asks as one chooses."""

    roles = WRITERS
    form_class = NoticeForm
    template_name = "congress/notices/edit.html"
    actor: Actor

    def get_organisation(self) -> Organisation:
        raise NotImplementedError

    def get_form_kwargs(self) -> dict[str, Any]:
        more = {"organisation": self.get_organisation(), "on": self.today}
        return super().get_form_kwargs() | more

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.POST.get("then") == COUNT or request.htmx:
            return self.counted()
        return super().post(request, *args, **kwargs)

    def counted(self) -> HttpResponse:
        """Who would be invited by the choice as it stands, whatever the text still lacks."""
        form = self.get_form()
        form.is_valid()
        people = invited(self.get_organisation(), form.audience(), self.today)
        if self.request.htmx:
            self.template_name = "congress/notices/_audience.html"
        return self.render_to_response(self.get_context_data(form=form, people=people))

    def form_valid(self, form: NoticeForm) -> HttpResponse:
        try:
            notice = self.save(form)
        except Conflict as conflict:
            form.show_edition(conflict.notice.edition)
            form.add_error(None, str(conflict))
            return self.render_to_response(self.get_context_data(form=form), status=409)
        except NotNow as not_now:
            form.add_error(None, str(not_now))
            return self.render_to_response(self.get_context_data(form=form), status=409)
        except ValidationError as error:
            return self.form_invalid(with_refusal(form, error))
        messages.success(self.request, _("The draft is saved."))
        return redirect("notices:detail", notice.pk)

    def save(self, form: NoticeForm) -> Notice:
        raise NotImplementedError


class NoticeCreateView(WritingView):
    def get_organisation(self) -> Organisation:
        """Of several posts the first; a person writes for one office at a time."""
        return self.organisation

    def get_initial(self) -> dict[str, Any]:
        return {"contact_name": self.actors[0].name, "all_deputies": True}

    def save(self, form: NoticeForm) -> Notice:
        by = next(actor for actor in self.actors if may_write(actor))
        return actions.draft_notice(
            self.organisation, audience=form.audience(), by=by, at=timezone.now(), **form.text()
        )


class NoticeEditView(OwnNoticeMixin, WritingView):
    LATE = gettext_lazy("This notice can no longer be edited.")

    roles = WRITERS

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any):
        if self.actors and request.method == "GET" and self.notice.state != "draft":
            messages.info(request, self.LATE)
            return redirect(self.get_success_url())
        return super().dispatch(request, *args, **kwargs)

    def get_organisation(self) -> Organisation:
        return self.notice.organisation

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        initial = kwargs["initial"] | {"edition": self.notice.edition}
        return kwargs | {"instance": self.notice, "initial": initial}

    def save(self, form: NoticeForm) -> Notice:
        return actions.edit_notice(
            self.notice,
            edition=form.cleaned_data["edition"] or 0,
            audience=form.audience(),
            by=self.one_of(may_edit),
            at=timezone.now(),
            **form.text(),
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        if "people" not in kwargs:
            audience = Audience.of(self.notice)
            kwargs["people"] = invited(self.notice.organisation, audience, self.today)
        return super().get_context_data(**kwargs)


class AttachView(OwnNoticeMixin, View):
    roles = WRITERS
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = FileForm(request.POST, request.FILES)
        by, at = self.one_of(may_edit), timezone.now()
        try:
            if form.is_valid():
                actions.attach_file(self.notice, form.cleaned_data["file"], by=by, at=at)
                messages.success(request, _("The file is added."))
            else:
                messages.error(request, " ".join(map(str, form.errors["file"])))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        except NotNow as not_now:
            messages.error(request, str(not_now))
        return redirect(self.get_success_url())


class RemoveFileView(OwnNoticeMixin, View):
    roles = WRITERS
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int, file: int) -> HttpResponse:
        row = get_object_or_404(self.notice.files.select_related("notice"), pk=file)
        try:
            actions.remove_file(row, by=self.one_of(may_edit), at=timezone.now())
            messages.success(request, _("The file is removed."))
        except NotNow as not_now:
            messages.error(request, str(not_now))
        return redirect(self.get_success_url())
