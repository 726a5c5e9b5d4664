"""The plain form of a draft."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import FormView

from home.actions import NewsClosed, NewsConflict, save_news
from home.forms.draft import NewsDraftForm
from home.models import NewsPage
from home.news_rows import rows_of_page
from home.news_states import missing_for_review, version_of
from home.pictures import light_rendition
from home.plain.texts import text_of
from home.views.news_draft import DraftMixin
from home.views.news_parts import files_of
from home.views.news_shown import shown_parts, shown_state
from home.views.news_writing import tell


class NewsEditView(DraftMixin, FormView):
    """The form works without script; with it, it saves itself. A page that is published, in review
    or beyond plain text is shown with the ways to it."""

    template_name = "home/news/edit.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.is_writable:
            context = shown_state(self.page, self.draft, self.rows)
            return render(request, "home/news/closed.html", context)
        return super().get(request, *args, **kwargs)

    def form_valid(self, form: NewsDraftForm) -> HttpResponse:
        try:
            self.save(form)
        except ValidationError as error:
            tell(form, error)
            return self.form_invalid(form)
        except NewsConflict as conflict:
            return self._conflict(form, conflict.draft)
        except NewsClosed as closed:
            return self._too_late(form, str(closed))
        return self.saved()

    @transaction.atomic
    def save(self, form: NewsDraftForm) -> int:
        """Files and text stand or fall together."""
        if not self.is_writable:
            raise NewsClosed
        actor, at = self.actor(), timezone.now()
        fields, attached = files_of(form, self.page.section, by=actor, at=at)
        if form.cleaned_data.get("remove_cover") and "cover" not in fields:
            fields = {"cover": None, "cover_alternative": ""}
        return save_news(
            self.page,
            version=form.cleaned_data["version"],
            rows=[*self.typed_rows(form, removing=True), *attached],
            by=actor,
            at=at,
            **form.fields_of_page() | fields,
        )

    def saved(self) -> HttpResponse:
        """What follows a saving by hand: a draft that lacks nothing goes on to its review."""
        messages.success(self.request, _("The draft is saved."))
        if self.request.POST.get("then") == "review":
            draft = NewsPage.objects.get(pk=self.page.pk).get_latest_revision_as_object()
            missing = next(missing_for_review(draft, rows_of_page(draft)), "")
            if not missing:
                return redirect("home:review", self.page.pk)
            messages.warning(self.request, missing)
        return redirect("home:news_edit", self.page.pk)

    def _conflict(self, form: NewsDraftForm, draft: NewsPage) -> HttpResponse:
        """Both texts stay before the eyes; sending again keeps this one."""
        form.show_version(version_of(draft))
        saved = {"title": draft.title, "text": text_of(rows_of_page(draft))}
        context = self.get_context_data(form=form, conflict=saved)
        return self.render_to_response(context, status=409)

    def _too_late(self, form: NewsDraftForm, sentence: str) -> HttpResponse:
        """What was typed stays before the eyes, to be copied; it can no longer be sent."""
        form.add_error(None, sentence)
        context = self.get_context_data(form=form, too_late=True)
        return self.render_to_response(context, status=409)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        shown = shown_state(self.page, self.draft, self.rows)
        return (
            context
            | shown
            | {
                "parts": list(shown_parts(context["form"])),
                "cover": light_rendition(self.draft.cover, "width-380"),
                "saved_at": self.page.latest_revision_created_at,
                "user_id": self.request.user.pk,
            }
        )
