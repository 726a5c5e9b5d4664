"""The routes of the wiring: health, elder mode, the door."""

from django.conf import settings

from congress.organisations.models import User
from home.models import NewsPage
from tests.factories.home import make_news
from tests.routes.home import open_site
from tests.routes.table import ANYONE, PUBLIC, Route
from tests.routes.world import World

HEALTHY = "database: ok"
LOG_IN_FORM = 'name="password"'
PASSWORD, NEXT_PASSWORD = "the first long secret 1", "another long secret 2"


def with_password(world: World) -> User:
    """The people of the demo have a password already; a new one would log them out."""
    user = world.user("secretary")
    if not user.has_usable_password():
        user.set_password(PASSWORD)
        user.save()
    return user


def with_picture(world: World) -> str:
    """A drawn rendition of four bytes in the folder that is served."""
    folder = settings.MEDIA_ROOT / "images"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "four.png").write_bytes(b"four")
    return "four.png"


def found_page(world: World) -> NewsPage:
    open_site(world)
    return make_news(world.county, title="代表视察农村饮水工程")


def wrong_password(user: User) -> dict[str, str]:
    return {"login": user.username, "password": "wrong"}


ROUTES = (
    Route("health", role=PUBLIC, text=HEALTHY, picture=False),
    Route(
        "rendition",
        role=PUBLIC,
        make=with_picture,
        kwargs=lambda name: {"path": name},
        text="4",
        reads=lambda answer: str(len(b"".join(answer.streaming_content))),
        picture=False,
    ),
    Route("elder_mode", role=PUBLIC, text=HEALTHY, query="?on=1&next=/health/", picture=False),
    Route("search", role=PUBLIC, make=found_page, query="?q=饮水", text="<mark>饮水</mark>"),
    Route("account_login", role=PUBLIC, text=LOG_IN_FORM),
    Route(
        "account_login",
        method="POST",
        role=PUBLIC,
        make=with_password,
        data=wrong_password,
        text=lambda user: f'value="{user.username}"',
    ),
    Route("account_inactive", role=PUBLIC, text="停用"),
    Route("account_logout", role=ANYONE, text='action="/account/logout/"', stranger="/"),
    Route("account_logout", method="POST", role=ANYONE, text="<h1", stranger="/"),
    Route("account_change_password", role=ANYONE, make=with_password, text='name="oldpassword"'),
    Route(
        "account_change_password",
        method="POST",
        role=ANYONE,
        make=with_password,
        data=lambda user: {
            "oldpassword": "wrong",
            "password1": NEXT_PASSWORD,
            "password2": NEXT_PASSWORD,
        },
        text='name="oldpassword"',
    ),
    # The people of the tests have no password; those of the demo have one.
    Route("account_set_password", role=ANYONE, text='name="password1"', picture=False),
    Route(
        "account_set_password",
        method="POST",
        role=ANYONE,
        data=lambda _: {"password1": NEXT_PASSWORD, "password2": "another"},
        text='name="password1"',
        picture=False,
    ),
    # Wagtail's own doors lead to ours.
    Route(
        "_util/login/", role=PUBLIC, path=lambda _: "/_util/login/", text=LOG_IN_FORM, picture=False
    ),
    Route(
        "admin/login/", role=PUBLIC, path=lambda _: "/admin/login/", text=LOG_IN_FORM, picture=False
    ),
    Route(
        "^admin/password_reset/",
        role=PUBLIC,
        path=lambda _: "/admin/password_reset/",
        text=LOG_IN_FORM,
        picture=False,
    ),
)
