"""What was given up: shown to the administrator of the county, sent once more at a press."""

import pytest
from django.utils import timezone

from congress.audit.models import Entry
from congress.notifications.actions import deliver, try_again
from congress.notifications.models import Delivery
from congress.organisations.rules import NotAllowed
from tests.factories.notifications import undelivered

PAGE = "/work/inbox/deliveries/"


def test_the_administrator_is_told(world, client_as):
    client = client_as("county_admin")
    assert "没有送达" not in client.get("/work/inbox/").content.decode()
    assert "没有未送达的" in client.get(PAGE).content.decode()
    undelivered(world, world.user("chair"))
    undelivered(world, world.user("chair", "foreign"))
    assert "有 1 条邮件或短信没有送达" in client.get("/work/inbox/").content.decode()
    page = client.get(PAGE).content.decode()
    names = [world.user("chair", place).name in page for place in ("home", "foreign")]
    assert (names, "短信" in page, "HTTP 503" in page) == ([True, False], True, True)
    assert "信息已退回修改" not in page
    assert "没有送达" not in client_as("secretary").get("/work/inbox/").content.decode()


def test_it_is_sent_once_more(world, client_as, gateway):
    user = world.user("chair")
    row = undelivered(world, user)
    user.phone = "13900000000"
    user.save()
    client = client_as("county_admin")
    assert client.post(f"{PAGE}{row.pk}/again/").url == PAGE
    assert client.post(f"{PAGE}{row.pk}/again/").status_code == 404
    assert try_again(row, by=world.actor("county_admin"), at=timezone.now()) is None
    assert deliver(at=timezone.now()).sent == 1
    assert Delivery.objects.filter(given_up=True).count() == 0
    entry = Entry.objects.get(act="try_again")
    assert (entry.kind, entry.act_label, entry.name) == (
        "message",
        "重发未送达的消息",
        world.user("county_admin").name,
    )


@pytest.mark.parametrize(("role", "place"), [("secretary", "home"), ("county_admin", "foreign")])
def test_nobody_else_sends_it(role, place, world):
    row = undelivered(world, world.user("chair"))
    with pytest.raises(NotAllowed):
        try_again(row, by=world.actor(role, place), at=world.at)
    assert Delivery.objects.count() == 1


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same(number, world, client_as, django_assert_num_queries):
    for _ in range(number):
        undelivered(world, world.user("chair"))
    client = client_as("county_admin")
    client.get(PAGE)
    with django_assert_num_queries(10):
        client.get(PAGE)
