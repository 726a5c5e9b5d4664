"""The workspace's screens of the reviews, and the line on Today."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from congress.audit.queries import timeline
from home.actions import Choice, recall_page, send_back_page, set_reviewers
from home.models import NewsPage, Reviewer, ReviewTaskState, Section
from home.review.steps import CHECKLIST, Step
from home.review.waiting import pages_waiting
from tests.factories.home import make_news, opened
from tests.factories.review import approved, reviewer, submitted


@pytest.fixture
def waiting(site) -> NewsPage:
    """Waits for the second review in a township with a secretary and two chairs."""
    for step in Step:
        reviewer(site.township, step)
    return approved(submitted(make_news(site.township, draft=True, title="春耕用水")), "first")


def test_the_chair_finds_it_on_today_and_signs_by_phone(site, waiting, client_as):
    client = client_as("chair")
    today = client.get(reverse("overview:today")).content.decode()
    review = reverse("home:review", args=[waiting.pk])
    assert ("复审：春耕用水" in today, review in today) == (True, True)
    page = client.get(review).content.decode()
    assert [str(words) in page for words in CHECKLIST.values()] == [True] * 6
    answer = client.post(
        reverse("home:review_approve", args=[waiting.pk]),
        {"step": "second", "checked": list(CHECKLIST), "comment": "可以"},
    )
    assert answer.url == review
    assert "春耕用水" not in client.get(reverse("overview:today")).content.decode()
    row = ReviewTaskState.objects.get(step="second")
    assert (row.status, row.comment) == ("approved", "可以")


def test_every_line_must_be_ticked_and_nothing_typed_is_lost(site, waiting, client_as):
    url = reverse("home:review_approve", args=[waiting.pk])
    fields = {"step": "second", "checked": ["names", "dates"], "comment": "日期已核"}
    answer = client_as("chair").post(url, fields)
    text = answer.content.decode()
    assert ("请逐项核对，全部勾选后再通过。" in text, "日期已核" in text) == (True, True)
    assert ReviewTaskState.objects.get(step="second").status == "in_progress"


def test_a_late_press_is_told_so(site, waiting, client_as):
    client = client_as("chair")
    approved(waiting, "second")
    url = reverse("home:review_approve", args=[waiting.pk])
    answer = client.post(url, {"step": "second", "checked": list(CHECKLIST)}, follow=True)
    assert "这一审刚刚已有人办理" in answer.content.decode()
    assert ReviewTaskState.objects.filter(step="second").count() == 1


def test_sent_back_with_a_reason_and_sent_again(site, waiting, client_as):
    chair, secretary = client_as("chair"), client_as("secretary")
    back = reverse("home:review_send_back", args=[waiting.pk])
    empty = chair.post(back, {"step": "second", "comment": ""})
    assert "请写明需要修改的地方" in empty.content.decode()
    chair.post(back, {"step": "second", "comment": "请核对人数"})
    today = secretary.get(reverse("overview:today")).content.decode()
    assert ("网页稿被退回：春耕用水" in today, "请核对人数" in today) == (True, True)
    secretary.post(reverse("home:review_submit", args=[waiting.pk]))
    page = NewsPage.objects.get(pk=waiting.pk)
    state = page.current_workflow_task_state
    assert (state.step, state.revision_id) == ("first", page.latest_revision_id)
    assert "请核对人数" not in secretary.get(reverse("overview:today")).content.decode()


def test_taken_back_and_sent_again_begins_anew(site, waiting):
    by = reviewer(site.township, "first")
    recall_page(waiting, by=by, at=timezone.now())
    page = NewsPage.objects.get(pk=waiting.pk)
    assert page.current_workflow_state is None
    assert submitted(page).current_workflow_task_state.step == "first"


def test_wagtails_window_is_the_same_act(site, waiting, client_as):
    state = waiting.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[waiting.pk, "approve", state.pk])
    client_as("chair").post(url, {"checked": ["names"]})
    assert ReviewTaskState.objects.get(pk=state.pk).status == "in_progress"
    assert client_as("secretary").post(url, {"checked": list(CHECKLIST)}).status_code == 302
    assert ReviewTaskState.objects.get(pk=state.pk).status == "in_progress"
    client_as("chair").post(url, {"checked": list(CHECKLIST)})
    row = ReviewTaskState.objects.get(pk=state.pk)
    assert (row.status, row.name) == ("approved", site.user("chair").name)


def test_it_stands_in_wagtails_home(site, waiting, client_as):
    review = reverse("home:review", args=[waiting.pk])
    assert review in client_as("chair").get("/admin/").content.decode()
    assert review not in client_as("secretary").get("/admin/").content.decode()


def test_the_list_asks_the_same_for_one_and_three(site, client_as, django_assert_num_queries):
    client = client_as("chair")
    url = reverse("home:reviews")
    for more in (1, 2):
        for number in range(more):
            page = make_news(site.township, draft=True, title=f"稿{more}{number}")
            approved(submitted(page), "first")
        client.get(url)
        with django_assert_num_queries(24):
            text = client.get(url).content.decode()
    assert text.count(">审核<") == 3


def test_the_administrator_sets_the_reviewers(site, waiting, client_as):
    section = Section.objects.get(organisation=site.township)
    client = client_as("county_admin")
    assert "石桥镇" in client.get(reverse("home:reviewers")).content.decode()
    url = reverse("home:set_reviewers", args=[section.pk])
    person = site.user("county_supervisor")
    fields = {
        "first": ["role:secretary"],
        "second": [f"person:{person.pk}"],
        "third": ["role:chair", "role:secretary"],
    }
    missing = client.post(url, fields | {"second": []})
    assert "每一审至少要选一种职务或一个人" in missing.content.decode()
    assert client.post(url, fields).url == reverse("home:reviewers")
    rows = Reviewer.objects.filter(section=section).values_list("step", "role", "person")
    assert set(rows) == {
        ("first", "secretary", None),
        ("second", "", person.pk),
        ("third", "chair", None),
        ("third", "secretary", None),
    }
    assert pages_waiting([site.actor("county_supervisor")]) == 1
    assert pages_waiting([site.actor("chair")]) == 0


def test_opening_again_keeps_what_was_set(site):
    section = Section.objects.get(organisation=site.township)
    chosen = {step.value: Choice(roles=("chair",)) for step in Step}
    set_reviewers(section, chosen, by=site.actor("county_admin"), at=timezone.now())
    from_start = list(Reviewer.objects.values_list("section", "step", "role"))
    opened(site.county)
    assert list(Reviewer.objects.values_list("section", "step", "role")) == from_start


def test_the_trail_tells_who_and_when(site, waiting):
    by, at = reviewer(site.township, "second"), timezone.now() - timedelta(hours=3)
    send_back_page(waiting, step="second", comment="核对", by=by, at=at)
    entry = timeline(waiting).get(act="wagtail.workflow.reject")
    assert (entry.name, entry.organisation_id, entry.at) == (by.name, site.township.pk, at)
    assert ReviewTaskState.objects.get(step="second").finished_at == at


def test_strangers_are_sent_to_the_log_in(site, waiting):
    answer = Client().get(reverse("home:review", args=[waiting.pk]))
    assert answer.url.startswith(reverse("account_login"))
