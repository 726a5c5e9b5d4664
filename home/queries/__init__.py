"""What the frame of every page asks of the site; all of it works before there is any."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef
from django.db.models.functions import Cast
from django.http import HttpRequest
from wagtail.models import Page, PageQuerySet, Site, WorkflowState

from congress.audit.actors import Actor
from congress.information.models import Item
from congress.organisations.models import User
from home.models import NewsIndexPage, NewsPage, ReviewedPage, SiteSettings
from home.models.news import NewsQuerySet
from home.page_copies import kept
from home.review.checking import types
from home.rules import may_press, news_visible_to

FOOTER = ("sponsor", "operator", "contact", "icp", "police", "site_code")


@dataclass(frozen=True)
class SiteNames:
    name: str
    owner: str


@dataclass(frozen=True)
class PressedItem:
    """What has become of an item in one section: no page yet, a draft, or a published page."""

    section: str
    adopted: bool
    page: NewsPage | None


def site_names(request: HttpRequest) -> SiteNames:
    own = _settings(request)
    return SiteNames(own.name or settings.WAGTAIL_SITE_NAME, own.owner)


def footer_of(request: HttpRequest) -> dict[str, str]:
    own = _settings(request)
    return {name: getattr(own, name) for name in FOOTER}


def newest_texts(above: Page) -> PageQuerySet:
    """The published texts below a page of the site, by the day on which they first were."""
    texts = Page.objects.live().descendant_of(above).type(*types())
    return texts.order_by("-first_published_at", "-pk").defer_streamfields().specific()


def _settings(request: HttpRequest) -> SiteSettings:
    """The site's settings, asked once a request and never made by reading them."""
    name = SiteSettings.get_cache_attr_name()
    if not hasattr(request, name):
        found = kept(f"settings-{request.get_host()}", lambda: _read_settings(request))
        setattr(request, name, found)
    return getattr(request, name)


def _read_settings(request: HttpRequest) -> SiteSettings:
    site = Site.find_for_request(request)
    return SiteSettings.objects.filter(site=site).first() or SiteSettings()


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
