"""People as the administrator's lists show them: numbers masked, only the own county's posts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actors import Actor
from congress.organisations.models import Appointment, Deputy, User
from congress.organisations.phones import digits_of, masked
from congress.organisations.roles import DEPUTY
from congress.organisations.rules import mandates_visible_to, people_visible_to, posts_visible_to


@dataclass(frozen=True)
class PersonRow:
    """`roles` are running posts and mandates in words; `numbers` are masked."""

    pk: int
    name: str
    roles: tuple[str, ...]
    numbers: tuple[str, ...]
    incomplete: bool
    log_in: str
    has_account: bool
    last_login: datetime | None


def people_listed(actors: Iterable[Actor], on: date) -> QuerySet[User]:
    """People of the administrator's county with what a line shows of each."""
    posts = posts_visible_to(actors).running(on).select_related("organisation")
    mandates = mandates_visible_to(actors).running(on).select_related("congress", "term")
    return people_visible_to(actors).prefetch_related(
        Prefetch("appointments", posts, to_attr="posts_now"),
        Prefetch("mandates", mandates, to_attr="mandates_now"),
        "contact_phones",
    )


def person_row(user: User) -> PersonRow:
    """The line of one person of `people_listed`; asks nothing more."""
    roles = [post_words(post) for post in user.posts_now]  # type: ignore[attr-defined]
    roles += [mandate_words(mandate) for mandate in user.mandates_now]  # type: ignore[attr-defined]
    phones = user.contact_phones.all()
    return PersonRow(
        pk=user.pk,
        name=user.name,
        roles=tuple(roles),
        numbers=tuple(dict.fromkeys(masked(phone.number) for phone in phones)),
        incomplete=not all(phone.complete for phone in phones),
        log_in=log_in_words(user),
        has_account=has_account(user),
        last_login=user.last_login,
    )


def post_words(post: Appointment) -> str:
    return f"{post.organisation.name} {post.post_title or post.get_role_display()}"


def mandate_words(mandate: Deputy) -> str:
    """云岭县 第十九届代表, from the congress and the number of its term."""
    return _("%(congress)s: deputy of term %(number)s") % {
        "congress": mandate.congress.name,
        "number": mandate.term.number,
    }


def has_account(user: User) -> bool:
    return user.is_active and user.has_usable_password()


def log_in_words(user: User) -> str:
    """The log-in name and the masked log-in number, as far as there are."""
    number = masked(user.phone) if user.phone else ""
    return " / ".join(filter(None, (user.username, number)))


def account_words(row: PersonRow) -> str:
    return pgettext("account", "in use") if row.has_account else pgettext("account", "none")


def everybody() -> QuerySet[User]:
    """All people; for filters of rows that are bounded themselves."""
    return User.objects.all()


def with_incomplete_numbers() -> QuerySet[User]:
    """People with a contact number that lacks a digit."""
    return User.objects.filter(contact_phones__complete=False)


def find_people(people: QuerySet[User], text: str) -> QuerySet[User]:
    """By a part of the name, or by all digits of a contact or log-in number."""
    digits = digits_of(text)
    by_number = Q(contact_phones__number=digits) | Q(phone=digits)
    found = Q(name__icontains=text) | Q(username=text)
    if digits.isdigit() and len(digits) >= 7:
        found |= Q(pk__in=User.objects.filter(by_number).values("pk"))
    return people.filter(found)


def people_in_role(
    people: QuerySet[User], actors: Iterable[Actor], role: str, organisation: int | None, on: date
) -> QuerySet[User]:
    """Those who today hold the role, hold one in the organisation, or both in one post."""
    posts = posts_visible_to(actors).running(on)
    mandates = mandates_visible_to(actors).running(on)
    if organisation:
        posts = posts.filter(organisation=organisation)
        mandates = mandates.filter(congress=organisation)
    if role:
        posts = posts.filter(role=role)
    holders = Q(pk__in=mandates.values("user")) if role in ("", DEPUTY) else Q()
    if role != DEPUTY:
        holders |= Q(pk__in=posts.values("user"))
    return people.filter(holders)


def namesakes(actors: Iterable[Actor], name: str, on: date) -> Iterator[PersonRow]:
    """People of the county with this very name."""
    return map(person_row, people_listed(actors, on).filter(name=name))
