"""Whom a choice of deputies, groups, constituencies, offices and people invites on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from congress.notices.models import Notice
from congress.organisations.models import (
    Appointment,
    Constituency,
    Deputy,
    DeputyGroup,
    Organisation,
    User,
)
from congress.organisations.models.organisations import Kind
from congress.organisations.roles import TOWNSHIP_STAFF

# Who may be told by the inbox: `UserQuerySet.with_account`.
ACCOUNT = ("user__username", "user__phone")


@dataclass(frozen=True)
class Audience:
    """The choice, by keys."""

    all_deputies: bool = False
    groups: tuple[int, ...] = ()
    constituencies: tuple[int, ...] = ()
    offices: tuple[int, ...] = ()
    people: tuple[int, ...] = ()

    PARTS = ("groups", "constituencies", "offices", "people")

    @classmethod
    def of(cls, notice: Notice) -> "Audience":
        parts = {
            part: tuple(getattr(notice, part).values_list("pk", flat=True)) for part in cls.PARTS
        }
        return cls(all_deputies=notice.all_deputies, **parts)


@dataclass(frozen=True)
class Invited:
    user_id: int
    name: str
    seat_id: int
    seat_name: str
    group_name: str
    as_deputy: bool
    has_account: bool


def mandates_of(organisation: Organisation, on: date) -> QuerySet[Deputy]:
    """The deputies an organisation may invite; a sub-district those of the county who were elected
    in it."""
    running = Deputy.objects.running(on)
    if organisation.kind == Kind.SUBDISTRICT:
        elected_here = Q(constituency__organisation=organisation) | Q(
            group__organisation=organisation
        )
        return running.filter(elected_here, congress=organisation.parent_id)
    return running.filter(congress=organisation)


def posts_of(organisation: Organisation, on: date) -> QuerySet[Appointment]:
    """Its own office; the county invites the offices of its townships and sub-districts."""
    running = Appointment.objects.running(on).filter(role__in=TOWNSHIP_STAFF)
    if organisation.kind == Kind.COUNTY:
        return running.filter(organisation__parent=organisation)
    return running.filter(organisation=organisation)


def groups_of(organisation: Organisation, on: date) -> QuerySet[DeputyGroup]:
    held = mandates_of(organisation, on).values("group")
    return DeputyGroup.objects.filter(pk__in=held).order_by("organisation__position", "pk")


def constituencies_of(organisation: Organisation, on: date) -> QuerySet[Constituency]:
    held = mandates_of(organisation, on).values("constituency")
    return Constituency.objects.filter(pk__in=held).order_by("organisation__position", "pk")


def offices_of(organisation: Organisation) -> QuerySet[Organisation]:
    """Of a county the offices below it; a township has none."""
    below = Organisation.objects.townships().filter(parent=organisation)
    return below if organisation.kind == Kind.COUNTY else below.none()


def people_of(organisation: Organisation, on: date) -> QuerySet[User]:
    deputies = mandates_of(organisation, on).values("user")
    staff = posts_of(organisation, on).values("user")
    return User.objects.filter(Q(pk__in=deputies) | Q(pk__in=staff))


def invited(organisation: Organisation, audience: Audience, on: date) -> list[Invited]:
    """Each person once, deputies by group before offices; two questions, whatever the number."""
    mandates = mandates_of(organisation, on)
    if not audience.all_deputies:
        mandates = mandates.filter(
            Q(group__in=audience.groups)
            | Q(constituency__in=audience.constituencies)
            | Q(user__in=audience.people)
        )
    posts = posts_of(organisation, on).filter(
        Q(organisation__in=audience.offices) | Q(user__in=audience.people)
    )
    found: dict[int, Invited] = {}
    held = mandates.order_by("group", "pk").values_list(
        "user", "user__name", "congress", "congress__name", "group__name", *ACCOUNT
    )
    for user, name, seat, seat_name, group, *account in held:
        row = Invited(user, name, seat, seat_name, group or "", True, any(account))
        found.setdefault(user, row)
    filled = posts.order_by("organisation__position", "organisation", "pk").values_list(
        "user", "user__name", "organisation", "organisation__name", *ACCOUNT
    )
    for user, name, seat, seat_name, *account in filled:
        found.setdefault(user, Invited(user, name, seat, seat_name, "", False, any(account)))
    return list(found.values())


def not_in(rows: Iterable[Invited], known: set[int]) -> list[Invited]:
    return [row for row in rows if row.user_id not in known]
