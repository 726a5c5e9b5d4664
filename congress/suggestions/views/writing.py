"""Writing: one page for the text, saved by itself; then the page on which it is checked."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView

from congress.audit.actors import Actor
from congress.flow.moves import NotNow
from congress.organisations.access import AccessMixin
from congress.organisations.acts import with_refusal
from congress.organisations.models import CongressSession, Deputy
from congress.organisations.models.organisations import Kind
from congress.organisations.roles import DEPUTY
from congress.suggestions import actions
from congress.suggestions.actions import Conflict
from congress.suggestions.forms.entry import PaperForm, SuggestionForm
from congress.suggestions.models import Suggestion, SuggestionFile
from congress.suggestions.queries.own import entered, remark_on
from congress.suggestions.rules import may_edit
from congress.suggestions.states.entry import OFFICE
from congress.suggestions.views.entry_base import EntryMixin

LATER = "later"


class WritingMixin(FormView):
    """Saves and goes on to the check, or only saves; what was typed is never lost."""

    form_class: type[SuggestionForm] = SuggestionForm
    template_name = "congress/suggestions/write.html"

    def form_valid(self, form: SuggestionForm) -> HttpResponse:
        try:
            suggestion = self.save(form)
        except Conflict as conflict:
            form.show_edition(conflict.suggestion.edition)
            context = self.get_context_data(form=form, conflict=conflict.suggestion)
            return self.render_to_response(context, status=409)
        except NotNow as not_now:
            form.add_error(None, str(not_now))
            return self.render_to_response(self.get_context_data(form=form), status=409)
        except ValidationError as error:
            return self.form_invalid(with_refusal(form, error))
        if self.request.POST.get("then") == LATER:
            messages.success(self.request, _("Kept. You can go on writing at any time."))
            return redirect("suggestions:edit", suggestion.pk)
        return redirect("suggestions:submit", suggestion.pk)

    def save(self, form: SuggestionForm) -> Suggestion:
        raise NotImplementedError

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(user_id=self.request.user.pk, **kwargs)


class SuggestionCreateView(AccessMixin, WritingMixin):
    """A deputy's new suggestion, to the congress of a running mandate."""

    roles = (DEPUTY,)

    @property
    def mandates(self) -> QuerySet[Deputy]:
        rows = Deputy.objects.filter(user=self.request.user.pk).running(self.today)
        levels = (Kind.TOWNSHIP, Kind.COUNTY)
        return rows.filter(congress__kind__in=levels).select_related("congress", "term")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"mandates": self.mandates}

    def save(self, form: SuggestionForm) -> Suggestion:
        lead = form.cleaned_data.get("lead") or self.mandates.first()
        if lead is None:
            raise PermissionDenied
        by = next(actor for actor in self.actors if actor.organisation_id == lead.congress_id)
        files = form.cleaned_data["photos"]
        return actions.draft_with_files(
            lead.congress, lead=lead, files=files, by=by, at=timezone.now(), **form.text()
        )


class SuggestionEnterView(AccessMixin, WritingMixin):
    """On behalf of a deputy, from a signed paper."""

    roles = OFFICE
    form_class = PaperForm

    def get_form_kwargs(self) -> dict[str, Any]:
        rows = Deputy.objects.running(self.today).filter(congress=self.organisation)
        more = {
            "deputies": rows.select_related("user", "group", "term").order_by("group", "pk"),
            "sessions": CongressSession.objects.filter(term__congress=self.organisation),
        }
        return super().get_form_kwargs() | more

    def save(self, form: SuggestionForm) -> Suggestion:
        return actions.draft_with_files(
            self.organisation,
            lead=form.cleaned_data["lead"],
            files=form.cleaned_data["scan"],
            purpose=SuggestionFile.Purpose.PAPER,
            by=self.actors[0],
            at=timezone.now(),
            **form.text(),
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        begun = entered(self.actors, OFFICE)
        return super().get_context_data(on_behalf=True, begun=begun, **kwargs)


class DeskMixin(EntryMixin):
    """A text that is on this person's desk."""

    LATE = gettext_lazy("This suggestion can no longer be changed.")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.actors and self.suggestion.state != "draft":
            return self.not_on_the_desk(request)
        return super().dispatch(request, *args, **kwargs)

    def not_on_the_desk(self, request: HttpRequest) -> HttpResponse:
        messages.info(request, self.LATE)
        return redirect(self.get_success_url())

    def by(self) -> Actor:
        return self.acting(lambda actor: may_edit(actor, self.suggestion))


class SuggestionEditView(DeskMixin, WritingMixin):
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.actors and self.suggestion.state == "draft":
            self.by()
        return super().dispatch(request, *args, **kwargs)

    def not_on_the_desk(self, request: HttpRequest) -> HttpResponse:
        """What was typed stays before the eyes, to be copied; it can no longer be sent."""
        if request.method != "POST":
            return super().not_on_the_desk(request)
        form = self.get_form()
        form.add_error(None, str(self.LATE))
        context = self.get_context_data(form=form, too_late=True)
        return self.render_to_response(context, status=409)

    def get_form_class(self) -> type[SuggestionForm]:
        return PaperForm if self.suggestion.entered_by else SuggestionForm

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        initial = {"version": self.suggestion.edition} | kwargs["initial"]
        kwargs |= {"instance": self.suggestion, "initial": initial}
        if self.suggestion.entered_by:
            sessions = CongressSession.objects.filter(term=self.suggestion.term_id)
            kwargs |= {"deputies": Deputy.objects.none(), "sessions": sessions}
        return kwargs

    def save(self, form: SuggestionForm) -> Suggestion:
        return actions.edit_suggestion(
            self.suggestion,
            edition=form.cleaned_data["version"] or 0,
            by=self.by(),
            at=timezone.now(),
            **form.text(),
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            on_behalf=bool(self.suggestion.entered_by),
            remark=remark_on(self.suggestion),
            **kwargs,
        )


class SuggestionAutosaveView(SuggestionEditView):
    """Answers `{"version", "saved_at"}`; 409 where another window has saved or the text is off the
    desk, 400 where the form cannot be read."""

    http_method_names = ["post"]

    def not_on_the_desk(self, request: HttpRequest) -> HttpResponse:
        return JsonResponse({"error": str(self.LATE)}, status=409)

    def get_form(self, form_class: Any = None) -> SuggestionForm:
        form = super().get_form(form_class)
        form.fields["title"].required = False
        return form

    def form_valid(self, form: SuggestionForm) -> HttpResponse:
        edition = form.cleaned_data["version"] or 0
        saved = actions.autosave_suggestion(
            self.suggestion, edition=edition, by=self.by(), **form.text()
        )
        if saved is None:
            return JsonResponse({"error": str(self.LATE)}, status=409)
        return JsonResponse({"version": saved, "saved_at": timezone.now().isoformat()})

    def form_invalid(self, form: SuggestionForm) -> HttpResponse:
        return JsonResponse({"errors": form.errors}, status=400)
