"""A promise is spoken of before its day, after it, and each year until it is kept."""

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from congress.notifications.actions import begin_run, remind
from congress.notifications.models import Message
from congress.suggestions import actions
from congress.suggestions.queries.promises_due import promised_stages
from tests.factories.suggestions import SuggestionFactory, officer_of

ROLES = ("unit_officer", "secretary", "chair")


@pytest.fixture
def promise(world):
    for role in ROLES:
        world.user(role)
    return SuggestionFactory(congress=world.township, promised=True).commitments.get()


def noon(promise, days: int) -> datetime:
    day = promise.promised_on + timedelta(days=days)
    return timezone.make_aware(datetime.combine(day, time(12)))


def told(world, promise, days: int) -> set[str]:
    """The roles of those for whom a stage of that very day is due."""
    at = noon(promise, days)
    roles = {world.user(role).pk: role for role in ROLES}
    dues = [due for due in promised_stages(at) if due.due_at.date() == timezone.localdate(at)]
    return {roles[due.user_id] for due in dues}


@pytest.mark.parametrize(
    ("days", "roles"),
    [
        (-11, set()),
        (-10, {"unit_officer"}),
        (0, set()),
        (1, {"unit_officer", "secretary"}),
        (2, set()),
        (366, {"unit_officer", "secretary"}),
        (731, {"unit_officer", "secretary"}),
    ],
)
def test_the_days_and_the_people(days, roles, promise, world):
    assert told(world, promise, days) == roles


def test_it_is_told_once_and_put_aside_when_reported(promise, world):
    at = noon(promise, 1)
    for _ in range(2):
        remind(begin_run(at=at), at=at)
    rows = Message.objects.filter(kind="commitment")
    assert {row.user_id for row in rows} == {
        world.user("unit_officer").pk,
        world.user("secretary").pk,
    }
    assert rows.count() == 2
    assert promise.text in rows[0].title
    by = officer_of(promise.reply.assignment)
    actions.report_kept(promise, text="已修好。", by=by, at=at + timedelta(minutes=5))
    assert not rows.unread().exists()
    assert list(promised_stages(noon(promise, 400))) == []


def test_a_later_day_begins_anew(promise, world):
    by, at = officer_of(promise.reply.assignment), noon(promise, -5)
    later = promise.promised_on + timedelta(days=60)
    actions.promise_later(promise, text="资金明年到位。", promised_on=later, by=by, at=at)
    assert list(promised_stages(noon(promise, 1))) == []
    promise.refresh_from_db()
    assert told(world, promise, 1) == {"unit_officer", "secretary"}


def test_the_questions_do_not_grow(promise, world, django_assert_num_queries):
    for _ in range(2):
        with django_assert_num_queries(2):
            list(promised_stages(noon(promise, 1)))
        SuggestionFactory(congress=world.township, promised=True)
