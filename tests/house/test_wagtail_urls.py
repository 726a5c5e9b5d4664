"""The URLs that Wagtail brings: shut to strangers and to everybody without a section."""

from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.routes.world import World

ADMIN = "admin/"
# Closed by us before Wagtail's own: they lead to the log-in, see the table of routes.
OURS = {"admin/login/"}
# The words and the icons of Wagtail's scripts, the same for everybody.
OPEN = {"admin/jsi18n/", "admin/sprite/"}
SHUT = ["/admin/users/", "/admin/groups/", "/admin/locales/", "/admin/workflows/list/"]


def plain_paths(resolver: URLResolver, prefix: str = "") -> Iterator[str]:
    """Yield the path of every pattern that takes no argument."""
    for pattern in resolver.url_patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            if not set(path) & set("<(^"):
                yield path
        else:
            yield from plain_paths(pattern, path)


PATHS = sorted({p for p in plain_paths(get_resolver()) if p.startswith(ADMIN)} - OURS)


def test_there_are_paths_to_walk():
    assert {"admin/", "admin/images/add/", "admin/pages/search/"} <= set(PATHS)


@pytest.mark.django_db
def test_a_stranger_is_sent_to_the_log_in():
    answers = {path: Client().get(f"/{path}") for path in PATHS if path not in OPEN}
    led = {path: answer.headers.get("Location", "") for path, answer in answers.items()}
    assert {p: to for p, to in led.items() if not to.startswith("/account/login/")} == {}


@pytest.mark.parametrize("role", ["deputy", "unit_officer", "auditor"])
def test_who_publishes_nothing_is_refused(role: str, world: World):
    client = Client()
    client.force_login(world.user(role))
    answers = {path: client.get(f"/{path}").status_code for path in PATHS}
    assert {path: status for path, status in answers.items() if status != 403} == {}


@pytest.mark.parametrize("path", SHUT)
@pytest.mark.parametrize("role", ["secretary", "county_editor"])
def test_people_and_workflows_are_not_kept_here(path: str, role: str, world: World):
    call_command("open_site", county=world.county.name, stdout=StringIO())
    client = Client()
    client.force_login(world.user(role))
    assert (client.get("/admin/").status_code, client.get(path).status_code) == (200, 404)


def test_documents_of_strangers_do_not_exist(db):
    assert Client().get("/documents/1/a.pdf").status_code == 404
