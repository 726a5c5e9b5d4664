"""The routes of personal links and messages."""

from congress.notifications.models import PersonalLink
from tests.factories.notifications import make_link
from tests.routes.table import PUBLIC, Route
from tests.routes.world import World

TITLE = "望江村小水闸修复记"


def link(world: World) -> PersonalLink:
    return make_link(world, title=TITLE)


def by_token(made: PersonalLink) -> dict[str, str]:
    return {"token": made.token}


ROUTES = (
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
