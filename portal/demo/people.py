"""The county, its townships and units, and the people who work there."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.organisations.actions import (
    NewPerson,
    create_organisation,
    create_term,
    give_post,
)
from congress.organisations.models import Organisation
from congress.organisations.models.organisations import Kind
from congress.organisations.roles import CHAIR, SECRETARY, UNIT_OFFICER
from congress.organisations.rules import actors_of
from portal.demo.words import words

COMMAND = Actor.system("load_demo")


@dataclass(frozen=True)
class Desk:
    """A township's office. `secretaries` hold the post from their day on, the last one today."""

    organisation: Organisation
    place: dict[str, Any]
    secretaries: tuple[tuple[date, Actor], ...]
    chair: Actor

    def secretary(self, at: datetime) -> Actor:
        day = timezone.localdate(at)
        return next(actor for start, actor in reversed(self.secretaries) if start <= day)


@dataclass(frozen=True)
class Cast:
    county: Organisation
    desks: tuple[Desk, ...]
    staff: dict[str, Actor]

    def desk(self, name: str) -> Desk:
        return next(desk for desk in self.desks if desk.place["name"] == name)


@dataclass(frozen=True)
class Post:
    """A person's post from `since` until the day before `until`; `username` where they log in."""

    name: str
    role: str
    title: str
    since: date
    username: str | None = None
    until: date | None = None
    full_time: bool = False


def settle(*, start: date, today: date, at: datetime) -> Cast:
    """Makes organisations, terms and posts, all in force before `start`."""
    county = _county(at)
    since = date(start.year - 1, 3, 1)
    staff = {
        row["username"]: _give(
            county, Post(row["name"], row["role"], row["post_title"], since, row["username"]), at
        )
        for row in words("accounts")["county"]
    }
    for row in words("accounts")["colleague"]:
        _give(county, Post(row["name"], row["role"], row["post_title"], since), at)
    _term(county, start, at)
    desks = tuple(
        _desk(county, position, place, start, today, at)
        for position, place in enumerate(words("townships")["township"], start=1)
    )
    _units(county, {desk.place["name"]: desk.organisation for desk in desks}, since, at)
    return Cast(county, desks, staff)


def _county(at: datetime) -> Organisation:
    county = Organisation(name=words("townships")["county"], kind=Kind.COUNTY)
    county.full_clean()
    county.save()
    label = pgettext("act", "organisation entered")
    record(county, "create_organisation", by=COMMAND, at=at, label=label)
    return county


def _term(congress: Organisation, start: date, at: datetime) -> None:
    number, begins = words("townships")["term"], date(start.year - 3, 1, 10)
    create_term(congress, number=number, starts_on=begins, by=COMMAND, at=at)


def _give(organisation: Organisation, post: Post, at: datetime) -> Actor:
    """Gives the post and returns the person as they act in it."""
    given = give_post(
        NewPerson(post.name, username=post.username),
        organisation=organisation,
        role=post.role,
        post_title=post.title,
        full_time=post.full_time,
        starts_on=post.since,
        ends_on=post.until,
        by=COMMAND,
        at=at,
    )
    return actors_of(given.user, given.starts_on)[0]


def _desk(
    county: Organisation,
    position: int,
    place: dict[str, Any],
    start: date,
    today: date,
    at: datetime,
) -> Desk:
    kind = place.get("kind", Kind.TOWNSHIP)
    organisation = create_organisation(
        county, name=place["name"], kind=kind, position=position, by=COMMAND, at=at
    )
    title = "人大工委主任"
    if kind == Kind.TOWNSHIP:
        _term(organisation, start, at)
        title = "主席"
    since, number = date(start.year - 1, 3, 1), "" if position == 1 else str(position)
    log_in = f"chair{number}" if position < 3 else None
    chair = _give(
        organisation, Post(place["chair"], CHAIR, title, since, log_in, full_time=True), at
    )
    if "deputy_chair" in place:
        _give(organisation, Post(place["deputy_chair"], CHAIR, "副主席", since), at)
    posts = [Post(place["secretary"], SECRETARY, "人大秘书", since, f"secretary{number}")]
    if "former" in place:
        change = today - timedelta(days=place["changed"])
        posts = [
            Post(place["former"], SECRETARY, "人大秘书", since, until=change),
            replace(posts[0], since=change),
        ]
    secretaries = tuple((post.since, _give(organisation, post, at)) for post in posts)
    return Desk(organisation, place, secretaries, chair)


def _units(
    county: Organisation, townships: dict[str, Organisation], since: date, at: datetime
) -> None:
    for position, row in enumerate(words("accounts")["unit"], start=1):
        parent = townships.get(row.get("township", ""), county)
        unit = create_organisation(
            parent, name=row["name"], kind=Kind.UNIT, position=position, by=COMMAND, at=at
        )
        post = Post(row["officer"], UNIT_OFFICER, row["post_title"], since, row.get("username"))
        _give(unit, post, at)
