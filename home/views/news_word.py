"""News from Word: a file in, a clean draft out."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from congress.files.word.reading import read_word
from congress.organisations.models import Organisation
from home.actions import news_from_word
from home.forms.word import WordForm
from home.views.news_writing import WritingView


class NewsWordView(WritingView):
    """Whatever cannot be taken is refused with a sentence beside the field."""

    form_class = WordForm
    template_name = "home/news/word.html"

    def begin(self, form: WordForm, organisation: Organisation, **act: Any) -> HttpResponse:
        file = form.cleaned_data["file"]
        page, warnings = news_from_word(organisation, read_word(file), name=file.name, **act)
        messages.success(self.request, _("The draft is made. Please read it through."))
        for warning in warnings:
            messages.warning(self.request, warning)
        return redirect("home:news_edit", page.pk)

    def tell(self, form: WordForm, error: Any) -> None:
        form.add_error("file", error.messages)
