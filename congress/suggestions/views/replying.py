"""A unit writes its reply: the form, its saving by itself, its files."""

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import FormView, View

from congress.audit.actors import Actor
from congress.flow.moves import NotNow
from congress.organisations.acts import with_refusal
from congress.suggestions import actions
from congress.suggestions.actions import ReplyConflict
from congress.suggestions.forms.replies import EnclosureForm, ReplyForm
from congress.suggestions.models import Reply, SuggestionFile
from congress.suggestions.queries.parts import REPLIES
from congress.suggestions.queries.replies import contacts_for, opinions_for, scheme_of, writable
from congress.suggestions.views.part_base import PartMixin


class ReplyMixin(PartMixin):
    """The reply of this round that the unit of the URL writes; a co-handler writes none."""

    def may(self, actor: Actor) -> bool:
        return super().may(actor) and self.part.role in REPLIES

    @cached_property
    def actor(self) -> Actor:
        return self.acting(self.may)

    @cached_property
    def reply(self) -> Reply:
        """Not saved before something is written."""
        rows = self.part.replies.filter(round_no=self.suggestion.round_no)
        made = Reply(
            suggestion=self.suggestion, assignment=self.part, round_no=self.suggestion.round_no
        )
        return rows.prefetch_related("files").first() or made

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any):
        if self.actors:
            if not any(self.may(actor) for actor in self.actors):
                raise PermissionDenied
            if not writable(self.suggestion, self.reply):
                return self.off_the_desk(request)
        return super().dispatch(request, *args, **kwargs)

    def off_the_desk(self, request: HttpRequest) -> HttpResponse:
        messages.info(request, _("The reply cannot be written now."))
        return redirect("suggestions:detail", self.suggestion.pk)

    def to_form(self) -> HttpResponseRedirect:
        return redirect("suggestions:reply", self.suggestion.pk, self.part.pk)

    def write(self, form: ReplyForm) -> Reply:
        edition, at = form.cleaned_data["version"], timezone.now()
        return actions.write_reply(self.part, edition=edition, by=self.actor, at=at, **form.text())

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        initial = kwargs["initial"] | {"version": self.reply.edition}
        scheme = scheme_of(self.suggestion)
        return kwargs | {"instance": self.reply, "initial": initial, "scheme": scheme}


class ReplyEditView(ReplyMixin, FormView):
    form_class = ReplyForm
    template_name = "congress/suggestions/reply_form.html"

    def form_valid(self, form: ReplyForm) -> HttpResponse:
        try:
            reply = self.write(form)
        except ReplyConflict as conflict:
            form.show_version(conflict.reply.edition)
            context = self.get_context_data(form=form, conflict=conflict.reply)
            return self.render_to_response(context, status=409)
        except NotNow as not_now:
            return self.too_late(form, str(not_now))
        except ValidationError as error:
            return self.form_invalid(with_refusal(form, error))
        if self.request.POST.get("then") == "sign":
            return redirect("suggestions:sign_reply", self.suggestion.pk, reply.pk)
        messages.success(self.request, _("The reply is saved. Only your unit sees it so far."))
        return self.to_form()

    def off_the_desk(self, request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return super().off_the_desk(request)
        return self.too_late(self.get_form(), _("The reply cannot be written now."))

    def too_late(self, form: ReplyForm, sentence: str) -> HttpResponse:
        """What was typed stays before the eyes, to be copied; it can no longer be sent."""
        form.add_error(None, sentence)
        return self.render_to_response(self.get_context_data(form=form, too_late=True), status=409)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            reply=self.reply,
            files=list(self.reply.files.all()) if self.reply.pk else [],
            enclosure_form=EnclosureForm(),
            contacts=list(contacts_for(self.part, self.suggestion)),
            opinions=opinions_for(self.part),
            user_id=self.request.user.pk,
            **kwargs,
        )


class ReplyAutosaveView(ReplyMixin, FormView):
    """Answers `{"version", "saved_at"}`; 409 where another window has saved or the reply has been
    signed, 400 where the form cannot be read."""

    form_class = ReplyForm
    http_method_names = ["post"]

    def off_the_desk(self, request: HttpRequest) -> HttpResponse:
        return JsonResponse({"error": _("The reply cannot be written now.")}, status=409)

    def form_valid(self, form: ReplyForm) -> HttpResponse:
        try:
            reply = self.write(form)
        except (ReplyConflict, NotNow) as error:
            return JsonResponse({"error": str(error)}, status=409)
        except ValidationError as error:
            return self.form_invalid(with_refusal(form, error))
        saved_at = timezone.now().isoformat()
        return JsonResponse({"version": reply.edition, "saved_at": saved_at})

    def form_invalid(self, form: ReplyForm) -> HttpResponse:
        return JsonResponse({"errors": form.errors}, status=400)


class ReplyAttachView(ReplyMixin, View):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = EnclosureForm(request.POST, request.FILES)
        at = timezone.now()
        try:
            if not form.is_valid():
                raise ValidationError(list(map(str, form.errors.get("file", []))))
            reply = self.reply
            if reply.pk is None:
                reply = actions.write_reply(self.part, by=self.actor, at=at)
            actions.attach_to_reply(reply, form.cleaned_data["file"], by=self.actor, at=at)
            messages.success(request, _("The file was added."))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        except (NotNow, ReplyConflict) as error:
            messages.error(request, str(error))
        return self.to_form()


class ReplyRemoveFileView(ReplyMixin, View):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        files = SuggestionFile.objects.filter(reply__assignment=self.part)
        files = files.select_related("reply__assignment", "suggestion")
        row = get_object_or_404(files, pk=self.kwargs["file"])
        try:
            actions.remove_from_reply(row, by=self.actor, at=timezone.now())
            messages.success(request, _("The file was removed."))
        except NotNow as not_now:
            messages.error(request, str(not_now))
        return self.to_form()
