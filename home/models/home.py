"""The front page of a county's site."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel

from congress.organisations.models import Organisation
from home.models.base import FramePage
from home.models.news import NewsIndexPage, NewsPage
from home.models.townships import TownshipPage
from home.pictures import light_rendition

COUNTY_NEWS = 7
TOWNSHIP_NEWS = 8


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

    def townships(self) -> QuerySet[TownshipPage]:
        """The sections of the townships in the county's order, with `news_count`, the number of
        published news."""
        published = Count("organisation__news", filter=Q(organisation__news__live=True))
        return (
            TownshipPage.objects.live()
            .child_of(self)
            .annotate(news_count=published)
            .order_by("organisation__position", "organisation_id")
            .only("title", "url_path")
        )

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The lead is the newest of the latest news with a picture, else the newest."""
        live = NewsPage.objects.live().newest()
        news = list(live.in_section(self.county_id).select_related("cover")[:COUNTY_NEWS])
        lead = next((page for page in news if page.cover_id), news[0] if news else None)
        index = NewsIndexPage.objects.live().filter(section=self.county_id).only("url_path").first()
        of_townships = live.of_townships(self.county_id).select_related("section")
        return super().get_context(request, *args, **kwargs) | {
            "lead": lead,
            "lead_picture": light_rendition(lead.cover, "fill-520x392") if lead else None,
            "news": [page for page in news if page is not lead],
            "more": index.get_url(request) if index else "",
            "township_news": of_townships[:TOWNSHIP_NEWS],
            "townships": self.townships(),
        }
