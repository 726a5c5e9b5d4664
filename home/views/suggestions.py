"""The public pages of suggestions: what is published, by the consent of the lead deputy."""

from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.generic import TemplateView

from congress.organisations.models import Organisation
from congress.suggestions.models import Suggestion
from congress.suggestions.queries.published import listed, public_page, public_tone, published_in
from congress.suggestions.states import SUGGESTION
from congress.web.lists import FilteredListView
from home.models.base import Crumb
from home.suggestion_filters import PublishedFilter
from home.views.public import KeptMixin


def list_title() -> str:
    return pgettext("page title", "Deputies' suggestions")


class PublishedListView(KeptMixin, FilteredListView):
    filterset_class = PublishedFilter
    template_name = "home/suggestions/list.html"
    table_template_name = "home/suggestions/_rows.html"
    paginate_by = 20
    orders = {"newest": ("-registered_at", "-pk")}

    @property
    def queryset(self) -> QuerySet[Suggestion]:
        return listed(self.county.pk)

    def page_title(self) -> str:
        return list_title()

    def get_filterset_kwargs(self) -> dict[str, Any]:
        rows = published_in(self.county.pk)
        places = Organisation.objects.filter(pk__in=rows.order_by().values("congress"))
        years = rows.order_by().dates("registered_at", "year", order="DESC")
        return {"places": places.order_by("position", "pk"), "years": [day.year for day in years]}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        states = [(row, SUGGESTION.state(row.state)) for row in context["object_list"]]
        rows = [(row, state.public_label, public_tone(state)) for row, state in states]
        asked = any(self.filterset.form.data.get(name) for name in self.filterset.filters)
        if context["page_obj"].number > 1:
            context["canonical"] += f"?page={context['page_obj'].number}"
        return context | {"rows": rows, "asked": asked}


class PublishedView(KeptMixin, TemplateView):
    template_name = "home/suggestions/detail.html"

    @cached_property
    def suggestion(self) -> Suggestion:
        rows = published_in(self.county.pk).select_related("congress")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def page_title(self) -> str:
        return self.suggestion.title

    def above(self) -> list[Crumb]:
        return [Crumb(list_title(), reverse("public_suggestions"))]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = public_page(self.suggestion, self.today)
        return super().get_context_data(suggestion=page, **kwargs)
