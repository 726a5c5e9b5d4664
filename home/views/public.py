"""What the public pages that are no pages of Wagtail share: the county of the site that is asked,
the crumbs, the one address."""

from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import pgettext
from wagtail.models import Site

from congress.organisations.models import Organisation
from congress.web.public_pages import public
from home.models import HomePage
from home.models.base import Crumb


class PublicMixin:
    """404 before a site is opened. Nothing of another county is in sight."""

    request: HttpRequest

    @cached_property
    def site(self) -> Site:
        site = Site.find_for_request(self.request)
        if site is None:
            raise Http404
        return site

    @cached_property
    def county(self) -> Organisation:
        rows = HomePage.objects.filter(pk=self.site.root_page_id).select_related("county")
        front = rows.first()
        if front is None:
            raise Http404
        return front.county

    @cached_property
    def today(self) -> Any:
        return timezone.localdate()

    def above(self) -> list[Crumb]:
        """Between the front page and this one."""
        return []

    def page_title(self) -> str:
        raise NotImplementedError

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        front = Crumb(pgettext("page title", "Front page"), "/")
        title = self.page_title()
        return super().get_context_data(  # type: ignore[misc]
            page_title=title,
            crumbs=[front, *self.above(), Crumb(title, "")],
            canonical=f"{self.site.root_url}{self.request.path}",
            **kwargs,
        )


class KeptMixin(PublicMixin):
    """The same for everybody until an act says that a public page changed."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return public(super().dispatch(request, *args, **kwargs))  # type: ignore[misc]
