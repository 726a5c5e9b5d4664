"""Writing: begin, edit, save by itself, files."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, View

from congress.audit.actors import Actor
from congress.flow.moves import NotNow
from congress.information import actions
from congress.information.actions import Conflict
from congress.information.forms import AttachmentForm, DraftForm
from congress.information.models import Draft, Item, ItemAttachment
from congress.information.rules import may_edit, may_write, signs_off
from congress.information.views.base import ItemMixin
from congress.organisations.access import AccessMixin
from congress.organisations.models import Organisation
from congress.organisations.roles import SECRETARY
from congress.organisations.rules import ChooseActor


class ItemCreateView(AccessMixin, View):
    """Begins a draft; an empty one that was begun before is taken up again."""

    roles = (SECRETARY,)
    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        try:
            actor = self.acting(may_write)
        except ChooseActor as choose:
            context = {"choose_actors": choose.actors}
            return render(request, "congress/information/choose.html", context)
        organisation = Organisation.objects.get(pk=actor.organisation_id)
        item = actions.begin_item(organisation, by=actor, at=timezone.now())
        return redirect("information:edit", item.pk)


class DeskMixin(ItemMixin):
    """An item that is on this person's desk; another state sends back to its page."""

    LATE = gettext_lazy("This item can no longer be edited.")

    roles = (SECRETARY,)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any):
        if self.actors and not any(may_edit(actor, self.item) for actor in self.actors):
            return self.not_on_the_desk(request)
        return super().dispatch(request, *args, **kwargs)

    def not_on_the_desk(self, request: HttpRequest) -> HttpResponse:
        messages.info(request, self.LATE)
        return redirect(self.get_success_url())

    def actor(self) -> Actor:
        """Posts in the same township give the same right: the first one acts."""
        return next(actor for actor in self.actors if may_edit(actor, self.item))


class ItemEditView(DeskMixin, FormView):
    """The form works without script; with it, it saves itself."""

    form_class = DraftForm
    template_name = "congress/information/edit.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        draft = Draft.objects.filter(item=self.item).first() or Draft(
            item=self.item,
            saved_at=timezone.now(),
            **{name: getattr(self.item, name) for name in Draft.TEXT_FIELDS},
        )
        kwargs = super().get_form_kwargs()
        initial = kwargs["initial"] | {"version": draft.version}
        return kwargs | {"instance": draft, "initial": initial}

    def form_valid(self, form: DraftForm) -> HttpResponse:
        actor, at = self.actor(), timezone.now()
        try:
            actions.edit_draft(
                self.item, version=form.cleaned_data["version"], by=actor, at=at, **form.text()
            )
            if self.request.POST.get("then") == "submit":
                return self._submit(form, actor, at)
        except Conflict as conflict:
            return self._conflict(form, conflict)
        except NotNow as not_now:
            return self._too_late(form, str(not_now))
        messages.success(self.request, _("The draft is saved."))
        return redirect("information:edit", self.item.pk)

    def not_on_the_desk(self, request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return super().not_on_the_desk(request)
        return self._too_late(self.get_form(), str(self.LATE))

    def _too_late(self, form: DraftForm, sentence: str) -> HttpResponse:
        """What was typed stays before the eyes, to be copied; it can no longer be sent."""
        form.add_error(None, sentence)
        return self.render_to_response(self.get_context_data(form=form, too_late=True), status=409)

    def _submit(self, form: DraftForm, actor, at) -> HttpResponse:
        try:
            item = actions.submit_item(self.item, by=actor, at=at)
        except ValidationError as error:
            for field, sentences in error.message_dict.items():
                form.add_error(field if field in form.fields else None, sentences)
            form.show_version(form.cleaned_data["version"] + 1)
            return self.form_invalid(form)
        messages.success(self.request, submitted_message(item))
        return redirect(self.get_success_url())

    def _conflict(self, form: DraftForm, conflict: Conflict) -> HttpResponse:
        """Both texts stay before the eyes; sending again keeps this one."""
        form.show_version(conflict.draft.version)
        return self.render_to_response(
            self.get_context_data(form=form, conflict=conflict.draft), status=409
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            item=self.item,
            signs_off=signs_off(self.item.organisation),
            last_return=self.item.returns.filter(undone_at=None).last(),
            attachments=self.item.attachments.all(),
            attachment_form=AttachmentForm(),
            user_id=self.request.user.pk,
            **kwargs,
        )


def submitted_message(item: Item) -> str:
    if item.state == "awaiting_sign_off":
        return _("Handed to the chair for signature.")
    return _("Submitted. The number is %(number)s.") % {"number": item.reference}


class AutosaveView(DeskMixin, FormView):
    """Answers `{"version", "saved_at"}`; 409 where another window has saved or the item has moved
    on, 400 where the form cannot be read."""

    form_class = DraftForm
    http_method_names = ["post"]

    def not_on_the_desk(self, request: HttpRequest) -> HttpResponse:
        return JsonResponse({"error": str(self.LATE)}, status=409)

    def form_valid(self, form: DraftForm) -> HttpResponse:
        at = timezone.now()
        try:
            version = actions.save_draft(
                self.item,
                version=form.cleaned_data["version"],
                by=self.actor(),
                at=at,
                **form.text(),
            )
        except (Conflict, NotNow) as error:
            return JsonResponse({"error": str(error)}, status=409)
        return JsonResponse({"version": version, "saved_at": at.isoformat()})

    def form_invalid(self, form: DraftForm) -> HttpResponse:
        return JsonResponse({"errors": form.errors}, status=400)


class AttachView(DeskMixin, FormView):
    form_class = AttachmentForm
    http_method_names = ["post"]

    def form_valid(self, form: AttachmentForm) -> HttpResponseRedirect:
        try:
            actions.attach_file(
                self.item, form.cleaned_data["file"], by=self.actor(), at=timezone.now()
            )
            messages.success(self.request, _("The file was added."))
        except ValidationError as error:
            messages.error(self.request, " ".join(error.messages))
        except NotNow as not_now:
            messages.error(self.request, str(not_now))
        return redirect("information:edit", self.item.pk)

    def form_invalid(self, form: AttachmentForm) -> HttpResponseRedirect:
        messages.error(self.request, " ".join(map(str, form.errors["file"])))
        return redirect("information:edit", self.item.pk)


class RemoveFileView(DeskMixin, View):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int, file: int) -> HttpResponse:
        files = ItemAttachment.objects.filter(item=self.item)
        attachment = get_object_or_404(files.select_related("item"), pk=file)
        if attachment.round_number is not None:
            raise PermissionDenied
        try:
            actions.remove_file(attachment, by=self.actor(), at=timezone.now())
            messages.success(request, _("The file was removed."))
        except NotNow as not_now:
            messages.error(request, str(not_now))
        return redirect("information:edit", self.item.pk)
