"""Today: at most seven lines of what waits for the person, the longest wait first."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from congress.information import actions
from congress.information.models import Item
from congress.organisations.models import Organisation
from congress.organisations.roles import ROLES
from congress.organisations.rules import actors_of
from congress.overview.queries.today import today_lines
from congress.overview.registry import Line
from tests.factories.information import (
    RETAINED,
    RETURN,
    AdoptionFactory,
    ItemFactory,
    actor_of,
)
from tests.factories.organisations import AppointmentFactory
from tests.routes.world import World

WAITS = {"secretary": "returned", "chair": "awaiting_sign_off", "county_editor": "submitted"}


def made(place: Organisation, title: str, world: World, days: int = 0, **traits: bool) -> Item:
    at = world.at - timedelta(days)
    return ItemFactory(organisation=place, title=title, at=at, **traits)


def titles(world: World, *people: Any) -> list[str]:
    return [line.title for line in today_lines(people, world.at).lines]


@pytest.fixture
def one_of_each(world) -> World:
    """In both townships and in the second county, an item in every state."""
    places = ("home", "other", "foreign")
    states = ("adopted", "retained", "withdrawn", "returned", "submitted", "awaiting_sign_off")
    for place in places:
        town = world.places[place].township
        for state in states:
            made(town, f"{place} {state}", world, **{state: True})
        made(town, f"{place} draft", world)
    return world


@pytest.mark.parametrize("role", ROLES)
def test_each_role_sees_what_waits_for_it(role, one_of_each):
    found = sorted(titles(one_of_each, one_of_each.actor(role)))
    assert found == {
        "secretary": ["退回修改：home returned"],
        "chair": ["等您签发：home awaiting_sign_off"],
        "county_editor": ["home submitted", "other submitted"],
    }.get(role, [])


@pytest.mark.parametrize("role", WAITS)
def test_a_line_says_since_when_what_and_why(role, world):
    item = made(world.township, "水闸修复", world, 3, **{WAITS[role]: True})
    detail = reverse("information:detail", args=[item.pk])
    assert today_lines([world.actor(role)], world.at).lines == [
        {
            "secretary": Line(
                world.at - timedelta(3),
                "退回修改：水闸修复",
                RETURN["reason"],
                "去修改",
                reverse("information:edit", args=[item.pk]),
            ),
            "chair": Line(
                world.at - timedelta(3),
                "等您签发：水闸修复",
                "周明已写好，等您签发后报送。",
                "审阅签发",
                detail,
            ),
            "county_editor": Line(
                world.at - timedelta(3),
                "水闸修复",
                f"石桥镇报送，编号{item.reference}，等待审核。",
                "审核",
                detail,
            ),
        }[role]
    ]


def test_there_are_seven_at_most_and_the_longest_wait_is_first(world, client_as):
    for days in (1, 5, 9, 3, 7, 2, 8, 4, 6):
        made(world.township, f"等了{days}天", world, days, submitted=True)
    editor = world.actor("county_editor")
    assert titles(world, editor) == [f"等了{days}天" for days in (9, 8, 7, 6, 5, 4, 3)]
    page = client_as("county_editor").get(reverse("overview:today"))
    asked = today_lines([editor], world.at)
    assert (page.context["lines"], page.context["waiting"]) == (asked.lines, 9)
    assert asked.count == 9
    assert page.content.decode().count('<li class="line">') == 7
    assert 'href="?all=1"' in page.content.decode()
    every = client_as("county_editor").get(reverse("overview:today"), {"all": 1}).content.decode()
    assert every.count('<li class="line">') == 9
    assert "?all=1" not in every


def test_one_button_is_the_main_one(world, client_as):
    client = client_as("secretary")
    assert red(client) == ["写一条信息"]
    made(world.township, "退回的", world, 1, returned=True)
    assert red(client) == ["去修改"]


def red(client: Client) -> list[str]:
    page = html.fromstring(client.get(reverse("overview:today")).content)
    found = page.xpath("//main//*[contains(@class, 'button-main')]")
    return [" ".join(button.text_content().split()) for button in found]


def test_the_wait_begins_with_the_state_and_not_with_the_item(world):
    editor, at = actor_of("county_editor", world.county), world.at
    old = made(world.township, "旧的", world, 30, submitted=True)
    made(world.township, "新的", world, 5, returned=True)
    actions.return_item(old, **RETURN, by=editor, at=at - timedelta(1))
    secretary = world.actor("secretary")
    assert titles(world, secretary) == ["退回修改：新的", "退回修改：旧的"]
    actions.undo_return(old, reason="看错", by=editor, at=at)
    assert titles(world, secretary) == ["退回修改：新的"]


def test_the_reason_is_that_of_the_last_standing_return(world):
    item = made(world.township, "水闸修复", world, 9, resubmitted=True)
    editor, secretary = actor_of("county_editor", world.county), world.actor("secretary")
    again = RETURN | {"reason": "第二次"}
    actions.return_item(item, **again, by=editor, at=world.at)
    actions.undo_return(item, reason="看错", by=editor, at=world.at)
    actions.return_item(item, **(RETURN | {"reason": "第三次"}), by=editor, at=world.at)
    assert [line.why for line in today_lines([secretary], world.at).lines] == ["第三次"]


def test_a_line_goes_with_the_act(world):
    secretary, chair, editor = (world.actor(role) for role in WAITS)

    def everybody() -> list[list[str]]:
        return [titles(world, actor) for actor in (secretary, chair, editor)]

    item = made(world.township, "水闸修复", world, returned=True)
    actions.set_sign_off(world.township, wanted=True, by=chair, at=world.at)
    assert everybody() == [["退回修改：水闸修复"], [], []]
    actions.submit_item(item, by=secretary, at=world.at)
    assert everybody() == [[], ["等您签发：水闸修复"], []]
    actions.send_back_item(item, remark="请核对", by=chair, at=world.at)
    assert everybody() == [["退回修改：水闸修复"], [], []]
    actions.submit_item(item, by=secretary, at=world.at)
    actions.sign_off_item(item, by=chair, at=world.at)
    assert everybody() == [[], [], ["水闸修复"]]
    actions.retain_item(item, reason=RETAINED, by=editor, at=world.at)
    assert everybody() == [[], [], []]
    actions.undo_retain(item, reason="有新情况", by=editor, at=world.at)
    assert everybody() == [[], [], ["水闸修复"]]
    AdoptionFactory(item=item)
    assert everybody() == [[], [], []]


def test_the_chair_reads_the_title_that_waits_for_the_signature(world):
    """The secretary has given the returned item another title and another drafter."""
    chair, secretary = world.actor("chair"), world.actor("secretary")
    item = made(world.township, "旧题", world, returned=True)
    desk = {"title": "新题", "drafter": "吴桥"}
    actions.edit_draft(item, version=0, **desk, by=secretary, at=world.at)
    actions.set_sign_off(world.township, wanted=True, by=chair, at=world.at)
    actions.submit_item(item, by=secretary, at=world.at)
    (line,) = today_lines([chair], world.at).lines
    assert (line.title, line.why) == ("等您签发：新题", "吴桥已写好，等您签发后报送。")


@pytest.mark.parametrize("role", WAITS)
def test_a_long_title_is_shown_whole_and_escaped(role, world, client_as):
    title = "<b>" + "长" * 117
    made(world.township, title, world, **{WAITS[role]: True})
    page = client_as(role).get(reverse("overview:today")).content.decode()
    assert page.count("&lt;b&gt;" + "长" * 117) == 1
    assert "<b>长" not in page


def test_who_holds_two_posts_sees_both(one_of_each):
    world, user = one_of_each, one_of_each.user("secretary")
    AppointmentFactory(user=user, organisation=world.other, role="chair")
    AppointmentFactory(
        user=user, organisation=world.foreign_county, role="county_editor", ended=True
    )
    expected = {"退回修改：home returned", "等您签发：other awaiting_sign_off"}
    assert set(titles(world, *actors_of(user, world.today))) == expected
    client = Client()
    client.force_login(user)
    page = client.get(reverse("overview:today"))
    assert {line.title for line in page.context["lines"]} == expected
    assert [page.content.decode().count(title) for title in expected] == [1, 1]
