"""A notice that goes out by SMS to more people than one press sends."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from congress.notices.models import Notice
from congress.notifications.actions import delivering
from congress.notifications.models import Delivery
from congress.notifications.queries.progress import Progress, progress_of
from tests.factories.notices import NoticeFactory, deputies

PEOPLE = 58


@pytest.fixture
def notice(world, gateway) -> Notice:
    deputies(world.township, PEOPLE)
    return NoticeFactory(organisation=world.township, signed=True)


def page_of(notice: Notice) -> str:
    return reverse("notices:progress", args=[notice.pk])


def send(client, notice: Notice):
    return client.post(reverse("notices:send", args=[notice.pk]))


def progress(notice: Notice) -> tuple[int, int, int, int]:
    found = progress_of(notice)
    return found.sent, found.waiting, found.again, found.given_up


def test_the_press_leads_to_the_progress_and_sends_nothing_itself(notice, gateway, client_as):
    answer = send(client_as("secretary"), notice)
    assert (answer.url, gateway.asked) == (page_of(notice), [])
    assert progress(notice) == (0, PEOPLE, 0, 0)


def test_without_a_gateway_the_press_leads_back_to_the_notice(world, client_as):
    notice = NoticeFactory(organisation=world.township, signed=True)
    client = client_as("secretary")
    assert send(client, notice).url == reverse("notices:detail", args=[notice.pk])
    assert "没有通过短信或邮件发出" in client.get(page_of(notice)).content.decode()


def test_fifty_a_press_until_all_have_gone_out(notice, gateway, client_as):
    client = client_as("secretary")
    send(client, notice)
    answer = client.post(page_of(notice))
    assert (answer.url, len(gateway.asked)) == (page_of(notice), 50)
    assert "已发出 50 条，共 58 条" in client.get(page_of(notice)).content.decode()
    card = client.post(page_of(notice), headers={"HX-Request": "true"}).content.decode()
    assert (len(gateway.asked), "58 条已全部发出" in card, "<html" in card) == (58, True, False)
    assert "继续发送" not in card
    client.post(page_of(notice))
    assert (len(gateway.asked), progress(notice)) == (58, (58, 0, 0, 0))


def test_only_messages_of_this_notice_are_sent(notice, world, gateway, client_as):
    other = NoticeFactory(organisation=world.township, sent=True)
    client = client_as("secretary")
    send(client, notice)
    client.post(page_of(notice))
    assert (progress(notice)[0], progress(other)[0]) == (50, 0)


def test_a_press_ends_after_some_seconds(notice, gateway, client_as, monkeypatch):
    monkeypatch.setattr(delivering, "SECONDS", 0.0)
    client = client_as("secretary")
    send(client, notice)
    client.post(page_of(notice))
    assert (gateway.asked, progress(notice)) == ([], (0, PEOPLE, 0, 0))


def test_a_failing_operator_is_shown_and_tried_again(notice, gateway, client_as):
    client = client_as("secretary")
    send(client, notice)
    gateway.status = 500
    client.post(page_of(notice))
    assert progress(notice) == (0, PEOPLE - 3, 3, 0)
    assert "等待重发" in client.get(page_of(notice)).content.decode()
    card = client.post(page_of(notice), headers={"HX-Request": "true"}).content.decode()
    assert ("继续发送" in card, "load delay" in card) == (True, False)


def test_who_could_not_be_reached_is_named(notice, gateway, client_as):
    client = client_as("secretary")
    send(client, notice)
    Delivery.objects.update(
        began_at=timezone.now(), ended_at=timezone.now(), fault="HTTP 500", given_up=True
    )
    name = notice.recipients.first().user.name
    text = client.get(page_of(notice)).content.decode()
    assert (progress(notice), name in text) == ((0, 0, 0, PEOPLE), True)


def test_the_page_of_the_notice_tells_it_in_a_line(notice, gateway, client_as):
    client = client_as("secretary")
    send(client, notice)
    client.post(page_of(notice))
    text = client.get(reverse("notices:detail", args=[notice.pk])).content.decode()
    assert "短信、邮件已发出 50 条，共 58 条" in text


def test_the_questions_do_not_grow_with_the_people(
    notice, gateway, client_as, django_assert_num_queries
):
    client = client_as("secretary")
    send(client, notice)
    client.post(page_of(notice))
    client.get(page_of(notice))
    with django_assert_num_queries(2):
        assert progress_of(notice) == Progress(50, 8, 0, 0)
        list(Delivery.objects.of_record(notice).waiting(timezone.now() + timedelta(days=1)))


def test_a_worker_sends_without_anybody_waiting(
    notice, gateway, client_as, settings, django_capture_on_commit_callbacks
):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    client = client_as("secretary")
    with django_capture_on_commit_callbacks(execute=True):
        send(client, notice)
    task = DBTaskResult.objects.get(task_path__endswith="send_waiting")
    assert (gateway.asked, task.status) == ([], "READY")
    assert "继续发送" not in client.get(page_of(notice)).content.decode()
    task.task.call()
    assert (len(gateway.asked), progress(notice)) == (PEOPLE, (PEOPLE, 0, 0, 0))
