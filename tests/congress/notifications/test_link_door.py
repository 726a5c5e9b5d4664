"""/l/<token>/: opening shows, only a press counts, and what is not valid tells nothing."""

import re
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.core.cache import cache
from django.http import Http404
from django.test import Client
from django.utils import timezone

from congress.audit.models import Entry
from congress.information.models import Item
from congress.notifications.actions import revoke_links
from congress.notifications.models import PersonalLink
from congress.notifications.views import links as door
from congress.web.limits import Limit
from tests.factories.information import actor_of
from tests.factories.notifications import NOD, make_link

TITLE = "村级公路养护"
WECHAT = "Mozilla/5.0 MicroMessenger/8.0"


@pytest.fixture(autouse=True)
def fresh_counts(db):
    cache.clear()


def presses() -> int:
    return Entry.objects.filter(act=NOD).count()


def test_opening_shows_and_changes_nothing(world):
    link = make_link(world)
    before = Entry.objects.count()
    for method in ("get", "head", "get"):
        answer = getattr(Client(headers={"User-Agent": WECHAT}), method)(link.path)
        assert answer.status_code == 200
        assert "sessionid" not in answer.cookies
    assert TITLE in answer.content.decode()
    assert "石桥镇人大" in answer.content.decode()
    assert (Entry.objects.count(), presses()) == (before, 0)


def test_only_a_press_counts_and_nobody_is_logged_in(world):
    link = make_link(world)
    client = Client()
    answer = client.post(link.path)
    assert (answer.status_code, answer.url) == (302, link.path)
    entry = Entry.objects.get(act=NOD)
    assert (entry.user_id, entry.role_label) == (link.user_id, "人大代表（个人链接）")
    assert "sessionid" not in client.cookies
    assert client.get("/work/").url.startswith("/account/login/")


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options"])
def test_other_methods_are_refused(method, world):
    assert getattr(Client(), method)(make_link(world).path).status_code == 405


def test_a_press_needs_the_token_of_its_page(world):
    link = make_link(world)
    client = Client(enforce_csrf_checks=True)
    assert client.post(link.path).status_code == 403
    page = client.get(link.path).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
    assert client.post(link.path, {"csrfmiddlewaretoken": token}).status_code == 302
    assert presses() == 1


def spoiled(world, how: str) -> str:
    """The path of a link that is not valid, for one of the reasons."""
    link = make_link(world)
    rows = PersonalLink.objects.filter(pk=link.pk)
    if how == "revoked":
        revoke_links(
            link_record(link), act=NOD, by=actor_of("secretary", world.township), at=world.at
        )
    elif how == "past":
        rows.update(issued_at=world.at - timedelta(days=9), until=timezone.now())
    elif how == "not begun":
        rows.update(issued_at=world.at + timedelta(days=1))
    elif how == "another act":
        rows.update(act="rate")
    elif how == "cut short":
        return f"{link.path[:-3]}/"
    return link.path


def link_record(link: PersonalLink):
    return Item.objects.get(pk=link.object_id)


def without(path: str, page: str) -> str:
    """The page but for its own address, to which the switch of the letters leads back."""
    return page.replace(quote(path, safe=""), "")


SPOILED = ["revoked", "past", "not begun", "another act", "cut short"]


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("how", SPOILED)
def test_an_invalid_link_tells_nothing(how, method, world):
    path = spoiled(world, how)
    answer = getattr(Client(), method)(path)
    unknown = getattr(Client(), method)("/l/unknown/")
    assert (answer.status_code, unknown.status_code) == (404, 404)
    page = answer.content.decode()
    assert without(path, page) == without("/l/unknown/", unknown.content.decode())
    assert "链接已失效" in page
    assert (TITLE in page, "石桥" in page, presses()) == (False, False, 0)


def test_a_record_that_is_gone(world, monkeypatch):
    link = make_link(world)
    PersonalLink.objects.filter(pk=link.pk).update(object_id=0)
    monkeypatch.setattr(door, "act_view", lambda act: gone)
    answer = Client().get(link.path)
    assert answer.status_code == 404
    assert "链接已失效" in answer.content.decode()


def gone(request, link):
    raise Http404


@pytest.mark.parametrize("valid", [True, False])
@pytest.mark.parametrize("method", ["get", "post"])
def test_it_is_never_kept_nor_found(valid, method, world):
    path = make_link(world).path if valid else "/l/unknown/"
    answer = getattr(Client(), method)(path)
    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert answer["Referrer-Policy"] == "same-origin"


def test_guessing_ends_soon(world, monkeypatch):
    monkeypatch.setattr(door, "MISSED", Limit("link-missed", 3, 600))
    link = make_link(world)
    guess, other = Client(REMOTE_ADDR="10.0.0.1"), Client(REMOTE_ADDR="10.0.0.2")
    seen = [guess.get(f"/l/guess{number}/").status_code for number in range(5)]
    assert seen == [404, 404, 404, 429, 429]
    assert (guess.get(link.path).status_code, other.get(link.path).status_code) == (429, 200)
    assert guess.get(link.path)["Retry-After"] == "600"


def test_an_address_may_ask_so_often(world, monkeypatch):
    monkeypatch.setattr(door, "ASKED", Limit("link-asked", 2, 600))
    link = make_link(world)
    assert [Client().get(link.path).status_code for _ in range(3)] == [200, 200, 429]


def test_a_link_may_be_pressed_so_often_from_anywhere(world, monkeypatch):
    monkeypatch.setattr(door, "PRESSED", Limit("link-pressed", 2, 600))
    link = make_link(world)
    seen = [
        Client(REMOTE_ADDR=f"10.0.0.{number}").post(link.path).status_code for number in range(3)
    ]
    assert (seen, presses()) == ([302, 302, 429], 2)
    assert Client().get(link.path).status_code == 200


def test_the_address_behind_a_proxy(world, monkeypatch, settings):
    settings.TRUSTED_PROXY_COUNT = 1
    monkeypatch.setattr(door, "ASKED", Limit("link-asked", 1, 600))
    link = make_link(world)
    seen = [
        Client(headers={"X-Forwarded-For": f"forged, {address}"}).get(link.path).status_code
        for address in ("10.0.0.1", "10.0.0.2", "10.0.0.1")
    ]
    assert seen == [200, 200, 429]
