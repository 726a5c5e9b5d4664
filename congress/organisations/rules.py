"""Who may act as what, and what of the ground each may see and change."""

from collections.abc import Callable, Iterable
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet

from congress.audit.actors import SYSTEM, Actor
from congress.organisations.models import (
    Appointment,
    CongressSession,
    Deputy,
    Organisation,
    Term,
    User,
)
from congress.organisations.models.appointments import RunningQuerySet
from congress.organisations.roles import COUNTY_ADMIN, COUNTY_ROLES, DEPUTY, ROLES, SECRETARY


class NotAllowed(PermissionDenied):
    """The act is not this person's; views answer 403."""


def require(allowed: bool) -> None:
    """The first line of an action: raises `NotAllowed` unless its rule holds."""
    if not allowed:
        raise NotAllowed


class ChooseActor(Exception):
    """The person may do the act in several posts and has not said in which."""

    def __init__(self, actors: tuple[Actor, ...]) -> None:
        self.actors = actors
        super().__init__("several posts give this right")


def actors_of(user: User | AnonymousUser, on: date) -> tuple[Actor, ...]:
    return tuple(actor for actor, _organisation in posts_of(user, on))


def posts_of(user: User | AnonymousUser, on: date) -> list[tuple[Actor, Organisation]]:
    """An Actor and the organisation for each running appointment, and for each congress of a
    running mandate."""
    if not user.is_authenticated or not user.is_active:
        return []
    appointments = Appointment.objects.filter(user=user).running(on).select_related("organisation")
    mandates = Deputy.objects.filter(user=user).running(on).select_related("congress")
    posts = [
        (row.role, row.post_title or str(ROLES[row.role].label), row.organisation)
        for row in appointments
    ]
    posts += [(DEPUTY, str(ROLES[DEPUTY].label), row.congress) for row in mandates]
    return [
        (Actor(user.pk, user.name, role, label, place.pk, place.name), place)
        for role, label, place in posts
    ]


def acting(
    actors: Iterable[Actor], may: Callable[[Actor], bool], chosen: str | None = None
) -> Actor:
    """The Actor in whose name an act is done: the one of `actors` that `may` do it.

    `chosen` is the key of the post that the page asked for. Raises `NotAllowed` where none may,
    `ChooseActor` where several may and none was chosen.
    """
    able = tuple(dict.fromkeys(actor for actor in actors if may(actor)))
    if chosen:
        able = tuple(actor for actor in able if actor.key == chosen)
    if not able:
        raise NotAllowed
    if len(able) > 1:
        raise ChooseActor(able)
    return able[0]


def may_administer(actor: Actor) -> bool:
    """Organisations, people, terms, rules and imports of one's own county."""
    return actor.role == COUNTY_ADMIN


def counties_of(actors: Iterable[Actor], roles: Iterable[str] = COUNTY_ROLES) -> list[int]:
    """The counties in which the actors hold one of the county `roles`."""
    return [actor.organisation_id for actor in actors if actor.role in roles]  # type: ignore[misc]


def organisations_visible_to(actors: Iterable[Actor]) -> QuerySet[Organisation]:
    """What a county administrator keeps: the county and everything under it."""
    counties = counties_of(actors, [COUNTY_ADMIN])
    return Organisation.objects.filter(
        Q(pk__in=counties) | Q(parent_id__in=counties) | Q(parent__parent_id__in=counties)
    )


def people_visible_to(actors: Iterable[Actor]) -> QuerySet[User]:
    """People with a post or a mandate, past or running, in the administrator's county."""
    organisations = organisations_visible_to(actors)
    linked = Q(appointments__organisation__in=organisations) | Q(
        mandates__congress__in=organisations
    )
    return User.objects.filter(pk__in=User.objects.filter(linked).values("pk"))


def posts_visible_to(actors: Iterable[Actor]) -> RunningQuerySet:
    return Appointment.objects.filter(organisation__in=organisations_visible_to(actors))


def mandates_visible_to(actors: Iterable[Actor]) -> RunningQuerySet:
    return Deputy.objects.filter(congress__in=organisations_visible_to(actors))


def terms_visible_to(actors: Iterable[Actor]) -> RunningQuerySet:
    return Term.objects.filter(congress__in=organisations_visible_to(actors))


def may_keep(actor: Actor, organisation: Organisation) -> bool:
    """Change an organisation of one's own county, its posts, mandates, terms and parts."""
    if actor.role == SYSTEM:
        return True
    return may_administer(actor) and organisation.county_id == actor.organisation_id


def may_keep_sessions(actor: Actor, congress: Organisation) -> bool:
    """The secretary of the congress, or whoever keeps the county's organisations."""
    if actor.role == SECRETARY:
        return actor.organisation_id == congress.pk
    return may_keep(actor, congress)


def may_keep_person(actor: Actor, user: User) -> bool:
    """Change the name and the contact numbers of a person of one's own county."""
    return actor.role == SYSTEM or people_visible_to([actor]).filter(pk=user.pk).exists()


def may_keep_account(actor: Actor, user: User, on: date) -> bool:
    """Give, change and take the log-in: not that of a superuser, nor of a person who serves
    another county too, for it would open that county's records."""
    if actor.role == SYSTEM:
        return True
    if user.is_superuser or not may_keep_person(actor, user):
        return False
    own = organisations_visible_to([actor])
    lasting = Q(ends_on=None) | Q(ends_on__gt=on)
    posts = user.appointments.filter(lasting).exclude(organisation__in=own)
    mandates = user.mandates.filter(lasting).exclude(congress__in=own)
    return not posts.exists() and not mandates.exists()


def session_terms_of(actors: Iterable[Actor]) -> RunningQuerySet:
    """The terms whose sessions a secretary or an administrator keeps."""
    actors = tuple(actors)
    own = [actor.organisation_id for actor in actors if actor.role == SECRETARY]
    kept = Q(congress__in=own) | Q(pk__in=terms_visible_to(actors).values("pk"))
    return Term.objects.filter(kept)


def sessions_visible_to(actors: Iterable[Actor]) -> QuerySet[CongressSession]:
    return CongressSession.objects.filter(term__in=session_terms_of(actors))
