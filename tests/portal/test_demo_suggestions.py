"""The suggestions of the demo county: every state, numbers without gaps, work for every log-in."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from congress.audit.models import Entry
from congress.organisations.models import CongressSession, User
from congress.suggestions import models
from congress.suggestions.models.choices import Category, HandlingRole
from congress.suggestions.queries.ratings import closing
from congress.suggestions.states import COMMITMENT, REPLY, SUGGESTION
from portal.demo.deputies import enter_deputies, name_log_ins
from portal.demo.people import settle
from portal.demo.suggestions.raising import raise_suggestions

TODAY = date(2026, 11, 22)
START = date(2025, 5, 1)
Suggestion = models.Suggestion


def raised(today: date, start: date) -> None:
    opened = timezone.make_aware(datetime.combine(start - timedelta(days=20), time(9)))
    cast = settle(start=start, today=today, at=opened)
    enter_deputies(cast, by=cast.staff["admin"], at=opened)
    name_log_ins(cast, by=cast.staff["admin"], at=opened + timedelta(days=400))
    raise_suggestions(cast, today=today, scale=1, at=opened)


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker) -> Iterator[None]:
    """One county without its information and its site, for all tests here."""
    with django_db_blocker.unblock():
        outer = transaction.atomic()
        outer.__enter__()
        raised(TODAY, START)
        yield
        transaction.set_rollback(True)
        outer.__exit__(None, None, None)


@pytest.fixture(autouse=True)
def county(loaded: None, db) -> None:
    pass


def of(congress: str, **found):
    return Suggestion.objects.filter(congress__name=congress, **found)


def test_every_state_is_there():
    for process, model in (
        (SUGGESTION, Suggestion),
        (REPLY, models.Reply),
        (COMMITMENT, models.Commitment),
    ):
        states = set(model._default_manager.values_list("state", flat=True))
        assert states == {state.code for state in process.states}
    assert set(Suggestion.objects.values_list("category", flat=True)) == set(Category.values)
    roles = set(models.Assignment.objects.values_list("role", flat=True))
    assert roles == set(HandlingRole.values)


def test_sessions_and_what_was_raised_in_them():
    sessions = Counter(CongressSession.objects.values_list("term__congress__name", flat=True))
    assert (sessions["石桥镇"], sessions["云坪镇"], sessions["云岭县"]) == (3, 3, 1)
    counted = Counter(of("石桥镇").values_list("session__number", flat=True))
    assert [counted[number] for number in (6, 7, 8)] == [14, 14, 15]
    assert counted[None] >= 8
    assert of("云坪镇").exclude(session=None).count() == 18
    assert of("云岭县", raised_from=None).count() == 3
    first = Suggestion.objects.filter(session__number__in=(6, 7)).exclude(congress__name="云岭县")
    over = first.filter(state__in=("closed", "withdrawn", "not_accepted", "merged"))
    assert over.count() == first.count()


def test_numbers_without_gaps():
    numbers = defaultdict(list)
    for row in Suggestion.objects.exclude(reference=None).order_by("registered_at"):
        numbers[row.reference[:-4]].append(int(row.reference[-3:]))
    assert numbers
    for found in numbers.values():
        assert found == list(range(1, len(found) + 1))


def test_nothing_lies_in_the_future():
    acts = Entry.objects.filter(room="suggestions")
    assert acts.count() > 1000
    assert acts.filter(at__date__gte=TODAY).count() == 0
    assert models.Contact.objects.filter(day__gte=TODAY).count() == 0
    assert models.Clock.objects.filter(start__gte=TODAY).count() == 0
    hours = {timezone.localtime(at).hour for at in acts.values_list("at", flat=True)}
    assert min(hours) >= 8
    assert max(hours) <= 18


def test_time_runs_out_is_lengthened_and_has_run_out():
    asked = Counter(models.ExtensionRequest.objects.values_list("decision", flat=True))
    assert set(asked) == {"", "granted", "refused"}
    returned = Counter(models.ReturnRequest.objects.values_list("decision", flat=True))
    assert set(returned) == {"", "granted", "refused"}
    late = models.Clock.objects.running().filter(due__lt=TODAY)
    assert late.filter(event="reply", suggestion__state="in_handling").exists()
    waiting = of("石桥镇", state="assigned").order_by("handed_over_at").first()
    assert (TODAY - timezone.localdate(waiting.handed_over_at)).days > 20
    soon = models.Clock.objects.running().filter(event="reply", due__gte=TODAY)
    assert soon.filter(due__lte=TODAY + timedelta(days=20)).exists()


def test_most_deputies_are_satisfied():
    rows = models.Rating.objects.filter(suggestion__session__number__in=(6, 7))
    last = [row for row in rows.select_related("suggestion") if row.suggestion.state == "closed"]
    levels = Counter(row.result for row in last if row.round_no == row.suggestion.round_no)
    assert 0.78 < levels["satisfied"] / levels.total() < 0.92
    assert 0.06 < levels["basically_satisfied"] / levels.total() < 0.18


def test_ratings_that_go_another_way():
    assert models.JointStudy.objects.count() == 1
    replied = [closing(row, TODAY) for row in Suggestion.objects.filter(state="replied")]
    assert any(found.undecided for found in replied)
    assert any(found.study_wanted for found in replied)
    assert any(found.missing and found.reminded_on for found in replied)
    assert Suggestion.objects.filter(state="replied", round_no=2).exists()
    assert models.Rating.objects.filter(way="slip").exists()
    assert models.Rating.objects.filter(decision="noted").exists()


def test_promises_are_kept_late_put_off_and_to_be_checked():
    rows = models.Commitment.objects.all()
    assert rows.filter(state="open", promised_on__lt=TODAY).exists()
    assert rows.filter(state="open", promised_on__gt=TODAY, reports=None).exists()
    assert [row for row in rows if row.promised_on > row.first_promised_on]


def test_the_public_reads_some_in_full_and_some_by_title():
    shown = Counter(Suggestion.objects.exclude(published_at=None).values_list("consent", flat=True))
    assert set(shown) == {"full", "title_only"}
    assert Suggestion.objects.filter(consent="none").exists()


def test_reported_to_the_county_in_every_stage():
    above = Suggestion.objects.exclude(raised_from=None)
    assert {"submitted", "in_handling", "closed"} <= set(above.values_list("state", flat=True))
    assert models.Reply.objects.exclude(taken_from=None).exists()


def test_titles_do_not_repeat_in_a_congress():
    titles = Counter(Suggestion.objects.values_list("congress", "title"))
    assert {key: count for key, count in titles.items() if count > 1} == {}
    texts = Suggestion.objects.values_list("title", "problem", "advice")
    replies = models.Reply.objects.values_list("body", flat=True)
    signs = {sign for text in texts for part in text for sign in part}
    assert (signs | {sign for body in replies for sign in body}) & set("！!{}") == set()


def test_every_log_in_finds_work():
    mine = models.Signatory.objects.filter(deputy__user__username="deputy")
    lead = mine.filter(part="lead")
    states = set(lead.values_list("suggestion__state", flat=True))
    assert {"draft", "submitted", "in_handling", "replied"} <= states
    assert mine.filter(answer="asked", suggestion__state="awaiting_cosigners").exists()
    wished = models.Withdrawal.objects.get(suggestion__state="registered").suggestion
    assert mine.filter(suggestion=wished, agreed_to_withdraw_at=None).exists()
    unit = User.objects.get(username="unit").appointments.get().organisation
    parts = models.Assignment.objects.running().filter(unit=unit)
    assert parts.filter(acknowledged_at=None).count() >= 2
    assert parts.filter(suggestion__state="in_handling").count() >= 2
    for state in ("submitted", "registered", "return_requested", "reply_review"):
        assert of("石桥镇", state=state).exists()
    assert of("云岭县", state__in=("submitted", "reply_review")).count() >= 2
    other = models.Signatory.objects.filter(deputy__user__username="deputy2")
    assert other.filter(part="lead", suggestion__state="replied").exists()
