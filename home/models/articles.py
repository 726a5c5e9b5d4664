"""What news and study pages share: a text with its summary, source, author and day."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelsearch import index
from wagtail.fields import StreamField

from home.blocks import BodyBlock
from home.models.base import SitePage
from home.models.reviewed import ReviewedPage, ReviewedQuerySet

NEWEST_FIRST = ("-published_on", "-pk")
# What a list shows of a text, and its address; a page has forty columns.
LISTED = ("title", "url_path", "summary", "source", "published_on", "section")


class ArticleQuerySet(ReviewedQuerySet):
    def newest(self) -> Self:
        """As lists show them: anything but `LISTED` costs a query a page."""
        return self.order_by(*NEWEST_FIRST).only(*LISTED)


class Article(ReviewedPage):
    summary = models.TextField(
        pgettext_lazy("news", "summary"),
        max_length=300,
        blank=True,
        help_text=_("Two or three sentences; shown in lists and below the title."),
    )
    body = StreamField(BodyBlock(), verbose_name=pgettext_lazy("news", "text"), blank=True)
    source = models.CharField(pgettext_lazy("news", "source"), max_length=60, blank=True)
    author = models.CharField(pgettext_lazy("news", "author"), max_length=60, blank=True)
    published_on = models.DateField(pgettext_lazy("news", "date shown"), default=timezone.localdate)

    found_on = F("published_on")
    newest_first = NEWEST_FIRST
    search_fields: ClassVar = [
        *SitePage.search_fields,
        index.SearchField("summary"),
        index.SearchField("body"),
        index.SearchField("document_words"),
    ]

    class Meta:
        abstract = True

    @property
    def shown_on(self) -> date:
        return self.published_on

    @property
    def day(self) -> date:
        return self.published_on or super().day
