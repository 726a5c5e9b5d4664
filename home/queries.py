"""What the frame of every page asks of the site; all of it works before there is any."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Site

from home.models import SiteSettings

FOOTER = ("sponsor", "operator", "contact", "icp", "police", "site_code")


@dataclass(frozen=True)
class SiteNames:
    name: str
    owner: str


@dataclass(frozen=True)
class MenuLink:
    label: str
    url: str
    current: bool


def site_names(request: HttpRequest) -> SiteNames:
    kept = _settings(request)
    return SiteNames(kept.name or settings.WAGTAIL_SITE_NAME, kept.owner)


def footer_of(request: HttpRequest) -> dict[str, str]:
    kept = _settings(request)
    return {name: getattr(kept, name) for name in FOOTER}


def public_menu(request: HttpRequest) -> list[MenuLink]:
    """The front page and what its editors show in the menu; empty before the site is opened."""
    site = Site.find_for_request(request)
    if site is None or site.root_page.content_type.model != "homepage":
        return []
    front = site.root_page
    pages = list(front.get_children().live().in_menu())
    links = [
        MenuLink(p.title, p.get_url(request) or "/", request.path.startswith(p.get_url(request)))
        for p in pages
    ]
    first = MenuLink(_("Front page"), "/", request.path == "/")
    return [first, *links]


def _settings(request: HttpRequest) -> SiteSettings:
    """The site's settings, asked once a request and never made by reading them."""
    name = SiteSettings.get_cache_attr_name()
    if not hasattr(request, name):
        site = Site.find_for_request(request)
        kept = SiteSettings.objects.filter(site=site).first() if site else None
        setattr(request, name, kept or SiteSettings())
    return getattr(request, name)
