"""The routes of the administrator's screens for the ground."""

from typing import Any

from congress.organisations.models import Appointment, Deputy, Organisation, Term, User
from congress.organisations.roles import COUNTY_ADMIN, SECRETARY
from tests.factories.organisations import (
    AppointmentFactory,
    ConstituencyFactory,
    ContactPhoneFactory,
    DeputyFactory,
    GroupFactory,
    OrganisationFactory,
    TermFactory,
)
from tests.routes.table import Route, pk, sheet_text
from tests.routes.world import World

NUMBER, LOG_IN_NUMBER = "13905550123", "13805550124"


def township(world: World) -> Organisation:
    return OrganisationFactory(name="望江镇", parent=world.county)


def closed(world: World) -> Organisation:
    return OrganisationFactory(name="望江镇", parent=world.county, active_to=world.today)


def person(world: World) -> User:
    post = AppointmentFactory(
        organisation=world.township, role=SECRETARY, post_title="驻站秘书", user__name="钟望江",
        user__phone=LOG_IN_NUMBER,
    )  # fmt: skip
    ContactPhoneFactory(user=post.user, number=NUMBER)
    return post.user


def person_and_term(world: World) -> User:
    assert world.term
    return person(world)


def account(world: World) -> User:
    user = person(world)
    user.set_password("望江 secret 2026")
    user.save()
    return user


def post(world: World) -> Appointment:
    return person(world).appointments.get()


def term(world: World) -> Term:
    congress = township(world)
    return TermFactory(congress=congress, number=97, starts_on=world.long_ago, unverified=True)


def mandate(world: World) -> Deputy:
    return DeputyFactory(term=term(world), starts_on=world.long_ago, user__name="钟望江")


def ended(world: World) -> Deputy:
    row = mandate(world)
    row.ends_on, row.ends_on_unverified = world.today, True
    row.save()
    return row


def constituency(world: World) -> Any:
    return ConstituencyFactory(organisation=world.township, name="望江选区")


def group(world: World) -> Any:
    return GroupFactory(organisation=world.township, name="望江代表小组")


NEW_PERSON = {"name": "钟望江", "numbers": NUMBER, "username": "", "phone": ""}


def admin(name: str, make: Any = None, text: Any = "望江", **fields: Any) -> Route:
    return Route(
        f"organisations:{name}", role=COUNTY_ADMIN, make=make, text=text, wrong=SECRETARY, **fields
    )


def lists(name: str, make: Any, text: str = "望江") -> tuple[Route, ...]:
    return (
        admin(name, make, text),
        admin(f"{name}_excel", make, text, reads=sheet_text, picture=False),
    )


def form(name: str, make: Any, data: Any, text: Any = "望江", **fields: Any) -> tuple[Route, ...]:
    """A page with a form, and its POST."""
    return (
        admin(name, make, text, kwargs=pk, **fields),
        admin(name, make, text, kwargs=pk, method="POST", data=data, **fields),
    )


def press(name: str, make: Any, text: str = "望江") -> Route:
    return admin(name, make, text, kwargs=pk, method="POST")


ROUTES = (
    *lists("people", person),
    *lists("posts", person),
    *lists("list", township),
    *lists("mandates", mandate),
    *lists("terms", term),
    admin("create", text="石桥镇"),
    admin(
        "create",
        township,
        method="POST",
        text="云岭县",
        data=lambda record: {
            "kind": "subdistrict",
            "parent": record.parent_id,
            "name": "望江二街道",
            "position": "2",
        },
    ),
    admin("detail", township, kwargs=pk),
    *form("edit", township, lambda record: {"name": "望江民族乡", "position": "1"}),
    *form("close", township, lambda record: {"active_to": "2026-01-05"}),
    press("reopen", closed),
    *form("constituency", township, lambda record: {"name": "第一选区"}),
    *form("group", township, lambda record: {"name": "第一代表小组"}),
    *form("constituency_rename", constituency, lambda record: {"name": "望江第一选区"}),
    *form("group_rename", group, lambda record: {"name": "望江第一代表小组"}),
    admin("person_create", text="石桥镇"),
    admin(
        "person_create",
        township,
        method="POST",
        text="望江镇",
        data=lambda record: (
            NEW_PERSON
            | {
                "organisation": record.pk,
                "role": "chair",
                "starts_on": "2026-01-05",
            }
        ),
    ),
    admin("person", person, "138****0124", kwargs=pk),
    *form("person_edit", person, lambda record: {"name": "钟望江"}),
    admin("person_reveal", person, NUMBER, kwargs=pk, method="POST"),
    *form("account", person, lambda record: {}),
    press("account_revoke", account),
    press("sessions_end", account),
    *form(
        "post_give",
        person,
        lambda record: {
            "organisation": record.appointments.get().organisation_id,
            "role": "chair",
            "starts_on": "2026-01-05",
        },
    ),
    *form(
        "mandate_give",
        person_and_term,
        lambda record: {
            "term": record.appointments.get().organisation.terms.first().pk,
            "starts_on": "2026-01-05",
        },
    ),
    admin("post", post, "钟望江", kwargs=pk),
    *form(
        "post_correct",
        post,
        lambda record: {"role": "secretary", "post_title": "人大干事", "starts_on": "2026-01-05"},
        text="钟望江",
    ),
    *form("post_end", post, lambda record: {"ends_on": "2026-11-05"}, text="钟望江"),
    admin("mandate_create", term, "望江镇"),
    admin(
        "mandate_create",
        term,
        "望江镇",
        method="POST",
        data=lambda record: {
            "name": "钟望江",
            "numbers": NUMBER,
            "term": record.pk,
            "starts_on": "2026-01-05",
        },
    ),
    admin("mandate", mandate, "钟望江", kwargs=pk),
    *form(
        "mandate_edit",
        mandate,
        lambda record: {"occupation": "望江茶场", "starts_on": "2026-01-05"},
    ),
    *form("mandate_end", mandate, lambda record: {"ends_on": "2026-11-05", "reason": "辞职"}),
    *form("mandate_confirm", ended, lambda record: {"ends_on": "2026-11-05"}),
    admin("term_create", township, "望江镇"),
    admin(
        "term_create",
        township,
        "望江镇",
        method="POST",
        data=lambda record: {"congress": record.pk, "number": "18", "starts_on": "2021-01-05"},
    ),
    admin("term", term, kwargs=pk),
    *form("term_edit", term, lambda record: {"number": "96", "starts_on": "2022-01-05"}),
    *form("term_confirm", term, lambda record: {"number": "96", "starts_on": "2022-01-05"}),
)
