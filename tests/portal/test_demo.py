"""The demo county, loaded small: every state, true points, the same for the same day."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import Count, Sum
from django.utils import timezone

from congress.audit.models import Entry
from congress.information.models import (
    Adoption,
    Instruction,
    Item,
    PointsLine,
    PointsRule,
    Return,
    SentUp,
)
from congress.information.states import ITEM
from congress.notices.models import EarlierDate, Notice
from congress.notices.queries.ledger import totals
from congress.notifications.models import Message
from congress.organisations.models import Deputy, Organisation, User
from home.models import (
    AboutPage,
    Correction,
    LawPage,
    LearnedMark,
    NewsPage,
    ReviewTaskState,
    SiteSettings,
    StudyPage,
)
from home.review.checking import require_reviews
from portal.demo.accounts import log_ins
from portal.demo.days import last_change_of_rules
from portal.demo.loading import load
from portal.demo.slots import in_words

TODAY = date(2026, 11, 22)
SCALE = 0.12


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker) -> Iterator[Organisation]:
    """One loading for all tests here, each of which works inside its transaction."""
    with django_db_blocker.unblock():
        outer = transaction.atomic()
        outer.__enter__()
        yield load(today=TODAY, scale=SCALE).county
        transaction.set_rollback(True)
        outer.__exit__(None, None, None)


@pytest.fixture
def county(loaded: Organisation, db) -> Organisation:
    return loaded


def test_a_county_in_every_state(county: Organisation):
    townships = Organisation.objects.townships().filter(parent=county)
    assert townships.count() == 14
    assert Counter(townships.values_list("kind", flat=True)) == {"township": 12, "subdistrict": 2}
    states = dict(Item.objects.values_list("state").annotate(Count("pk")))
    assert set(states) == {state.code for state in ITEM.states}
    assert sum(states.values()) > 200
    assert states["adopted"] > states["returned"]
    # numbers without gaps, in the order of submission
    for township in townships:
        for year in ("2025", "2026"):
            mine = township.items.filter(submitted_at__year=year).order_by("submitted_at")
            numbers = [item.reference[-4:] for item in mine]
            assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]


def test_points_follow_the_rules(county: Organisation):
    change = last_change_of_rules(TODAY)
    ended = PointsRule.objects.filter(valid_to=change)
    assert ended.exists()
    assert PointsRule.objects.filter(valid_from=change, valid_to=None).exists()
    for line in PointsLine.objects.filter(source="rule").select_related("rule", "adoption"):
        assert line.points == line.rule.points
        assert line.date == line.adoption.adopted_on
        assert line.rule.valid_from <= line.date
        assert line.rule.valid_to is None or line.date < line.rule.valid_to
    assert PointsLine.objects.filter(source="rule").count() == Adoption.objects.count()
    undone = PointsLine.objects.filter(adoption__undone_at__isnull=False)
    assert undone.aggregate(sum=Sum("points"))["sum"] == Decimal(0)


def test_what_offices_meet_is_there(county: Organisation):
    assert Return.objects.exclude(undone_at=None).count() == 1
    assert Return.objects.exclude(undone_at=None).exclude(undone_reason="").count() == 1
    assert Adoption.objects.exclude(undone_at=None).exclude(undone_reason="").count() == 1
    assert set(Adoption.objects.values_list("level", flat=True)) >= {"county", "city", "province"}
    assert Instruction.objects.exists()
    assert SentUp.objects.exists()
    twice = Item.objects.annotate(times=Count("adoptions")).filter(times__gt=1)
    assert twice.exists()
    mended = Item.objects.annotate(times=Count("rounds")).filter(times__gt=1).first()
    first, second = mended.rounds.all()[:2]
    assert (first.title, first.body) != (second.title, second.body)
    assert Item.objects.filter(organisation__information_settings__chair_signs_off=True).exists()


def test_people_and_their_accounts(county: Organisation):
    names = [line.split()[0] for line in log_ins()]
    assert names == [
        "secretary",
        "chair",
        "deputy",
        "unit",
        "editor",
        "supervisor",
        "admin",
        "auditor",
    ]
    secretaries = {f"secretary{number or ''}" for number in (0, *range(2, 15))}
    known = {*names, *secretaries, "chair2", "deputy2", "unit2"}
    with_account = User.objects.exclude(username=None)
    assert set(with_account.values_list("username", flat=True)) == known
    assert with_account.values("password").distinct().count() == 1
    assert Deputy.objects.filter(user__username="deputy", congress__name="石桥镇").count() == 1
    assert Deputy.objects.count() > 600


def test_notices_run_have_passed_were_moved_and_cancelled(county: Organisation):
    states = Counter(Notice.objects.values_list("state", flat=True))
    assert set(states) == {"draft", "awaiting_signature", "sent", "cancelled"}
    moved = Notice.objects.get(state="sent", sequence=1)
    assert EarlierDate.objects.filter(recipient__notice=moved).exclude(answer="").exists()
    for notice in Notice.objects.exclude(sent_at=None):
        found = totals(notice)
        parts = (found.attend, found.leave, found.confirmed, found.told, found.not_yet)
        assert 0 < found.not_yet < sum(parts) == found.invited
    came = Notice.objects.get(meeting_at__date__lt=TODAY)
    assert totals(came).came > totals(came).absent


def test_the_site_has_news_with_pictures(county: Organisation):
    live = NewsPage.objects.live()
    assert live.count() >= 12
    assert live.exclude(origin="").exists()
    assert live.filter(cover=None).exclude(cover_alternative="").count() == 0
    assert live.exclude(cover=None).filter(cover_alternative="").count() == 0
    assert SiteSettings.objects.get().icp


def test_secretaries_have_read_all_but_the_last_messages(county: Organisation):
    messages = Message.objects.filter(user__appointments__organisation__parent=county)
    assert messages.count() > 100
    days = {timezone.localdate(message.sent_at) for message in messages.unread()}
    assert {day for day in days if not TODAY - timedelta(days=5) <= day < TODAY} == set()


def test_news_in_every_state_of_review(county: Organisation):
    waiting = ReviewTaskState.objects.filter(status="in_progress")
    assert set(waiting.values_list("step", flat=True)) == {"first", "second", "third"}
    back = ReviewTaskState.objects.filter(status="rejected").exclude(comment="")
    assert back.count() == 1
    news = NewsPage.objects.all()
    assert news.filter(live=False, expired=True).count() == 1
    assert len([page for page in news if page.scheduled_revision]) == 1
    assert {note.made_on < TODAY for note in Correction.objects.all()} == {True}
    assert news.filter(live=True, has_unpublished_changes=True).count() == 1
    assert set(ReviewTaskState.objects.values_list("same", flat=True)) >= {"", "writer"}
    require_reviews()


def test_study_laws_and_about_with_marks(county: Organisation):
    assert (StudyPage.objects.live().count(), LawPage.objects.live().count()) == (6, 4)
    assert set(LawPage.objects.live().values_list("status", flat=True)) == {"valid", "amended"}
    assert AboutPage.objects.live().count() == 3
    waiting = [page for model in (StudyPage, LawPage) for page in model.objects.not_live()]
    steps = [page.current_workflow_task_state.step for page in waiting]
    assert steps == ["third", "second"]
    marks = LearnedMark.objects.select_related("page")
    corrected = [mark for mark in marks if mark.revision_id != mark.page.live_revision_id]
    assert (marks.count(), len(corrected)) == (31, 5)
    assert LearnedMark.objects.filter(learned_at__date__gte=TODAY).count() == 0


def test_nothing_lies_in_the_future(county: Organisation):
    assert Item.objects.filter(created_at__date__gte=TODAY).count() == 0
    assert Adoption.objects.filter(adopted_on__gte=TODAY).count() == 0
    acts = Entry.objects.filter(room="information")
    assert acts.filter(at__date__gte=TODAY).count() == 0


def test_titles_do_not_repeat_on_one_screen(county: Organisation):
    titles = list(Item.objects.order_by("-created_at").values_list("title", flat=True)[:50])
    assert len(set(titles)) == len(titles)
    texts = Item.objects.values_list("title", "body", "retained_reason")
    assert {sign for text in texts for part in text for sign in part if sign in "！!{}"} == set()


def test_a_second_run_is_refused(county: Organisation):
    with pytest.raises(CommandError) as refused:
        call_command("load_demo")
    assert refused.value.returncode == 2
    call_command("load_demo", "--if-empty")
    assert Organisation.objects.counties().count() == 1


def test_numbers_in_words():
    assert [in_words(n) for n in (1, 10, 12, 20, 23, 99)] == [
        "一",
        "十",
        "十二",
        "二十",
        "二十三",
        "九十九",
    ]
