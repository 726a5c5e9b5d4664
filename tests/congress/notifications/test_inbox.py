"""The inbox: one row a person, one's own only, read by opening or all at once."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from congress.notifications.actions import notify, read_message
from congress.notifications.models import Message
from congress.organisations.roles import ROLES
from congress.organisations.rules import NotAllowed
from tests.factories.information import actor_of
from tests.factories.notifications import tell
from tests.factories.organisations import UserFactory

INBOX = "/work/inbox/"


def unread(user) -> list[str]:
    return list(Message.objects.unread().filter(user=user).values_list("title", flat=True))


@pytest.mark.parametrize("number", [1, 3, 60])
def test_one_row_a_person_in_one_insert(number, world, django_assert_num_queries):
    people = [UserFactory() for _ in range(number)]
    with django_assert_num_queries(1):
        told = notify(
            [*people, people[0]],
            title="请参加会议",
            text="周四上午9点",
            path="/work/",
            record=world.township,
            by=actor_of("secretary", world.township),
            at=world.at,
        )
    assert told == number
    rows = Message.objects.values_list("user", "title", "text", "sender", "object_id", "read_at")
    assert sorted(rows) == sorted(
        (user.pk, "请参加会议", "周四上午9点", "石桥镇", world.township.pk, None) for user in people
    )


def test_each_may_have_a_path_of_their_own(world):
    first, second = UserFactory(), UserFactory()
    fields = {"title": "请签收", "text": "", "record": world.county, "at": world.at}
    paths = {first.pk: "/l/one/", second.pk: "/l/two/"}
    by = actor_of("county_editor", world.county)
    notify([first, second], path=paths, by=by, **fields)
    assert dict(Message.objects.values_list("user", "path")) == paths


def test_what_is_too_long_is_cut(world):
    message = tell(world, UserFactory(), "长" * 300, text="文" * 900)
    assert (len(message.title), len(message.text)) == (200, 500)
    assert message.title.endswith("长…")


@pytest.mark.parametrize("path", ["//example.com/", "/\\example.com", "https://example.com/", ""])
def test_a_message_leads_nowhere_else(path, world):
    user = UserFactory()
    with pytest.raises(IntegrityError, match="message_path_is_ours"), transaction.atomic():
        tell(world, user, path=path)


@pytest.mark.parametrize("role", ROLES)
def test_everybody_reads_their_own(role, world, client_as):
    tell(world, world.user(role), "给本人的消息")
    tell(world, world.user(role, "foreign"), "给别人的消息")
    page = client_as(role).get(INBOX).content.decode()
    assert ("给本人的消息" in page, "给别人的消息" in page) == (True, False)
    assert "1 条未读" in page


def test_opening_marks_it_and_leads_to_its_record(world, client_as):
    user = world.user("secretary")
    message = tell(world, user, path="/work/information/")
    tell(world, user, "另一条")
    client = client_as("secretary")
    answer = client.post(f"{INBOX}{message.pk}/open/")
    assert (answer.status_code, answer.url) == (302, "/work/information/")
    assert unread(user) == ["另一条"]
    first = Message.objects.get(pk=message.pk).read_at
    client.post(f"{INBOX}{message.pk}/open/")
    assert Message.objects.get(pk=message.pk).read_at == first


@pytest.mark.parametrize(("role", "place"), [("chair", "home"), ("secretary", "other")])
def test_another_persons_message_does_not_exist(role, place, world, client_as):
    message = tell(world, world.user("secretary"))
    assert client_as(role, place).post(f"{INBOX}{message.pk}/open/").status_code == 404
    with pytest.raises(NotAllowed):
        read_message(message, by=world.actor(role, place), at=world.at)
    assert unread(message.user) == [message.title]


def test_a_person_reads_in_all_posts(world, client_as):
    """Messages are the person's: whichever post they came with."""
    user = world.user("deputy")
    message = tell(world, user)
    assert client_as("deputy").post(f"{INBOX}{message.pk}/open/").status_code == 302


def test_all_read_up_to_what_was_shown(world, client_as):
    user, stranger = world.user("secretary"), world.user("chair")
    seen = [tell(world, user, f"第{number}条") for number in range(3)]
    tell(world, user, "后来的")
    tell(world, stranger)
    client = client_as("secretary")
    client.post(f"{INBOX}read/", {"newest": seen[-1].pk})
    assert unread(user) == ["后来的"]
    assert len(unread(stranger)) == 1
    for newest in ("", "x", "9" * 40):
        assert client.post(f"{INBOX}read/", {"newest": newest}).url == INBOX
    assert unread(user) == ["后来的"]


def test_a_thousand_messages_come_in_pages(world, client_as):
    user = world.user("deputy")
    for number in range(1000):
        tell(world, user, f"第{number:04}号", at=world.at - timedelta(minutes=number))
    client = client_as("deputy")
    page = client.get(INBOX).content.decode()
    assert ("第0049号" in page, "第0050号" in page, "20" in page) == (True, False, True)
    last = client.get(f"{INBOX}?page=99").content.decode()
    assert ("第0950号" in last, "第0999号" in last) == (True, True)
    assert "1000 条未读" in last


def test_the_unread_alone(world, client_as):
    user = world.user("unit_officer")
    client = client_as("unit_officer")
    assert "还没有消息" in client.get(INBOX).content.decode()
    read = tell(world, user, "看过的")
    tell(world, user, "没看的")
    client.post(f"{INBOX}{read.pk}/open/")
    page = client.get(f"{INBOX}?show=unread").content.decode()
    assert ("看过的" in page, "没看的" in page) == (False, True)
    Message.objects.update(read_at=world.at)
    assert "没有未读消息" in client.get(f"{INBOX}?show=unread").content.decode()


def test_the_menu_counts_the_unread(world, client_as):
    client = client_as("deputy")
    assert "side-count" not in client.get("/work/").content.decode()
    tell(world, world.user("deputy"))
    assert '<span class="side-count">1</span>' in client.get("/work/").content.decode()


def test_somebody_without_a_post_has_no_inbox(world):
    client = Client()
    client.force_login(UserFactory())
    assert client.get(INBOX).status_code == 403


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same(number, world, client_as, django_assert_num_queries):
    for _ in range(number):
        tell(world, world.user("secretary"))
    client = client_as("secretary")
    client.get(INBOX)
    with django_assert_num_queries(15):
        client.get(INBOX)
