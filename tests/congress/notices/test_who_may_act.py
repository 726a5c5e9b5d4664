"""Every state × person × act, by the action and by the page."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from congress.audit.models import Entry
from congress.flow.moves import NotNow
from congress.notices import actions
from congress.notices.models import Notice
from congress.organisations.roles import CHAIR, COUNTY_EDITOR, COUNTY_SUPERVISOR, SECRETARY
from congress.organisations.rules import NotAllowed
from tests.factories.notices import ALL, NoticeFactory, deputies
from tests.routes.world import World

STATES = ("draft", "awaiting_signature", "signed", "sent", "cancelled")
PEOPLE = [
    *((role, place) for role in (SECRETARY, CHAIR) for place in ("home", "other", "foreign")),
    *((role, "home") for role in ("deputy", "unit_officer", "county_admin", "auditor")),
    *((role, "home") for role in (COUNTY_EDITOR, COUNTY_SUPERVISOR)),
]
AT_THE_PAGE = (SECRETARY, CHAIR, "deputy", COUNTY_SUPERVISOR, "county_admin")


@dataclass(frozen=True)
class Act:
    """`roles` of the township may do it, in the states of `when`, which lead to those named."""

    roles: tuple[str, ...]
    when: dict[str, str]
    do: Callable[..., Any]
    data: Callable[[Notice, World], dict[str, Any]] = lambda notice, world: {}

    def expected(self, role: str, place: str, state: str) -> str:
        if place != "home" or role not in self.roles:
            return "never"
        return "allowed" if state in self.when else "not now"


def typed(notice: Notice, world: World) -> dict[str, Any]:
    return {"edition": 0, "audience": ALL, "title": "新标题"}


def later(notice: Notice, world: World) -> dict[str, Any]:
    at = notice.meeting_at + timedelta(days=1)
    return {"meeting_at": at, "place": "镇政府三楼", "reason": "冲突"}


ACTS = {
    "edit": Act((SECRETARY,), {"draft": "draft"}, actions.edit_notice, typed),
    "discard": Act((SECRETARY,), {"draft": ""}, actions.discard_notice),
    "submit": Act((SECRETARY,), {"draft": "awaiting_signature"}, actions.submit_for_signature),
    "recall": Act((SECRETARY,), {"awaiting_signature": "draft"}, actions.recall_notice),
    "send_back": Act(
        (CHAIR,),
        {"awaiting_signature": "draft"},
        actions.send_back_notice,
        lambda notice, world: {"remark": "请核对"},
    ),
    "sign": Act((CHAIR,), {"awaiting_signature": "signed"}, actions.sign_notice),
    "revise": Act((SECRETARY,), {"signed": "draft"}, actions.revise_notice),
    "send": Act((SECRETARY, CHAIR), {"signed": "sent"}, actions.send_notice),
    "move": Act((CHAIR,), {"sent": "sent"}, actions.move_meeting, later),
    "cancel": Act(
        (CHAIR,),
        {"sent": "cancelled"},
        actions.cancel_notice,
        lambda notice, world: {"reason": "停水"},
    ),
    "remind": Act((SECRETARY,), {"sent": "sent"}, actions.remind_rest),
}
CASES = [(name, state) for name in ACTS for state in STATES]


@contextmanager
def undone_after() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def notice_of(world: World, state: str) -> Notice:
    deputies(world.township, 1)
    traits = {} if state == "draft" else {state: True}
    at = world.at - timedelta(hours=1)
    return NoticeFactory(organisation=world.township, at=at, **traits)


def outcome(act: Callable[[], Any]) -> str:
    try:
        act()
    except NotAllowed:
        return "never"
    except NotNow:
        return "not now"
    return "allowed"


def state_of(notice: Notice) -> str:
    return Notice.objects.filter(pk=notice.pk).values_list("state", flat=True).first() or ""


@pytest.mark.parametrize(("name", "state"), CASES)
def test_by_the_action(name: str, state: str, world: World):
    notice, act = notice_of(world, state), ACTS[name]
    found, wanted = {}, {}
    for person in PEOPLE:
        actor, wanted[person] = world.actor(*person), act.expected(*person, state)
        with undone_after():
            given = act.data(notice, world)
            before = Entry.objects.count()
            found[person] = outcome(partial(act.do, notice, **given, by=actor, at=world.at))
            allowed = wanted[person] == "allowed"
            assert (Entry.objects.count() > before) == allowed
            assert state_of(notice) == (act.when[state] if allowed else state)
    assert found == wanted


@pytest.mark.parametrize(("name", "state"), [case for case in CASES if case[0] != "edit"])
def test_by_the_page(name: str, state: str, world: World):
    """Whoever may not gets 403, 404 out of scope; too late goes back or says so."""
    notice, act = notice_of(world, state), ACTS[name]
    found, wanted = {}, {}
    for role in AT_THE_PAGE:
        client = Client()
        client.force_login(world.user(role))
        expected = act.expected(role, "home", state)
        outside = 403 if role in ("deputy", "county_admin") else 404
        never = outside if role not in (SECRETARY, CHAIR) else 403
        wanted[role] = {"never": never, "allowed": 302, "not now": 409}[expected]
        with undone_after():
            data = act.data(notice, world)
            if "meeting_at" in data:
                data["meeting_at"] = f"{data['meeting_at'].astimezone():%Y-%m-%dT%H:%M}"
            url = reverse(f"notices:{name}", args=[notice.pk])
            status = client.post(url, data).status_code
            moved = state_of(notice) != state
        if wanted[role] == 409 and status == 302:
            status = 409  # nothing was typed: back to the notice with the sentence
        found[role] = status
        assert not moved or wanted[role] == 302
    assert found == wanted
