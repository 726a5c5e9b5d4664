"""What goes out: entered with the act, sent once, tried again with growing pauses, given up."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from congress.notifications import channels
from congress.notifications.actions import deliver, delivering, notify
from congress.notifications.channels import ChannelFailed, Letter, register_channel
from congress.notifications.models import Delivery, Message
from tests.factories.information import actor_of
from tests.factories.notifications import tell
from tests.factories.organisations import UserFactory


@pytest.fixture
def person(db):
    return UserFactory(name="萧磊", phone="13900000000", email="xiao@example.com")


def rows(*fields: str) -> list:
    return list(Delivery.objects.order_by("pk").values_list(*fields, flat=len(fields) == 1))


def outcome(at) -> tuple[int, int, int]:
    done = deliver(at=at)
    return done.sent, done.failed, done.given_up


def test_nothing_goes_out_without_a_channel(world, person):
    tell(world, person, at=timezone.now())
    assert (rows("pk"), outcome(timezone.now())) == ([], (0, 0, 0))


def test_a_message_goes_out_once(world, person, gateway, mailoutbox, settings):
    settings.EMAIL_URL = "smtp://localhost"
    tell(world, person, "请签收", path="/l/abc/", at=timezone.now())
    tell(world, UserFactory(), "没有号码的人", at=timezone.now())
    assert rows("channel", "attempt", "ended_at") == [("mail", 1, None), ("sms", 1, None)]
    assert (gateway.asked, mailoutbox) == ([], [])
    assert [outcome(timezone.now()), outcome(timezone.now())] == [(2, 0, 0), (0, 0, 0)]
    (asked,), (mail,) = gateway.asked, mailoutbox
    assert "请签收。请补充具体数字。 https://rd.example.gov.cn/l/abc/" in asked.body
    assert (mail.subject, mail.to) == ("请签收", ["xiao@example.com"])
    assert mail.body == "请补充具体数字。\n\nhttps://rd.example.gov.cn/l/abc/\n"


def test_an_act_that_is_undone_sends_nothing(world, person, gateway):
    with transaction.atomic():
        tell(world, person, at=timezone.now())
        transaction.set_rollback(True)
    assert (Message.objects.count(), outcome(timezone.now())) == (0, (0, 0, 0))


def test_an_act_of_an_earlier_day_stays_inside(world, person, gateway):
    tell(world, person, at=timezone.now() - timedelta(days=1))
    assert (Message.objects.count(), rows("pk")) == (1, [])


def test_many_people_in_few_questions(world, gateway, django_assert_num_queries):
    people = [UserFactory(phone=f"139{number:08}") for number in range(60)]
    with django_assert_num_queries(4):
        notify(
            people,
            title="请签收",
            text="",
            path="/work/",
            record=world.township,
            by=actor_of("secretary", world.township),
            at=timezone.now(),
        )
    assert len(rows("pk")) == 60


def test_a_failing_channel_is_tried_again_and_then_given_up(world, person, gateway):
    start = timezone.now()
    tell(world, person, at=start)
    gateway.status, now = 503, start
    pauses = []
    while waiting := Delivery.objects.filter(began_at=None).first():
        pauses.append(round((waiting.due_at - now).total_seconds() / 60))
        assert outcome(waiting.due_at - timedelta(seconds=1)) == (0, 0, 0)
        now = waiting.due_at
        last = waiting.attempt == 6
        assert outcome(waiting.due_at) == (0, 1, int(last))
    assert pauses == [0, 5, 30, 120, 360, 1440]
    assert rows("attempt", "fault", "given_up")[-2:] == [
        (5, "HTTP 503", False),
        (6, "HTTP 503", True),
    ]
    assert outcome(start + timedelta(days=2)) == (0, 0, 0)
    assert len(gateway.asked) == 6


def test_it_is_sent_when_the_operator_answers_again(world, person, gateway):
    tell(world, person, at=timezone.now())
    gateway.status = 503
    assert outcome(timezone.now()) == (0, 1, 0)
    gateway.status = 200
    assert outcome(timezone.now() + timedelta(minutes=6)) == (1, 0, 0)
    assert rows("attempt", "fault") == [(1, "HTTP 503"), (2, "")]


def test_three_faults_in_a_row_end_the_run(world, gateway):
    gateway.status = 503
    for number in range(5):
        user = UserFactory(phone=f"139{number:08}")
        tell(world, user, at=timezone.now())
    assert outcome(timezone.now()) == (0, 3, 0)
    assert outcome(timezone.now()) == (0, 2, 0)


def test_an_interrupted_attempt_is_made_again(world, person, gateway):
    tell(world, person, at=timezone.now())
    Delivery.objects.update(began_at=timezone.now())
    assert outcome(timezone.now()) == (0, 0, 0)
    assert outcome(timezone.now() + timedelta(minutes=16)) == (0, 1, 0)
    assert outcome(timezone.now() + timedelta(minutes=30)) == (1, 0, 0)
    assert rows("attempt", "fault") == [(1, "发送中断"), (2, "")]


def test_what_is_of_no_use_any_more_is_given_up(world, person, gateway, settings):
    url, settings.SMS_URL = settings.SMS_URL, settings.SMS_URL
    tell(world, person, at=timezone.now())
    settings.SMS_URL = ""
    assert outcome(timezone.now()) == (0, 0, 0)
    settings.SMS_URL = url
    assert outcome(timezone.now() + timedelta(days=4)) == (0, 1, 1)
    assert gateway.asked == []


def test_a_number_that_was_taken_away(world, person, gateway):
    tell(world, person, at=timezone.now())
    person.phone = None
    person.save()
    assert outcome(timezone.now()) == (0, 1, 0)
    assert rows("fault")[0] == "已没有可用的号码或邮箱"


class Robot:
    """What a group's robot is: one more class of this shape."""

    code = "robot"
    label = "群机器人"
    prefetch = ()

    def __init__(self) -> None:
        self.sent: list[Letter] = []

    def is_on(self) -> bool:
        return True

    def address_of(self, user) -> str:
        return "石桥镇代表群"

    def send(self, letter: Letter) -> None:
        if letter.title == "坏":
            raise ChannelFailed
        self.sent.append(letter)


def test_an_adapter_of_another_room(world, person, monkeypatch):
    monkeypatch.setattr(channels, "_channels", {})
    robot = Robot()
    register_channel(robot)
    register_channel(Robot())
    tell(world, person, "好", at=timezone.now())
    tell(world, person, "坏", at=timezone.now())
    assert outcome(timezone.now()) == (1, 1, 0)
    assert [(letter.to, letter.title) for letter in robot.sent] == [("石桥镇代表群", "好")]
    assert rows("fault")[1] == "ChannelFailed"


def test_the_command_delivers_and_says_so(world, person, gateway, capsys):
    tell(world, person, at=timezone.now())
    call_command("send_reminders")
    assert capsys.readouterr().out == (
        "已提醒 0 人次，略过较早的提醒 0 次；邮件、短信发出 1 条，未成功 0 条，"
        "其中不再重试 0 条。\n"
    )
    assert len(gateway.asked) == 1
    assert tuple(sorted(delivering.PAUSES)) == delivering.PAUSES
