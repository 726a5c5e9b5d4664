"""Photos, scans and enclosures."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import View

from congress.flow.moves import NotNow
from congress.organisations.access import PrivateFileView
from congress.suggestions import actions
from congress.suggestions.forms.entry import PhotoForm
from congress.suggestions.models import SuggestionFile
from congress.suggestions.rules import READERS, files_visible_to
from congress.suggestions.views.base import SignatoryMixin
from congress.suggestions.views.writing import DeskMixin


class AttachView(DeskMixin, View):
    """To the draft, several at once; of what the office enters it is the signed paper."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        by, form = self.by(), PhotoForm(request.POST, request.FILES)
        purpose = SuggestionFile.Purpose.PHOTO
        if self.suggestion.entered_by:
            purpose = SuggestionFile.Purpose.PAPER
        try:
            if form.is_valid():
                for file in form.cleaned_data["photos"]:
                    actions.attach_to_draft(
                        self.suggestion, file, purpose=purpose, by=by, at=timezone.now()
                    )
                messages.success(request, _("The files are added."))
            else:
                messages.error(request, " ".join(map(str, form.errors["photos"])))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        except NotNow as not_now:
            messages.error(request, str(not_now))
        return redirect("suggestions:submit", pk)


class RemoveFileView(DeskMixin, View):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int, file: int) -> HttpResponse:
        by = self.by()
        row = get_object_or_404(self.suggestion.files.select_related("suggestion"), pk=file)
        try:
            actions.remove_from_draft(row, by=by, at=timezone.now())
            messages.success(request, _("The file is removed."))
        except NotNow as not_now:
            messages.error(request, str(not_now))
        return redirect("suggestions:submit", pk)


class SuggestionFileView(SignatoryMixin, PrivateFileView):
    """By the rule of its record's page."""

    roles = READERS

    def get_file_owner(self) -> tuple[Any, SuggestionFile]:
        files = files_visible_to(self.actors).select_related("suggestion")
        row = get_object_or_404(files, pk=self.kwargs["file"], suggestion=self.kwargs["pk"])
        if not row.file.storage.exists(str(row.file.name)):
            raise Http404
        return row.suggestion, row
