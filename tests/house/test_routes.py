"""Every URL × everybody: who is sent to the log-in, who finds nothing, who may read."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.views.generic import RedirectView

from tests.routes import every_route
from tests.routes.table import ANYONE, PUBLIC, Route
from tests.routes.world import World

ROUTES: list[Route] = every_route()
LISTED = {(route.name, route.method) for route in ROUTES}
# Packages that bring their own URLs; what is closed or opened in them is asserted by name.
INCLUDED = ("wagtail.",)


def patterns(
    resolver: URLResolver, namespaces: tuple[str, ...] = ()
) -> Iterator[tuple[str, URLPattern]]:
    """Yield every pattern of our own with its full name, unnamed ones by their path."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            name = pattern.name or str(pattern.pattern)
            yield ":".join((*namespaces, name)), pattern
        elif not getattr(pattern.urlconf_module, "__name__", "").startswith(INCLUDED):
            inner = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from patterns(pattern, inner)


def methods(pattern: URLPattern) -> set[str]:
    view = getattr(pattern.callback, "view_class", None)
    if view is None or issubclass(view, RedirectView):
        return {"GET"}
    allowed = set(view.http_method_names) & {"get", "post"}
    return {method.upper() for method in allowed if hasattr(view, method)}


def ask(client: Client, route: Route, record: Any, **options: Any) -> Any:
    if route.method == "POST":
        return client.post(route.url(record), route.fields(record), **options)
    return client.get(route.url(record), **options)


def client_of(world: World, route: Route, place: str = "home", **options: Any) -> Client:
    client = Client(**options)
    if route.role != PUBLIC:
        role = "secretary" if route.role == ANYONE else route.role
        client.force_login(world.user(role, place))
    return client


def test_every_url_and_method_is_listed():
    wanted = {
        (name, method) for name, pattern in patterns(get_resolver()) for method in methods(pattern)
    }
    assert sorted(wanted - LISTED) == []


def test_no_row_without_url():
    known = {name for name, pattern in patterns(get_resolver())}
    assert [str(route) for route in ROUTES if not route.path and route.name not in known] == []


@pytest.mark.parametrize("route", ROUTES, ids=str)
def test_the_right_role_reads_it(route: Route, world: World):
    record = route.record(world)
    response = ask(client_of(world, route), route, record, follow=True)
    assert response.status_code == 200
    assert route.words(record) in route.reads(response)


@pytest.mark.once
@pytest.mark.parametrize("route", ROUTES, ids=str)
def test_nobody_else_does(route: Route, world: World):
    """All who are refused meet one record, which none of them changes."""
    record = route.record(world)
    if route.role != PUBLIC:
        a_stranger_is_sent_to_the_log_in(route, record)
    if route.role not in (PUBLIC, ANYONE):
        elsewhere_it_does_not_exist(route, record, world)
    if route.wrong:
        client = Client()
        client.force_login(world.user(route.wrong))
        assert ask(client, route, record).status_code == 403, route.wrong
    if route.method == "POST":
        client = client_of(world, route, enforce_csrf_checks=True)
        assert ask(client, route, record).status_code == 403, "without a token"
        if (route.name, "GET") not in LISTED:
            assert client_of(world, route).get(route.url(record)).status_code == 405, "an act"


def a_stranger_is_sent_to_the_log_in(route: Route, record: Any) -> None:
    response = ask(Client(), route, record)
    assert response.status_code == 302
    assert response.url.startswith(route.stranger)


def elsewhere_it_does_not_exist(route: Route, record: Any, world: World) -> None:
    """A county's role is the same in both of its townships."""
    home = world.places["home"].seat(route.role)
    for place in ("other", "foreign"):
        if world.places[place].seat(route.role) == home:
            continue
        response = ask(client_of(world, route, place), route, record)
        expected = route.outside_status()
        assert expected is None or response.status_code == expected, place
        if response.status_code == 200:
            assert route.words(record) not in route.reads(response), place
