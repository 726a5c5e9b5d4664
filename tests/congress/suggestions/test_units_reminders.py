"""Who is reminded of a clock, when, and whom it is escalated to."""

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from congress.notifications.actions import begin_run, remind
from congress.notifications.models import Message
from congress.suggestions import actions
from congress.suggestions.models import Clock
from congress.suggestions.queries.reminding import due_stages
from tests.factories.suggestions import SuggestionFactory, officer_of, part_of, write

ROLES = ("unit_officer", "secretary", "chair", "county_supervisor")


@pytest.fixture
def part(world):
    """Handed over two months ago to the unit of the place; only its reply clock runs on."""
    world.term_of(world.township)
    for role in ROLES:
        world.user(role)
    at = world.at - timedelta(days=60)
    part = part_of(SuggestionFactory(congress=world.township, in_handling=True, at=at))
    Clock.objects.exclude(event="reply").delete()
    return part


def noon(day) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))


def told(world, at: datetime) -> set[str]:
    """The roles of those for whom a stage of that very day is due."""
    roles = {world.user(role).pk: role for role in ROLES}
    day = timezone.localdate(at)
    return {roles[due.user_id] for due in due_stages(at) if timezone.localdate(due.due_at) == day}


@pytest.mark.parametrize(
    ("days", "roles"),
    [
        (-11, set()),
        (-10, {"unit_officer"}),
        (-3, {"unit_officer"}),
        (0, set()),
        (1, {"unit_officer"}),
        (10, {"unit_officer", "chair"}),
        (30, {"unit_officer", "county_supervisor"}),
    ],
)
def test_the_days_and_the_people(days, roles, part, world):
    due = part.clocks.get().due
    assert told(world, noon(due + timedelta(days=days))) == roles


def test_each_stage_is_told_once_and_the_newest_after_an_outage(part, world):
    at = noon(part.clocks.get().due + timedelta(days=10))
    for _ in range(2):
        remind(begin_run(at=at), at=at)
    assert Message.objects.filter(kind="clock", user=world.user("unit_officer")).count() == 1
    assert Message.objects.filter(kind="clock", user=world.user("chair")).count() == 1


def test_a_date_that_moved_is_spoken_of_anew(part, world):
    clock = part.clocks.get()
    stages = {due.stage for due in due_stages(noon(clock.due))}
    Clock.objects.update(due=clock.due + timedelta(days=5))
    later = {due.stage for due in due_stages(noon(clock.due + timedelta(days=5)))}
    assert len(stages) == 2
    assert stages.isdisjoint(later)


def test_what_is_signed_is_not_reminded_of_and_what_is_given_back_is(part, world):
    at = noon(part.clocks.get().due + timedelta(days=1))
    reply = write(part, world.at)
    reply = actions.sign_reply(reply, signed_by="陈国强", by=officer_of(part), at=world.at)
    assert list(due_stages(at)) == []
    actions.recall_reply(reply, by=officer_of(part), at=world.at)
    assert told(world, at) == {"unit_officer"}


def test_a_reminder_is_done_with_when_its_clock_stops(part, world):
    at = noon(world.today)
    Clock.objects.update(due=world.today + timedelta(days=3))
    remind(begin_run(at=at), at=at)
    unread = Message.objects.unread().filter(kind="clock")
    assert unread.count() == 1
    later = at + timedelta(minutes=5)
    reply = write(part, later)
    assert unread.count() == 1
    actions.sign_reply(reply, signed_by="陈国强", by=officer_of(part), at=later)
    assert unread.count() == 0


def test_a_window_is_never_late(part, world):
    Clock.objects.update(event="return")
    due = part.clocks.get().due
    assert told(world, noon(due - timedelta(days=3))) == {"unit_officer"}
    assert told(world, noon(due + timedelta(days=10))) == set()


def test_the_questions_do_not_grow(part, world, django_assert_num_queries):
    for number in (1, 3):
        while Clock.objects.count() < number:
            at = world.at - timedelta(days=60)
            SuggestionFactory(congress=world.township, in_handling=True, at=at)
            Clock.objects.exclude(event__in=("reply", "feedback")).delete()
        Clock.objects.update(event="feedback")
        with django_assert_num_queries(4):
            list(due_stages(noon(world.today + timedelta(days=40))))
