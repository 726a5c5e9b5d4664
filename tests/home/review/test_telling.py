"""Word of a review goes to whoever has to act next, and to the writer."""

import pytest
from django.urls import reverse
from django.utils import timezone

from congress.notifications.models import Message
from congress.organisations.roles import CHAIR
from home.actions import send_back_page, submit_page
from home.review.steps import CHECKLIST, Step
from tests.factories.home import make_news
from tests.factories.review import approved, holder, reviewer, submitted


@pytest.fixture
def page(site):
    for step in Step:
        reviewer(site.township, step)
    return submitted(make_news(site.township, draft=True, title="春耕用水"))


def told(title: str) -> set[str]:
    return set(Message.objects.filter(title=title).values_list("user__name", flat=True))


def test_each_step_is_told_to_those_who_may_take_it(site, page):
    assert told("初审：春耕用水") == set(), "whoever sends it to the first review is its reviewer"
    approved(page, "first")
    chairs = {reviewer(site.township, step).name for step in ("second", "third")}
    assert told("复审：春耕用水") == chairs
    row = Message.objects.filter(title="复审：春耕用水").first()
    assert row.path == reverse("home:review", args=[page.pk])
    assert row.sender == site.township.name


def test_the_first_step_is_told_where_another_takes_it(site):
    clerk = holder(site.township, "secretary", "写稿人")
    other = reviewer(site.township, "first")
    page = make_news(site.township, draft=True, title="春耕用水")
    submit_page(page, by=clerk, at=timezone.now())
    assert told("初审：春耕用水") == {other.name}


def test_what_is_done_is_unread_by_nobody(site, page):
    approved(page, "first", "second")
    unread = Message.objects.filter(read_at=None, kind="newspage")
    assert set(unread.values_list("title", flat=True)) == {"终审：春耕用水"}


def test_the_other_township_hears_nothing(site, page):
    approved(page, "first")
    strangers = Message.objects.exclude(user__appointments__organisation=site.township)
    assert strangers.count() == 0


def test_sent_back_is_told_to_the_writer_with_the_remark(site, page):
    approved(page, "first")
    by = reviewer(site.township, "second")
    send_back_page(page, step="second", comment="请核对人数", by=by, at=timezone.now())
    row = Message.objects.get(title="网页稿被退回：春耕用水")
    assert (row.user.name, row.text) == (reviewer(site.township, "first").name, "请核对人数")


def test_wagtails_window_tells_the_same(site, page, client_as):
    approved(page, "first")
    state = page.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    Message.objects.all().delete()
    client_as(CHAIR).post(url, {"checked": list(CHECKLIST)})
    assert Message.objects.filter(title="终审：春耕用水").count() == len(told("终审：春耕用水")) > 0


def test_the_approval_is_told_to_the_writer(site, page):
    for step in Step:
        approved(page, step)
    (row,) = Message.objects.filter(title="已通过三审：春耕用水")
    assert (row.text, row.news) == ("三审均已通过。", True)
