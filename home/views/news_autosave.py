"""A draft that saves itself while it is typed."""

from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import JsonResponse
from django.utils import timezone
from django.views.generic import FormView

from home.actions import NewsClosed, NewsConflict, save_news
from home.forms.draft import NewsDraftForm
from home.views.news_draft import DraftMixin


class NewsAutosaveView(DraftMixin, FormView):
    """Answers `{"version", "saved_at"}`; 409 where another window has saved or the page can no
    longer be written on, 400 where the form cannot be kept. Nothing is removed and no file is
    taken before the person presses the button."""

    http_method_names = ["post"]

    def form_valid(self, form: NewsDraftForm) -> JsonResponse:
        at = timezone.now()
        try:
            version = self.save(form, at)
        except (NewsConflict, NewsClosed) as error:
            return JsonResponse({"error": str(error)}, status=409)
        except ValidationError as error:
            return JsonResponse({"error": " ".join(error.messages)}, status=400)
        return JsonResponse({"version": version, "saved_at": at.isoformat()})

    def save(self, form: NewsDraftForm, at) -> int:
        if not self.is_writable:
            raise NewsClosed
        return save_news(
            self.page,
            version=form.cleaned_data["version"],
            rows=self.typed_rows(form, removing=False),
            by=self.actor(),
            at=at,
            **form.fields_of_page(),
        )

    def form_invalid(self, form: Form) -> JsonResponse:
        return JsonResponse({"errors": form.errors}, status=400)
