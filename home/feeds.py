"""What is new on the site, for readers of feeds: the county's whole site, or one part of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from congress.web.public_pages import public
from home.models import ReviewedPage
from home.queries import newest_texts, site_names

LENGTH = 30


@dataclass(frozen=True)
class Channel:
    """`above` is the page below which the texts stand."""

    request: HttpRequest
    title: str
    above: Page


@dataclass(frozen=True)
class Entry:
    page: ReviewedPage
    url: str


class SiteFeed(Feed):
    """Without `part` the whole site with its townships; with it the part of the front page that
    has this name in its address, such as `news` or `township-5`."""

    def __call__(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        return public(super().__call__(request, *args, **kwargs))

    def get_object(self, request: HttpRequest, part: str = "") -> Channel:
        site, name = Site.find_for_request(request), site_names(request).name
        if site is None:
            raise Http404
        if not part:
            return Channel(request, name, site.root_page)
        parts = Page.objects.live().child_of(site.root_page)
        above = get_object_or_404(parts, slug=part)
        return Channel(request, f"{above.title} - {name}", above)

    def title(self, channel: Channel) -> str:
        return channel.title

    def link(self, channel: Channel) -> str:
        return channel.above.get_full_url(channel.request)

    def description(self, channel: Channel) -> str:
        return _("What is new: %(title)s") % {"title": channel.title}

    def items(self, channel: Channel) -> Iterator[Entry]:
        for page in newest_texts(channel.above)[:LENGTH]:
            yield Entry(page, page.get_full_url(channel.request))

    def item_title(self, entry: Entry) -> str:
        return entry.page.title

    def item_description(self, entry: Entry) -> str:
        return getattr(entry.page, "summary", "") or entry.page.search_description

    def item_link(self, entry: Entry) -> str:
        return entry.url

    def item_pubdate(self, entry: Entry) -> datetime | None:
        return entry.page.first_published_at
