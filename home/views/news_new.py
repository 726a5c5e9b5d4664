"""A piece of news typed from the beginning."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from congress.organisations.models import Organisation
from home.actions import begin_news
from home.forms.news import NewsTextForm
from home.plain.bodies import rows_of
from home.views.news_parts import files_of
from home.views.news_writing import WritingView


class NewsCreateView(WritingView):
    form_class = NewsTextForm
    template_name = "home/news/new.html"

    def get_initial(self) -> dict[str, Any]:
        actor = self.actors[0]
        return {"published_on": self.today, "source": actor.organisation_name, "author": actor.name}

    @transaction.atomic
    def begin(self, form: NewsTextForm, organisation: Organisation, **act: Any) -> HttpResponse:
        """Files and text stand or fall together."""
        fields, attached = files_of(form, organisation, **act)
        rows = [*rows_of(form.cleaned_data["text"], {}), *attached]
        page = begin_news(organisation, rows=rows, **form.fields_of_page(), **fields, **act)
        messages.success(self.request, _("The draft is saved."))
        return redirect("home:news_edit", page.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(user_id=self.request.user.pk, **kwargs)
