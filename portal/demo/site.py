"""The public site of the demo: names, pictures, news pressed, written and reviewed."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db.models import Q
from wagtail.images.models import Image
from wagtail.log_actions import log
from wagtail.models import Page, ReferenceIndex

from congress.audit.actors import Actor
from congress.information.models import Item
from congress.organisations.models import User
from home.actions import hand_over_notice, keep_membership, open_county, press_item
from home.models import (
    HomePage,
    NewsIndexPage,
    NewsPage,
    NoticeIndexPage,
    NoticePage,
    SiteSettings,
)
from portal.demo.blocks import blocks_of, first_sentences, slots_of
from portal.demo.courses import COURSES, Reviews
from portal.demo.library import Library
from portal.demo.people import COMMAND, Cast
from portal.demo.pictures import Album
from portal.demo.words import words

STALE = 75


def open_site(cast: Cast, *, at: datetime) -> None:
    open_county(cast.county, base_url=settings.WAGTAILADMIN_BASE_URL, by=COMMAND, at=at)


def index_site() -> None:
    """What uses which page and picture, asked once for everything that the site shows, for records
    of the rooms are used by no page; and the words that the search knows."""
    for thing in (*Page.objects.specific(), *Image.objects.all()):
        ReferenceIndex.create_or_update_for_object(thing)
    call_command("update_index", verbosity=0)


@dataclass
class Newsroom:
    """News are written by their section's people and published by its reviewers."""

    cast: Cast
    today: date
    at: datetime
    editor: User = field(init=False)
    album: Album = field(init=False)
    reviews: Reviews = field(init=False)

    def __post_init__(self) -> None:
        self.editor = User.objects.get(pk=self.cast.staff["editor"].user_id)
        keep_membership(self.editor, on=self.today)
        self.album = Album(self.cast.county, self.editor)
        self.reviews = Reviews(self.today)

    def furnish(self) -> None:
        """Names, foot, introduction and all news."""
        self._name_site()
        for row in words("news")["pressed"]:
            self._press(row)
        for row in words("news")["written"]:
            self._write(row)
        for row in words("news")["way"]:
            self._send_on_its_way(row)
        for row in words("news")["notice"]:
            self._write_notice(**row)

    def library(self) -> Library:
        """The county's other pages, by the same people."""
        people = (self.editor, self.album, self.reviews)
        return Library(self.cast, self.today, self.at, *people)

    def _name_site(self) -> None:
        names = dict(words("news")["site"])
        home = HomePage.objects.get(county=self.cast.county)
        home.intro = names.pop("intro")
        home.save_revision(user=self.editor).publish(user=self.editor)
        kept = SiteSettings.objects.get(site__root_page=home)
        for name, value in names.items():
            setattr(kept, name, value)
        kept.full_clean()
        kept.save()
        log(kept, "wagtail.edit", user=self.editor)

    def _press(self, row: dict[str, Any]) -> None:
        """The newest fitting item that was adopted by then; nothing where there is none."""
        day = self.today - timedelta(days=row["days_ago"])
        pressed = NewsPage.objects.exclude(origin="").values("origin")
        fitting = Q()
        for word in row["words"]:
            fitting |= Q(title__contains=word)
        items = Item.objects.filter(
            fitting,
            state="adopted",
            adoptions__adopted_on__lt=day,
            submitted_at__gte=self.at - timedelta(days=STALE),
        ).exclude(reference__in=pressed)
        item = items.order_by("-submitted_at").first()
        if item is None:
            return
        at = self.at - timedelta(days=row["days_ago"], hours=-10)
        presser = self._presser(row, item)
        page = press_item(item, by=presser, at=at)
        page.summary = first_sentences(item.body)
        if row.get("draft"):
            page.save_revision(user=page.owner)
        else:
            self._publish(page, row, at)

    def _presser(self, row: dict[str, Any], item: Item) -> Actor:
        if row["county"]:
            return self.cast.staff["editor"]
        desk = next(d for d in self.cast.desks if d.organisation.pk == item.organisation_id)
        secretary = desk.secretary(self.at)
        keep_membership(User.objects.get(pk=secretary.user_id), on=self.today)
        return secretary

    def _write(self, row: dict[str, Any]) -> None:
        """Written by the section's own people."""
        self._publish(self._page(row), row, self._moment(row))

    def _write_notice(self, township: str, handed_over: bool = False, **fields: str) -> None:
        """In the editor, which only its own office sees."""
        desk = self.cast.desk(township)
        secretary = desk.secretary(self.at)
        user = User.objects.get(pk=secretary.user_id)
        index = NoticeIndexPage.objects.get(office__organisation=desk.organisation)
        page = index.add_child(instance=NoticePage(owner=user, live=False, **fields))
        page.save_revision(user=user)
        if handed_over:
            hand_over_notice(page, by=secretary, at=self.at)

    def _moment(self, row: dict[str, Any]) -> datetime:
        return self.at - timedelta(days=row["days_ago"], hours=-10)

    def _page(self, row: dict[str, Any]) -> NewsPage:
        """A draft in the section of the row's township, or of the county."""
        filled = slots_of(self.today)
        township = row.get("township")
        section, owner = self.cast.county, self.editor
        if township:
            desk = self.cast.desk(township)
            section = desk.organisation
            owner = User.objects.get(pk=desk.secretary(self.at).user_id)
            keep_membership(owner, on=self.today)
        page = NewsPage(
            title=row["title"].format(**filled),
            summary=row["summary"].format(**filled),
            body=list(blocks_of(row["blocks"], self.cast.county, self.today, self.album.picture)),
            source=f"{township}人大" if township else self.cast.county.name + "人大常委会",
            author=row["author"],
            published_on=self.today - timedelta(days=row["days_ago"]),
            owner=owner,
            live=False,
        )
        NewsIndexPage.objects.get(section=section).add_child(instance=page)
        return page

    def _publish(self, page: NewsPage, row: dict[str, Any], at: datetime) -> None:
        if "scene" in row:
            page.cover = self.album.picture(row["scene"], row["alternative"])
            page.cover_alternative = row["alternative"]
        page.full_clean()
        page.save_revision(user=page.owner)
        self.reviews.publish(page, at)

    def _send_on_its_way(self, row: dict[str, Any]) -> None:
        """To where the row's `course` says, see `portal.demo.courses`."""
        page = self._page(row)
        COURSES[row["course"]](page, self.reviews, self._moment(row), row)
