"""What the frame of every page asks of the site; all of it works before there is any."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, Q, Value
from django.db.models.functions import Cast, Concat
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.models import Page, PageQuerySet, Site, WorkflowState

from congress.audit.actors import Actor
from congress.information.models import Item
from congress.organisations.models import Deputy, Organisation, User
from congress.suggestions.rules import published
from home.addresses import addresses_below
from home.models import AboutPage, HomePage, NewsIndexPage, NewsPage, ReviewedPage, SiteSettings
from home.models.news import NewsQuerySet
from home.review.checking import types
from home.rules import may_press, news_visible_to

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


@dataclass(frozen=True)
class PressedItem:
    """What has become of an item in one section: no page yet, a draft, or a published page."""

    section: str
    adopted: bool
    page: NewsPage | None


def site_names(request: HttpRequest) -> SiteNames:
    kept = _settings(request)
    return SiteNames(kept.name or settings.WAGTAIL_SITE_NAME, kept.owner)


def footer_of(request: HttpRequest) -> dict[str, str]:
    kept = _settings(request)
    return {name: getattr(kept, name) for name in FOOTER}


def public_menu(request: HttpRequest) -> list[MenuLink]:
    """The front page and what its editors show in the menu; a list without any published page is
    left out. Empty before the site is opened."""
    site = Site.find_for_request(request)
    if site is None or site.root_page.specific_class is not HomePage:
        return []
    front = site.root_page
    address = addresses_below(front, request)
    pages = front.get_children().live().in_menu().filter(_is_filled())
    shown = [(title, address(path)) for title, path in pages.values_list("title", "url_path")]
    links = [MenuLink(title, url, request.path.startswith(url)) for title, url in shown]
    front_url = address(front.url_path)
    first = MenuLink(pgettext("page title", "Front page"), front_url, request.path == front_url)
    in_township = request.path.startswith(f"{front_url}township-")
    townships = MenuLink(_("Townships and sub-districts"), f"{front_url}#townships", in_township)
    return [first, *links, *_beside(site.root_page_id, request), townships]


def _beside(front: int, request: HttpRequest) -> list[MenuLink]:
    """What is no page of Wagtail: suggestions and deputies, where there are any."""
    of_county = Q(congress=OuterRef("pk")) | Q(congress__parent=OuterRef("pk"))
    deputies = Deputy.objects.running(timezone.localdate()).filter(of_county)
    shown = Organisation.objects.filter(home_page=front).values_list(
        Exists(published().filter(of_county)), Exists(deputies)
    )
    has_suggestions, has_deputies = shown.get()
    parts = [
        (has_suggestions, pgettext("page title", "Deputies' suggestions"), "public_suggestions"),
        (has_deputies, pgettext("page title", "Deputies"), "public_deputies"),
    ]
    links = [(label, reverse(name)) for is_there, label, name in parts if is_there]
    return [MenuLink(label, url, request.path.startswith(url)) for label, url in links]


def _is_filled() -> Q:
    """A page below it is published, or it is a text itself. The keys below a page's path lie
    between it and its longest continuation, which an index finds."""
    below = Page.objects.live().filter(
        path__gt=OuterRef("path"), path__lt=Concat(OuterRef("path"), Value("ZZZZZ"))
    )
    return Q(Exists(below)) | Q(content_type=ContentType.objects.get_for_model(AboutPage))


def newest_texts(above: Page) -> PageQuerySet:
    """The published texts below a page of the site, by the day on which they first were."""
    texts = Page.objects.live().descendant_of(above).type(*types())
    return texts.order_by("-first_published_at", "-pk").defer_streamfields().specific()


def _settings(request: HttpRequest) -> SiteSettings:
    """The site's settings, asked once a request and never made by reading them."""
    name = SiteSettings.get_cache_attr_name()
    if not hasattr(request, name):
        site = Site.find_for_request(request)
        kept = SiteSettings.objects.filter(site=site).first() if site else None
        setattr(request, name, kept or SiteSettings())
    return getattr(request, name)


def pressed_item(item: Item, actors: Iterable[Actor]) -> PressedItem | None:
    """The item in the section of the first of the actors who may press it; None where none may,
    where the section is not open, or where there is neither a page nor anything to press."""
    actor = next((actor for actor in actors if may_press(actor, item)), None)
    if actor is None or not NewsIndexPage.objects.filter(section=actor.organisation_id).exists():
        return None
    pages = NewsPage.objects.in_section(actor.organisation_id)
    page = pages.filter(origin=item.reference).first() if item.reference else None
    adopted = item.state == "adopted"
    if page is None and not adopted:
        return None
    return PressedItem(actor.organisation_name, adopted, page)


def newest_drafts(user: User, limit: int) -> list[ReviewedPage]:
    """The reviewed pages with changes that are not published, in the person's sections."""
    found: list[ReviewedPage] = []
    for model in types():
        drafts = model.objects.of_editors(user).filter(has_unpublished_changes=True)
        newest = drafts.select_related("section").order_by("-latest_revision_created_at", "-pk")
        found += newest[:limit]
    found.sort(key=lambda page: (page.latest_revision_created_at, page.pk), reverse=True)
    return found[:limit]


def listed_news(actors: Iterable[Actor]) -> NewsQuerySet:
    """The news of the actors' sections as the list shows them, with `in_review`."""
    pages = ContentType.objects.get_for_model(Page)
    reviews = WorkflowState.objects.filter(
        base_content_type=pages,
        object_id=Cast(OuterRef("pk"), CharField()),
        status=WorkflowState.STATUS_IN_PROGRESS,
    )
    rows = news_visible_to(actors).annotate(in_review=Exists(reviews))
    return rows.select_related("section", "latest_revision__user")
