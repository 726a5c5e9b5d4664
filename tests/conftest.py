"""What every test may ask for: a database with its guards, a small world, clients by role."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.test import Client

from portal.catalogue import book
from tests import guards
from tests.routes.world import World, build_world

BROWSER = Path(__file__).parent / "browser"
DATABASE = {"db", "transactional_db", "django_db_setup"}


def pytest_configure(config: pytest.Config) -> None:
    """The Chinese texts are compiled anew where the catalogue is newer than its compiled form."""
    if hasattr(config, "workerinput") or not book.BOOK.exists():
        return
    compiled = book.BOOK.with_suffix(".mo")
    if not compiled.exists() or compiled.stat().st_mtime < book.BOOK.stat().st_mtime:
        book.compile_book()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if BROWSER in item.path.parents:
            item.add_marker(pytest.mark.browser)
        elif not asks_a_database(item):
            item.add_marker(pytest.mark.once)


def asks_a_database(item: pytest.Item) -> bool:
    asked = DATABASE & set(getattr(item, "fixturenames", ()))
    return bool(asked) or any(item.get_closest_marker(name) for name in ("django_db", "race"))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker, django_db_keepdb) -> Iterator[dict]:
    with django_db_blocker.unblock():
        taken = guards.take_off()
    yield taken
    if django_db_keepdb:
        with django_db_blocker.unblock():
            guards.put_back(taken)


@pytest.fixture
def trail_guards(db, django_db_setup) -> None:
    """The trail as it is outside of tests: for tests of the triggers themselves."""
    guards.put_back(django_db_setup)


@pytest.fixture
def world(db) -> World:
    """Two townships of one county and a second county that must stay invisible."""
    return build_world()


@pytest.fixture
def client_as(world: World) -> Callable[..., Client]:
    """`client_as("secretary", "other")`: a client logged in with that role in that place."""

    def logged_in(role: str, place: str = "home") -> Client:
        client = Client()
        client.force_login(world.user(role, place))
        return client

    return logged_in
