"""Addresses of many pages at once."""

from collections.abc import Callable

from django.http import HttpRequest
from django.utils.encoding import iri_to_uri
from wagtail.models import Page


def addresses_below(above: Page, request: HttpRequest) -> Callable[[str], str]:
    """A function from the `url_path` of a page at or below this one to its address. Wagtail would
    look for the site anew for each, and needs the page itself."""
    start, skipped = above.get_url(request) or "/", len(above.url_path)
    return lambda url_path: f"{start}{iri_to_uri(url_path[skipped:])}"
