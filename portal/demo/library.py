"""The demo county's study pages, laws and pages about itself, and who has learned what."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain
from typing import Any

from django.utils.html import format_html
from wagtail.models import Page

from congress.audit.actors import Actor
from congress.organisations.models import Deputy, User
from congress.organisations.rules import actors_of
from home.actions import learn_page
from home.models import AboutPage, LawIndexPage, LawPage, StudyIndexPage, StudyPage
from portal.demo.blocks import blocks_of
from portal.demo.courses import Reviews, wait
from portal.demo.people import Cast
from portal.demo.pictures import Album
from portal.demo.words import words

DEPUTIES = 6


@dataclass
class Library:
    """Written by the county's editor, reviewed by the county, learned by people of all kinds."""

    cast: Cast
    today: date
    at: datetime
    editor: User
    album: Album
    reviews: Reviews

    def furnish(self) -> None:
        people = self._people()
        for row in words("study")["study"]:
            self._study(row, people)
        for row in words("study")["law"]:
            self._law(row)
        self._about(words("study")["about"])

    def _people(self) -> list[Actor]:
        """Secretaries and chairs of the first townships, and deputies; those who log in first."""
        staff = chain.from_iterable(
            (desk.secretary(self.at), desk.chair) for desk in self.cast.desks
        )
        found = list(staff)[: DEPUTIES + 2]
        congress = self.cast.desks[0].organisation
        mandates = Deputy.objects.running(self.today).filter(congress=congress)
        named = mandates.exclude(user__username=None).order_by("pk")
        users = [row.user for row in chain(named, mandates.order_by("pk")[:DEPUTIES])]
        deputies = [actors_of(user, self.today)[0] for user in dict.fromkeys(users)]
        return [actor for pair in zip(found, deputies, strict=False) for actor in pair]

    def _study(self, row: dict[str, Any], people: list[Actor]) -> None:
        at = self._moment(row)
        page = StudyPage(
            title=row["title"],
            summary=row["summary"],
            body=list(blocks_of(row["blocks"], self.cast.county, self.today, self.album.picture)),
            source=row["source"],
            author=row["author"],
            published_on=self.today - timedelta(days=row["days_ago"]),
        )
        self._publish(StudyIndexPage, page, row, at)
        for number, actor in enumerate(people[: row.get("learners", 0)]):
            learn_page(page, by=actor, at=at + timedelta(hours=8 + number))
        if "note" in row:
            self._correct(StudyPage.objects.get(pk=page.pk), row, at + timedelta(days=5))

    def _correct(self, page: StudyPage, row: dict[str, Any], at: datetime) -> None:
        """After some have learned it."""
        page.title, page.correction = row["right_title"], row["note"]
        page.save_revision(user=self.editor)
        self.reviews.publish(page, at)

    def _law(self, row: dict[str, Any]) -> None:
        page = LawPage(
            title=row["title"],
            issuer=row["issuer"],
            number=row.get("number", ""),
            adopted_on=row["adopted_on"],
            effective_on=row["effective_on"],
            status=row.get("status", "valid"),
            status_on=row.get("status_on"),
            body=_paragraphs(row["texts"]),
        )
        self._publish(LawIndexPage, page, row, self._moment(row))

    def _publish(
        self, index: type[Page], page: StudyPage | LawPage, row: dict[str, Any], at: datetime
    ) -> None:
        """Published, or on its way as far as the row's `step`."""
        page.owner, page.live = self.editor, False
        index.objects.get(section=self.cast.county).add_child(instance=page)
        if "step" in row:
            wait(page, self.reviews, at, row)
            return
        page.save_revision(user=self.editor)
        self.reviews.publish(page, at)

    def _about(self, row: dict[str, Any]) -> None:
        """The draft that `open_site` made, and the pages below it."""
        first = AboutPage.objects.get(depth=3)
        first.body = _paragraphs(row["texts"])
        first.save_revision(user=self.editor).publish(user=self.editor)
        for part in row["page"]:
            page = AboutPage(title=part["title"], body=_paragraphs(part["texts"]), live=False)
            first.add_child(instance=page)
            page.save_revision(user=self.editor).publish(user=self.editor)

    def _moment(self, row: dict[str, Any]) -> datetime:
        return self.at - timedelta(days=row["days_ago"], hours=-10)


def _paragraphs(texts: list[str]) -> list[tuple[str, Any]]:
    return [("paragraph", format_html("<p>{}</p>", text)) for text in texts]
