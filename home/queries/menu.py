"""The menu of the public site."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Concat
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.models import Page, Site

from congress.organisations.models import Deputy, Organisation
from congress.suggestions.rules import published
from home.addresses import addresses_below
from home.models import AboutPage, HomePage
from home.page_copies import kept


@dataclass(frozen=True)
class MenuLink:
    label: str
    url: str
    current: bool


@dataclass(frozen=True)
class Parts:
    """What a county's menu names: `title` and `url_path` of its pages, and what is no page of
    Wagtail."""

    pages: list[tuple[str, str]]
    has_suggestions: bool
    has_deputies: bool


def public_menu(request: HttpRequest) -> list[MenuLink]:
    """The front page and what its editors show in the menu; a list without any published page is
    left out, and so are suggestions and deputies where there are none. Empty before the site is
    opened."""
    site = Site.find_for_request(request)
    if site is None or site.root_page.specific_class is not HomePage:
        return []
    front = site.root_page
    parts = kept(f"menu-{front.pk}", lambda: _parts(front))
    address = addresses_below(front, request)
    front_url = address(front.url_path)
    links = [(title, address(url_path)) for title, url_path in parts.pages]
    if parts.has_suggestions:
        links.append(
            (pgettext("page title", "Deputies' suggestions"), reverse("public_suggestions"))
        )
    if parts.has_deputies:
        links.append((pgettext("page title", "Deputies"), reverse("public_deputies")))
    return [
        MenuLink(pgettext("page title", "Front page"), front_url, request.path == front_url),
        *(MenuLink(label, url, request.path.startswith(url)) for label, url in links),
        MenuLink(
            _("Townships and sub-districts"),
            f"{front_url}#townships",
            request.path.startswith(f"{front_url}township-"),
        ),
    ]


def _parts(front: Page) -> Parts:
    pages = front.get_children().live().in_menu().filter(_is_filled())
    of_county = Q(congress=OuterRef("pk")) | Q(congress__parent=OuterRef("pk"))
    deputies = Deputy.objects.running(timezone.localdate()).filter(of_county)
    beside = Organisation.objects.filter(home_page=front).values_list(
        Exists(published().filter(of_county)), Exists(deputies)
    )
    return Parts(list(pages.values_list("title", "url_path")), *beside.get())


def _is_filled() -> Q:
    """A page below it is published, or it is a text itself. The keys below a page's path lie
    between it and its longest continuation, which an index finds."""
    below = Page.objects.live().filter(
        path__gt=OuterRef("path"), path__lt=Concat(OuterRef("path"), Value("ZZZZZ"))
    )
    return Q(Exists(below)) | Q(content_type=ContentType.objects.get_for_model(AboutPage))
