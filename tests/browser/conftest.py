"""A Chromium for the whole run, a page for a test."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import chromium, chromium_path
from tests.browser.pages import session_cookie
from tests.routes.world import World, build_world


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not chromium_path():
        pytest.skip("no Chromium found (CHROMIUM names one)")
    with chromium() as started:
        yield started


@pytest.fixture
def world(transactional_db, django_db_serialized_rollback) -> World:
    """The same small world, committed, so that the live server sees it."""
    return build_world()


@pytest.fixture
def page_at(browser: Browser, live_server) -> Iterator[Callable[..., Page]]:
    """`page_at(390, 844, user)`: a page of that size, logged in where a user is given.

    A script error or a failed request on the page fails the test.
    """
    contexts, troubles = [], []

    def opened(width: int, height: int, user=None) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
        )
        contexts.append(context)
        if user is not None:
            context.add_cookies([session_cookie(user, live_server.url)])
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert troubles == []
