"""Reminders: each stage once, the newest after an outage, one room's fault kept to itself."""

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from congress.notifications import registry
from congress.notifications.actions import begin_run, end_run, remind
from congress.notifications.dues import Citation, Due, cite
from congress.notifications.models import Message, Reminder, ReminderRun
from tests.factories.information import ItemFactory
from tests.factories.organisations import UserFactory

NOW = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)


def due(user, stage: str, hours_ago: int, record: int = 7, **fields) -> Due:
    return Due(
        stage=stage,
        due_at=NOW - timedelta(hours=hours_ago),
        record=Citation("notices", "notice", record, "石桥-通知-2026-007"),
        user_id=user.pk,
        title=f"请签收通知（{stage}）",
        text="会议时间：11月26日 星期四",
        path="/work/inbox/",
        **fields,
    )


def run(at: datetime = NOW) -> tuple[int, int, int]:
    reminded = remind(begin_run(at=at), at=at)
    return reminded.told, reminded.passed_over, reminded.faults


def told() -> list[tuple[str, str]]:
    return sorted(Message.objects.values_list("user__name", "title"))


def ledger() -> dict[str, bool]:
    return dict(Reminder.objects.values_list("stage", "passed_over"))


def test_a_stage_is_told_once(db, stages):
    user = UserFactory(name="萧磊")
    stages([due(user, "前一天", 1), due(user, "会后", -30)])
    assert [run(), run(), run(NOW + timedelta(hours=2))] == [(1, 0, 0), (0, 0, 0), (0, 0, 0)]
    assert told() == [("萧磊", "请签收通知（前一天）")]
    message = Message.objects.get()
    assert (message.room, message.kind, message.object_id) == ("notices", "notice", 7)
    assert (message.path, message.sent_at) == ("/work/inbox/", NOW)
    assert run(NOW + timedelta(hours=31)) == (1, 0, 0)


def test_after_an_outage_the_newest_stage_alone_is_told(db, stages):
    first, second = UserFactory(name="甲"), UserFactory(name="乙")
    stages([due(first, "三天", 60), due(first, "一天", 12), due(first, "当天", 1)])
    assert run() == (1, 2, 0)
    assert told() == [("甲", "请签收通知（当天）")]
    assert ledger() == {"三天": True, "一天": True, "当天": False}
    # Another person, and another record of the same person, have stages of their own.
    stages([due(second, "三天", 60), due(first, "三天", 60, record=8)])
    assert run() == (2, 0, 0)


def test_an_older_stage_that_comes_late_is_passed_over(db, stages):
    user = UserFactory()
    stages([due(user, "一天", 12)])
    assert run() == (1, 0, 0)
    stages([due(user, "三天", 60), due(user, "一天", 12)])
    assert run() == (0, 1, 0)


def test_two_rooms_may_name_the_same_stage(db, stages):
    user = UserFactory()
    stages([due(user, "一天", 12)], [due(user, "一天", 12)])
    assert run() == (1, 0, 0)


def test_a_fault_of_one_room_stays_with_it(db, stages, monkeypatch, caplog):
    user = UserFactory()
    stages([due(user, "一天", 12)])
    bad = Due("x", NOW, Citation("notices", "notice", 9), user.pk, "题", "", "https://x.cn/")

    def broken(at):
        raise RuntimeError("no such table")

    sound = registry.providers()
    monkeypatch.setattr(registry, "_providers", [broken, lambda at: [bad], *sound])
    assert run() == (1, 0, 2)
    assert ledger() == {"一天": False}
    assert "no such table" in caplog.text


def test_many_people_in_few_questions(db, stages, django_assert_num_queries):
    people = [UserFactory() for _ in range(90)]
    stages([due(user, "一天", 12) for user in people])
    with django_assert_num_queries(8):
        assert run() == (90, 0, 0)
    assert Message.objects.values("user").distinct().count() == 90
    stages([due(user, "一天", 12) for user in people * 2])
    assert run() == (0, 0, 0)


def test_more_than_one_batch(db, stages):
    people = [UserFactory() for _ in range(3)]
    stages([due(user, f"第{n}次", n, record=n) for user in people for n in range(100)])
    assert run() == (300, 0, 0)


def test_a_record_is_cited(db):
    item = ItemFactory(submitted=True)
    assert cite(item) == ("information", "item", item.pk, item.reference)
    assert cite(UserFactory())[3] == ""


def test_the_ledger_refuses_a_second_row(db, stages):
    user = UserFactory()
    stages([due(user, "一天", 12)])
    run()
    twin = Reminder.objects.get()
    twin.pk = None
    with pytest.raises(IntegrityError, match=r"reminder_once|UNIQUE"), transaction.atomic():
        twin.save()


def command() -> str:
    out = StringIO()
    call_command("send_reminders", stdout=out)
    return out.getvalue()


def test_the_command_prints_its_answer_alone(db, stages):
    user = UserFactory()
    stages([due(user, "三天", 60), due(user, "一天", 12)])
    assert command().startswith("已提醒 1 人次，略过较早的提醒 1 次；")
    assert command().startswith("已提醒 0 人次，略过较早的提醒 0 次；")
    assert ReminderRun.objects.exclude(ended_at=None).count() == 2


def test_the_command_says_when_a_room_failed(db, monkeypatch):
    def broken(at):
        raise RuntimeError

    monkeypatch.setattr(registry, "_providers", [broken])
    with pytest.raises(CommandError, match="1 个栏目"):
        command()
    assert ReminderRun.objects.get().ended_at is None


def test_old_passes_are_forgotten_but_for_those_that_told(db, stages):
    user = UserFactory()
    long_ago = NOW - timedelta(days=31)
    stages([due(user, "很久", 24 * 40)])
    run(long_ago)
    stages([])
    end_run(begin_run(at=long_ago), at=long_ago)
    begin_run(at=NOW)
    assert list(ReminderRun.objects.order_by("pk").values_list("began_at", flat=True)) == [
        long_ago,
        NOW,
    ]
