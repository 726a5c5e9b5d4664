"""The state table of a page in review: state × role × own or other township × act."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from congress.organisations.models import Appointment
from congress.organisations.rules import NotAllowed
from home.actions import approve_page, send_back_page, submit_page
from home.models import NewsPage, ReviewTaskState
from home.review.steps import CHECKLIST, Step
from tests.factories.home import make_news
from tests.factories.review import approved, holder, published, reviewer, submitted

PEOPLE = [
    ("secretary", "home"),
    ("chair", "home"),
    ("secretary", "other"),
    ("chair", "other"),
    ("county_editor", "home"),
    ("county_supervisor", "home"),
    ("county_editor", "foreign"),
    ("county_admin", "home"),
    ("deputy", "home"),
]
# What each may do where the page waits for the step; 石桥镇 has two chairs.
STATES = {
    "draft": {"submit": {"secretary", "chair", "county_editor", "county_supervisor"}},
    "first": {"take": {"secretary"}},
    "second": {"take": {"chair"}},
    "third": {"take": {"chair"}},
    "sent back": {"submit": {"secretary", "chair", "county_editor", "county_supervisor"}},
    "published": {},
}
OUT_OF_SCOPE = {("secretary", "other"), ("chair", "other"), ("county_editor", "foreign")}
NO_ROLE = {"county_admin", "deputy"}


def page_in(site, state: str) -> NewsPage:
    page = make_news(site.township, draft=True)
    for step in Step:
        reviewer(site.township, step)
    if state == "draft":
        return page
    if state == "published":
        return published(page)
    page = submitted(page)
    if state == "sent back":
        by = reviewer(site.township, "first")
        send_back_page(page, step="first", comment="核对人数", by=by, at=timezone.now())
        return NewsPage.objects.get(pk=page.pk)
    return approved(page, *list(Step)[: list(Step).index(state)])


def posted(client, page, state: str) -> dict[str, tuple[int, bool]]:
    """The answer to each act and whether it changed anything."""
    step = state if state in Step.values else "first"
    data = {
        "approve": {"step": step, "checked": list(CHECKLIST)},
        "submit": {},
    }
    found = {}
    for act, fields in data.items():
        before = ReviewTaskState.objects.count(), ReviewTaskState.objects.exclude(name="").count()
        answer = client.post(reverse(f"home:review_{act}", args=[page.pk]), fields)
        after = ReviewTaskState.objects.count(), ReviewTaskState.objects.exclude(name="").count()
        found[act] = (answer.status_code, before != after)
    return found


@pytest.mark.parametrize("state", STATES)
def test_state_by_role(site, client_as, state):
    page = page_in(site, state)
    for role, place in PEOPLE:
        user = client_as(role, place)
        allowed = STATES[state]
        takes = place == "home" and role in allowed.get("take", set())
        sends = place == "home" and role in allowed.get("submit", set())
        look = user.get(reverse("home:review", args=[page.pk]))
        text = look.content.decode()
        status = 404 if (role, place) in OUT_OF_SCOPE else 403 if role in NO_ROLE else 200
        assert (role, place, look.status_code) == (role, place, status)
        shown = reverse("home:review_approve", args=[page.pk]) in text
        sendable = reverse("home:review_submit", args=[page.pk]) in text
        assert (role, place, shown, sendable) == (role, place, takes, sends)


@pytest.mark.parametrize("state", ["first", "second", "third"])
def test_a_post_is_answered_like_the_page(site, client_as, state):
    page = page_in(site, state)
    for role, place in PEOPLE:
        takes = place == "home" and role in STATES[state]["take"]
        if takes:
            continue
        status = 404 if (role, place) in OUT_OF_SCOPE else 403
        answers = posted(client_as(role, place), page, state)
        assert (role, answers["approve"]) == (role, (status, False))


def test_the_one_who_may_takes_it(site, client_as):
    page = page_in(site, "first")
    assert posted(client_as("secretary"), page, "first")["approve"] == (302, True)
    row = ReviewTaskState.objects.exclude(name="").get()
    user = site.user("secretary")
    assert (row.name, row.finished_by_id, row.step) == (user.name, user.pk, "first")
    assert (row.checked, row.same) == (list(CHECKLIST), "")


def test_an_appointment_that_ended_yesterday(site):
    page = page_in(site, "first")
    actor = site.actor("secretary")
    Appointment.objects.filter(user=actor.user_id).update(
        ends_on=timezone.localdate() - timedelta(days=1)
    )
    with pytest.raises(NotAllowed):
        approve_page(page, step="first", checked=CHECKLIST, by=actor, at=timezone.now())


@pytest.mark.parametrize(("role", "place"), [("chair", "other"), ("county_editor", "foreign")])
def test_another_places_reviewer(site, role, place):
    page = page_in(site, "second")
    actor = site.actor(role, place)
    with pytest.raises(NotAllowed):
        approve_page(page, step="second", checked=CHECKLIST, by=actor, at=timezone.now())


def test_the_writer_takes_no_step_where_there_is_another(site):
    writer, other = site.actor("secretary"), holder(site.township, "secretary", "另一秘书")
    page = make_news(site.township, draft=True)
    page.save_revision(user=site.user("secretary"))
    page = submitted(page)
    act = {"step": "first", "checked": CHECKLIST, "at": timezone.now()}
    Appointment.objects.filter(user__name=f"{site.township.name}first").delete()
    with pytest.raises(NotAllowed):
        approve_page(page, by=writer, **act)
    approve_page(page, by=other, **act)
    assert ReviewTaskState.objects.exclude(name="").get().same == ""


def test_the_writer_takes_it_where_there_is_nobody_else(site, client):
    writer, chair = site.actor("secretary"), site.actor("chair")
    page = make_news(site.township, draft=True)
    page.save_revision(user=site.user("secretary"))
    at = timezone.now()
    submit_page(page, by=writer, at=at)
    for step, by in (("first", writer), ("second", chair), ("third", chair)):
        approve_page(page, step=step, checked=CHECKLIST, by=by, at=at)
    taken = ReviewTaskState.objects.order_by("pk").values_list("step", "same")
    assert list(taken) == [("first", "writer"), ("second", ""), ("third", "reviewer")]
    text = client.get(NewsPage.objects.get(pk=page.pk).url).content.decode()
    assert ("与撰稿人为同一人" in text, "与另一审为同一人" in text) == (True, True)
