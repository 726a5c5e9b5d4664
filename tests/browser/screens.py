"""`make screens`: every GET route for its right role, photographed and examined.

Each page of the table of routes is opened on the demo county at 390 and 1440 px and in elder mode;
axe examines each of the three, and at 320 px nothing may scroll sideways. The pictures and an
index lie in build/screens/. `-k information` takes one room only.
"""

import shutil
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import setup_databases, teardown_databases
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.pages import (
    DESK,
    NARROW,
    PHONE,
    axe_findings,
    elder_cookie,
    scrolls_sideways,
    session_cookie,
)
from tests.routes import every_route
from tests.routes.table import ANYONE, PUBLIC, Route
from tests.routes.world import World, demo_world

FOLDER = Path(__file__).resolve().parents[2] / "build" / "screens"
TALLEST = 4000
LOOKS = {"390": (PHONE, False), "1440": (DESK, False), "elder": (PHONE, True)}
ROUTES: list[Route] = [r for r in every_route() if r.method == "GET" and r.picture]


def picture(route: Route, look: str) -> Path:
    """One picture for each row; rows of one name and role differ by their note or query."""
    parts = [route.name, route.role, route.note, route.query, look]
    name = "-".join(part for part in parts if part)
    return FOLDER / "".join(
        sign if sign.isalnum() or sign in "-_." else "-" for sign in f"{name}.png"
    )


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker) -> Iterator[None]:
    """A database in memory: one connection for the server and for us, so that the server sees
    what a test makes and takes back."""
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False, aliases={"default"})
        assert connection.vendor == "sqlite"
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


@pytest.fixture(scope="session")
def county(django_db_setup, django_db_blocker) -> Iterator[World]:
    """The demo county, loaded once; every query of this run is let through."""
    with django_db_blocker.unblock():
        call_command("load_demo")
        yield demo_world()


@pytest.fixture(scope="session")
def site(county: World) -> Iterator[LiveServer]:
    server = LiveServer("127.0.0.1")
    server._live_server_modified_settings.enable()
    yield server
    server.stop()
    server._live_server_modified_settings.disable()


@pytest.fixture(scope="session", autouse=True)
def album(request: pytest.FixtureRequest) -> Iterator[None]:
    """An empty folder at the start, an index of all pictures at the end."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    yield
    asked = [item.callspec.params["route"] for item in request.session.items if _is_picture(item)]
    (FOLDER / "index.html").write_text(index(asked), "utf-8")


def _is_picture(item: pytest.Item) -> bool:
    return hasattr(item, "callspec") and "route" in item.callspec.params


@pytest.fixture(scope="session")
def context_of(browser: Browser, site: LiveServer, county: World) -> Iterator[Callable[..., Any]]:
    """One browser context for each role and mode: its log-in and its cache serve every page."""
    contexts: dict[tuple[str, bool], BrowserContext] = {}

    def known(role: str, elder: bool) -> BrowserContext:
        if (role, elder) not in contexts:
            context = browser.new_context(
                base_url=site.url, locale="zh-CN", timezone_id="Asia/Shanghai"
            )
            if role != PUBLIC:
                user = county.user("secretary" if role == ANYONE else role)
                context.add_cookies([session_cookie(user, site.url)])
            if elder:
                context.add_cookies([elder_cookie(site.url)])
            contexts[role, elder] = context
        return contexts[role, elder]

    yield known
    for context in contexts.values():
        context.close()


@pytest.mark.parametrize("route", ROUTES, ids=str)
def test_page(route: Route, county: World, context_of: Callable[..., BrowserContext]):
    # Logged in before the record is made, since the record is taken back at the end.
    pages = {look: context_of(route.role, elder).new_page() for look, (_, elder) in LOOKS.items()}
    with transaction.atomic():
        address = route.url(route.record(county))
        findings = [
            f"{look}: {finding}"
            for look, page in pages.items()
            for finding in examined(page, address, LOOKS[look][0], picture(route, look))
        ]
        transaction.set_rollback(True)
    assert findings == []


def examined(page: Page, address: str, size: tuple[int, int], path: Path) -> list[str]:
    """Open, photograph and close the page; a line for each thing that is wrong with it."""
    resize(page, *size)
    answer = page.goto(address, wait_until="networkidle")
    assert answer
    shown = urlsplit(unquote(page.url))
    assert (answer.status, shown[2:4]) == (200, urlsplit(unquote(address))[2:4])
    findings = axe_findings(page)
    photograph(page, size, path)
    resize(page, *NARROW)
    if scrolls_sideways(page):
        findings.append(f"scrolls sideways at {NARROW[0]} px")
    page.close()
    return findings


def resize(page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})


def photograph(page: Page, size: tuple[int, int], path: Path) -> None:
    """The whole page as one tall window, so that what sticks to its foot stands at its foot."""
    width, height = size
    whole = page.evaluate("document.documentElement.scrollHeight")
    resize(page, width, min(max(height, whole), TALLEST))
    page.screenshot(path=path)


def test_no_picture_is_missing(request: pytest.FixtureRequest):
    asked = [item.callspec.params["route"] for item in request.session.items if _is_picture(item)]
    missing = [
        str(p) for route in asked for look in LOOKS if not (p := picture(route, look)).exists()
    ]
    assert missing == []


def index(routes: list[Route]) -> str:
    """One row a route, its three pictures side by side."""
    rows = []
    for route in routes:
        names = [picture(route, look).name for look in LOOKS]
        shown = "".join(
            f'<a href="{name}"><img loading="lazy" height="420" src="{name}" alt="{name}"></a>\n'
            for name in names
        )
        rows.append(f"<h2>{escape(str(route))}</h2>\n<p>{shown}</p>\n")
    head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Screens</title>\n'
    return head + "".join(rows)
