"""What search engines are told of the site."""

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.contrib.sitemaps import Sitemap as PagesSitemap
from wagtail.contrib.sitemaps.views import sitemap as wagtails_sitemap
from wagtail.models import Site

from congress.suggestions.queries.published import published_in
from congress.web.public_pages import public
from home.models import HomePage
from home.queries.deputies import deputies_in

# Nothing there is public or worth finding.
CLOSED = ("account", "admin", "elder", "g", "health", "l", "search", "work")
LISTS = {"public_suggestion": "public_suggestions", "public_deputy": "public_deputies"}


class AddressSitemap(Sitemap):
    """Pages of one kind that are none of Wagtail's."""

    def __init__(self, addresses: list[str]) -> None:
        self.addresses = addresses

    def items(self) -> list[str]:
        return self.addresses

    def location(self, item: str) -> str:
        return item


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """The live pages of the site that is asked, its suggestions and its deputies."""
    kinds: dict[str, Sitemap] = {"pages": PagesSitemap(request)}
    site = Site.find_for_request(request)
    front = HomePage.objects.filter(pk=site.root_page_id).first() if site else None
    if front:
        suggestions = published_in(front.county_id).order_by("-registered_at", "-pk")
        deputies = deputies_in(front.county_id, timezone.localdate()).order_by("pk")
        kinds["suggestions"] = AddressSitemap(_addresses("public_suggestion", suggestions))
        kinds["deputies"] = AddressSitemap(_addresses("public_deputy", deputies))
    return public(wagtails_sitemap(request, kinds))


def _addresses(name: str, rows: QuerySet) -> list[str]:
    """The list itself where there is anything on it, and each page."""
    pages = [reverse(name, args=[pk]) for pk in rows.values_list("pk", flat=True)]
    return [reverse(LISTS[name]), *pages] if pages else []


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", *(f"Disallow: /{path}/" for path in CLOSED)]
    site = Site.find_for_request(request)
    if site:
        lines += ["", f"Sitemap: {site.root_url}/sitemap.xml"]
    return public(HttpResponse("\n".join([*lines, ""]), content_type="text/plain"))
