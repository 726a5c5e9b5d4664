"""The front page of a county's site."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel

from congress.organisations.models import Organisation
from home.addresses import addresses_below
from home.models.base import FramePage
from home.models.news import NewsPage, NewsQuerySet
from home.models.townships import TownshipPage
from home.pictures import light_rendition

COUNTY_NEWS = 7
TOWNSHIP_NEWS = 8


@dataclass(frozen=True)
class NewsLine:
    title: str
    url: str
    day: date
    section: str = ""


class HomePage(FramePage):
    county = models.OneToOneField(
        Organisation, on_delete=models.PROTECT, related_name="home_page", editable=False
    )
    intro = models.TextField(
        pgettext_lazy("home page", "introduction"),
        max_length=300,
        blank=True,
        help_text=_("One or two sentences about the site, shown above the news; may be empty."),
    )

    is_creatable = False
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "home.NewsIndexPage",
        "home.StudyIndexPage",
        "home.LawIndexPage",
        "home.AboutPage",
        "home.TownshipPage",
    ]
    promote_panels: ClassVar = []
    content_panels: ClassVar = [FieldPanel("title"), FieldPanel("intro")]

    class Meta:
        verbose_name = _("home page of a county")

    def townships(self) -> QuerySet[TownshipPage, tuple[str, str, int]]:
        """Title, `url_path` and number of published news of each township, in the county's
        order."""
        published = Count("organisation__news", filter=Q(organisation__news__live=True))
        pages = TownshipPage.objects.live().filter(organisation__parent=self.county_id)
        ordered = pages.order_by("organisation__position", "organisation_id")
        return ordered.values_list("title", "url_path").annotate(news_count=published)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The lead is the newest of the latest news with a picture, else the newest. The news of
        the county stand in one list, which is `more`."""
        address = addresses_below(self, request)
        live = NewsPage.objects.live().newest()
        news = list(live.in_section(self.county_id).select_related("cover")[:COUNTY_NEWS])
        lead = next((page for page in news if page.cover_id), news[0] if news else None)
        return super().get_context(request, *args, **kwargs) | {
            "lead": lead,
            "lead_url": address(lead.url_path) if lead else "",
            "lead_picture": light_rendition(lead.cover, "fill-520x392") if lead else None,
            "news": [
                NewsLine(page.title, address(page.url_path), page.published_on)
                for page in news
                if page is not lead
            ],
            "more": address(f"{lead.url_path.rsplit('/', 2)[0]}/") if lead else "",
            "township_news": self._township_news(live, address),
            "townships": [
                {"title": title, "url": address(url_path), "news_count": count}
                for title, url_path, count in self.townships()
            ],
        }

    def _township_news(self, live: NewsQuerySet, address: Callable[[str], str]) -> list[NewsLine]:
        rows = live.of_townships(self.county_id).values_list(
            "title", "url_path", "published_on", "section__name"
        )
        return [
            NewsLine(title, address(url_path), day, section)
            for title, url_path, day, section in rows[:TOWNSHIP_NEWS]
        ]
