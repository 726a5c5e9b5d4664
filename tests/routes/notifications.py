"""The routes of personal links and messages."""

from collections.abc import Callable

from congress.notifications.models import Delivery, Message, PersonalLink
from congress.organisations.roles import CHAIR, COUNTY_ADMIN, ROLES
from tests.factories.notifications import make_link, tell, undelivered
from tests.routes.table import PUBLIC, Route, pk
from tests.routes.world import World

TITLE = "望江村小水闸修复记"


def link(world: World) -> PersonalLink:
    return make_link(world, title=TITLE)


def by_token(made: PersonalLink) -> dict[str, str]:
    return {"token": made.token}


def message(role: str) -> Callable[[World], Message]:
    return lambda world: tell(world, world.user(role), TITLE, path="/work/inbox/")


def given_up(world: World) -> Delivery:
    return undelivered(world, world.user(CHAIR), TITLE)


ROUTES = (
    Route(
        "inbox:deliveries",
        role=COUNTY_ADMIN,
        make=given_up,
        text=TITLE,
        wrong="county_editor",
    ),
    Route(
        "inbox:try_again",
        method="POST",
        role=COUNTY_ADMIN,
        make=given_up,
        kwargs=pk,
        text="几分钟内会再发一次",
        wrong="county_editor",
    ),
    *(Route("inbox:list", role=role, make=message(role), text=TITLE) for role in ROLES),
    *(
        Route("inbox:open", method="POST", role=role, make=message(role), kwargs=pk, text=TITLE)
        for role in ROLES
    ),
    *(
        Route(
            "inbox:read_all",
            method="POST",
            role=role,
            make=message(role),
            data=lambda made: {"newest": made.pk},
            text=TITLE,
        )
        for role in ROLES
    ),
    Route("notifications:link", role=PUBLIC, make=link, kwargs=by_token, text=TITLE, picture=False),
    Route(
        "notifications:link",
        method="POST",
        role=PUBLIC,
        make=link,
        kwargs=by_token,
        text=TITLE,
    ),
)
