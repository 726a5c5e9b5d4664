"""The search page, open to everybody."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.models import Site

from congress.audit.actors import Actor
from congress.organisations.access import actors_on_request
from home.models import HomePage
from home.search.asking import asked_by
from home.search.pills import rows_of
from home.search.results import find


class SearchView(TemplateView):
    """In the workspace's frame for whoever holds a post, in the site's for all others. Never kept
    by a cache: the answer depends on the reader."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().get(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        return actors_on_request(self.request) if self.request.user.is_authenticated else ()

    @cached_property
    def front(self) -> HomePage | None:
        site = Site.find_for_request(self.request)
        return HomePage.objects.filter(pk=site.root_page_id).first() if site else None

    def get_template_names(self) -> list[str]:
        return ["home/search_workspace.html" if self.actors else "home/search.html"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = find(
            asked_by(self.request.GET),
            request=self.request,
            front=self.front,
            actors=self.actors,
            today=timezone.localdate(),
        )
        return super().get_context_data(found=found, rows=rows_of(found), **kwargs)
