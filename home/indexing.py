"""What search engines are told of the site."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.contrib.sitemaps.views import sitemap as wagtails_sitemap
from wagtail.models import Site

from congress.web.public_pages import public

# Nothing there is public or worth finding.
CLOSED = ("account", "admin", "elder", "g", "health", "l", "search", "work")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """The live pages of the site that is asked."""
    return public(wagtails_sitemap(request))


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", *(f"Disallow: /{path}/" for path in CLOSED)]
    site = Site.find_for_request(request)
    if site:
        lines += ["", f"Sitemap: {site.root_url}/sitemap.xml"]
    return public(HttpResponse("\n".join([*lines, ""]), content_type="text/plain"))
