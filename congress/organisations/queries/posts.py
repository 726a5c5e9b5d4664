"""Posts, mandates and terms of a county as its lists show them."""

from collections.abc import Iterable
from datetime import date

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Count, Q, QuerySet

from congress.audit.actors import Actor
from congress.organisations.models import (
    Appointment,
    Constituency,
    Deputy,
    DeputyGroup,
    Term,
    User,
)
from congress.organisations.queries.organisations import with_branches
from congress.organisations.roles import COUNTY_ADMIN
from congress.organisations.rules import (
    mandates_visible_to,
    organisations_visible_to,
    posts_visible_to,
    terms_visible_to,
)

ENDED = "ended"
RUNNING = "running"
LATER = "later"


def posts_listed(actors: Iterable[Actor]) -> QuerySet[Appointment]:
    listed = with_branches(posts_visible_to(actors), "organisation__")
    return listed.select_related("user", "organisation")


def mandates_listed(actors: Iterable[Actor]) -> QuerySet[Deputy]:
    listed = with_branches(mandates_visible_to(actors), "congress__")
    return listed.select_related(
        "user", "congress", "term__congress", "constituency", "group"
    ).prefetch_related("user__contact_phones")


def terms_listed(actors: Iterable[Actor]) -> QuerySet[Term]:
    listed = with_branches(terms_visible_to(actors), "congress__")
    return listed.select_related("congress").annotate(mandates=Count("deputies"))


def sections_visible_to(
    model: type[Constituency] | type[DeputyGroup], actors: Iterable[Actor]
) -> QuerySet:
    return model.objects.filter(organisation__in=organisations_visible_to(actors))


def in_state(rows: QuerySet, state: str, on: date) -> QuerySet:
    """Rows with `starts_on` and `ends_on` that run, have ended or begin later than `on`."""
    if state == RUNNING:
        return rows.filter(Q(ends_on=None) | Q(ends_on__gt=on), starts_on__lte=on)
    if state == ENDED:
        return rows.filter(ends_on__lte=on)
    return rows.filter(starts_on__gt=on)


def state_of(row: Appointment | Deputy | Term, on: date) -> str:
    if row.ends_on and row.ends_on <= on:
        return ENDED
    return LATER if row.starts_on > on else RUNNING


def overlapping(rows: QuerySet, starts_on: date, ends_on: date | None) -> QuerySet:
    """Rows that share at least one day with starts_on ≤ day < ends_on."""
    shared = rows.filter(Q(ends_on=None) | Q(ends_on__gt=starts_on))
    return shared.filter(starts_on__lt=ends_on) if ends_on else shared


def holders(role: str, organisation: int, on: date) -> QuerySet[User]:
    """Who holds the role there on that day, each once."""
    posts = Appointment.objects.filter(role=role, organisation=organisation).running(on)
    return User.objects.filter(pk__in=posts.values("user"))


def other_administrators(post: Appointment, on: date) -> QuerySet[Appointment]:
    """Who else administers the county of `post` on that day with an account in use."""
    others = Appointment.objects.filter(
        organisation=post.organisation_id, role=COUNTY_ADMIN, user__is_active=True
    )
    without_account = Q(user__password__startswith=UNUSABLE_PASSWORD_PREFIX)
    return others.running(on).exclude(pk=post.pk).exclude(without_account)
