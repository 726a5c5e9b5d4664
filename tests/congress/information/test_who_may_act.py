"""Every state × person × act, by the action and by the page."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from congress.audit.models import Entry
from congress.flow.moves import NotNow
from congress.information.models import Item, Publication
from congress.organisations.rules import NotAllowed
from tests.congress.information.table import (
    ACTS,
    AT_THE_PAGE,
    CASES,
    NEVER_HANDED_IN,
    PEOPLE,
    STATES,
    item_of,
)
from tests.routes.world import World

READERS = ("secretary", "chair", "county_editor", "county_supervisor")
DESK = ("edit", "attach")


@contextmanager
def undone_after() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def given(item: Item, name: str) -> dict[str, Any]:
    """The arguments of the action, as a form would clean them."""
    data = ACTS[name].data(item)
    if name == "adopt":
        data["publication"] = Publication.objects.get(pk=data["publication"])
    if name == "attach":
        data["upload"] = data.pop("file")
    return data


def state_of(item: Item) -> str:
    return Item.objects.filter(pk=item.pk).values_list("state", flat=True).first() or ""


def outcome(act: Callable[[], Any]) -> str:
    try:
        act()
    except NotAllowed:
        return "never"
    except NotNow:
        return "not now"
    return "allowed"


@pytest.mark.parametrize(("name", "kind"), CASES)
def test_by_the_action(name: str, kind: str, world: World):
    item, act = item_of(world, kind), ACTS[name]
    found, wanted = {}, {}
    for person in PEOPLE:
        actor, wanted[person] = world.actor(*person), act.expected(*person, kind)
        with undone_after():
            arguments = given(item, name)
            before = Entry.objects.count()
            found[person] = outcome(partial(act.do, item, **arguments, by=actor, at=world.at))
            entries = Entry.objects.count() - before
            allowed = wanted[person] == "allowed"
            assert (entries, state_of(item)) == (
                (1, act.when[kind]) if allowed else (0, STATES[kind])
            )
    assert found == wanted


def status_of(name: str, kind: str, role: str, place: str) -> int:
    """What the page answers: the log-in's people are all known."""
    if role not in READERS or (name in DESK and role != "secretary"):
        return 403
    handed_in = kind not in NEVER_HANDED_IN
    visible = place == "home" and (handed_in or role in ("secretary", "chair"))
    if not visible:
        return 404
    return {"never": 403, "not now": 409, "allowed": 302}[ACTS[name].expected(role, place, kind)]


@pytest.mark.parametrize(("name", "kind"), CASES)
def test_by_the_page(name: str, kind: str, world: World):
    item, act = item_of(world, kind), ACTS[name]
    url = reverse(f"information:{name}", args=[item.pk])
    found, wanted = {}, {}
    for person in AT_THE_PAGE:
        client = Client()
        client.force_login(world.user(*person))
        wanted[person] = status_of(name, kind, *person)
        with undone_after():
            data = act.data(item)
            before = Entry.objects.count()
            status = client.post(url, data).status_code
            moved = Entry.objects.count() - before
        if wanted[person] == 409 and status == 302:
            status = 409  # nothing was typed: back to the item with the sentence
        found[person] = status
        assert moved == int(wanted[person] == 302), person
    assert found == wanted


@pytest.mark.parametrize(("name", "kind"), [case for case in CASES if ACTS[case[0]].page])
def test_the_page_of_an_act_opens_when_it_may_be_done(name: str, kind: str, world: World):
    item = item_of(world, kind)
    url = reverse(f"information:{name}", args=[item.pk])
    found, wanted = {}, {}
    for role in READERS:
        client = Client()
        client.force_login(world.user(role))
        status = status_of(name, kind, role, "home")
        wanted[role] = {302: 200, 409: 302}.get(status, status)
        found[role] = client.get(url).status_code
    assert found == wanted
    assert state_of(item) == STATES[kind]
