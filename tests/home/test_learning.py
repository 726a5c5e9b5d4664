"""Learned marks: who may press, what a second press does, what the record and the office show."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from congress.audit.models import Entry
from congress.organisations.models import Deputy
from congress.organisations.roles import ROLES
from congress.organisations.rules import NotAllowed
from home.actions import learn_page
from home.models import LearnedMark, StudyPage
from home.queries.learning import learned_in
from tests.factories.pages import make_study
from tests.factories.review import published

RECORD_QUERIES, OFFICE_QUERIES, OFFICE_PAGE_QUERIES = 17, 16, 17
BUTTON, LOG_IN = "我已学习", "登录后可将本文记入您的学习记录"


def learn(client: Client, page: StudyPage, act: str = "learn", **options):
    return client.post(reverse(f"home:study_{act}", args=[page.pk]), **options)


def mark(site, page: StudyPage, role: str, place: str = "home") -> LearnedMark:
    return learn_page(page, by=site.actor(role, place), at=timezone.now())


def corrected(page: StudyPage) -> StudyPage:
    draft = StudyPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    draft.title, draft.correction = "更正后的标题", "标题有误。"
    draft.save_revision()
    return published(StudyPage.objects.get(pk=page.pk))


@pytest.mark.parametrize("role", ROLES)
def test_everybody_of_the_county_presses(site, client_as, role):
    page = make_study(site.county)
    client = client_as(role)
    assert BUTTON in client.get(page.url).content.decode()
    answer = learn(client, page, follow=True)
    assert answer.redirect_chain == [("/study/" + page.slug + "/#learned", 302)]
    text = answer.content.decode()
    assert ("已记入您的学习记录。" in text, BUTTON in text) == (True, False)
    row = LearnedMark.objects.get()
    assert (row.user, row.page, row.revision_id, row.title) == (
        site.user(role),
        page,
        page.live_revision_id,
        page.title,
    )


@pytest.mark.parametrize("role", ["secretary", "deputy", "county_editor"])
def test_another_county_has_none_of_it(site, client_as, role):
    page = make_study(site.county)
    client = client_as(role, "foreign")
    assert [learn(client, page, act).status_code for act in ("learn", "unlearn")] == [404, 404]
    with pytest.raises(NotAllowed):
        mark(site, page, role, "foreign")
    assert LearnedMark.objects.count() == 0
    assert page.title not in client.get(reverse("home:study")).content.decode()


def test_a_draft_is_learned_by_nobody(site, client_as):
    page = make_study(site.county, draft=True)
    assert learn(client_as("secretary"), page).status_code == 404
    with pytest.raises(NotAllowed):
        mark(site, page, "secretary")


def test_a_second_press_makes_no_second_row(site, client_as):
    page = make_study(site.county)
    first = mark(site, page, "deputy")
    learn(client_as("deputy"), page)
    assert list(LearnedMark.objects.values_list("pk", "learned_at")) == [
        (first.pk, first.learned_at)
    ]
    assert Entry.objects.filter(act="learn").count() == 1


def test_it_is_taken_back_and_both_stand_in_the_trail(site, client_as):
    page = make_study(site.county)
    mark(site, page, "secretary")
    mark(site, page, "chair")
    for _press in range(2):
        learn(client_as("secretary"), page, "unlearn")
    assert [row.user for row in LearnedMark.objects.all()] == [site.user("chair")]
    acts = Entry.objects.filter(kind="studypage", user_id=site.user("secretary").pk)
    assert list(acts.filter(act__endswith="learn").values_list("act", "role").order_by("pk")) == [
        ("learn", "secretary"),
        ("unlearn", "secretary"),
    ]


def test_after_a_correction_it_says_so_until_it_is_read_anew(site, client_as):
    page = make_study(site.county)
    first = mark(site, page, "deputy")
    page, client = corrected(page), client_as("deputy")
    assert "已学习（后有更正）" in client.get(page.url).content.decode()
    assert "后有更正" in client.get(reverse("home:study")).content.decode()
    learn(client, page)
    row = LearnedMark.objects.get()
    assert (row.revision_id, row.title, row.learned_at) == (
        page.live_revision_id,
        "更正后的标题",
        first.learned_at,
    )
    assert "后有更正" not in client.get(page.url).content.decode()
    assert Entry.objects.filter(act="learn").count() == 2


def test_strangers_get_no_form_and_no_cookie(site, client):
    answer = client.get(make_study(site.county).url)
    text = answer.content.decode()
    assert (LOG_IN in text, '<form method="post"' in text) == (True, False)
    assert (dict(answer.cookies), "Cookie" in answer["Vary"]) == ({}, True)
    assert answer["Cache-Control"] == "private, no-cache"


def test_what_one_person_sees_is_cached_nowhere(site, client_as):
    answer = client_as("deputy").get(make_study(site.county).url)
    assert answer["Cache-Control"] == "private, no-store"


def test_the_record_is_the_persons_own(site, client_as):
    mark(site, make_study(site.county, title="学过的"), "secretary")
    make_study(site.county, title="没学的")
    own, other = (
        client_as(role).get(reverse("home:study")).context for role in ("secretary", "chair")
    )
    assert [row.title for row in own["rows"]] == ["学过的"]
    assert [page.title for page, _url in own["new"]] == ["没学的"]
    assert (own["this_year"], other["rows"], other["new_total"]) == (1, [], 2)


def test_a_page_taken_away_stays_in_the_record(site, client_as):
    page = make_study(site.county, title="撤下的")
    mark(site, page, "deputy")
    page.unpublish()
    assert [row.url for row in client_as("deputy").get("/work/site/study/").context["rows"]] == [""]
    StudyPage.objects.get(pk=page.pk).delete()
    assert [row.title for row in client_as("deputy").get("/work/site/study/").context["rows"]] == [
        "撤下的"
    ]


def test_the_record_by_years_and_in_pages(site, client_as):
    user = site.user("deputy")
    now = timezone.now()
    rows = [(f"学习{n:04}", now if n % 2 else now.replace(year=now.year - 1)) for n in range(1000)]
    LearnedMark.objects.bulk_create(
        LearnedMark(user=user, title=title, learned_at=at) for title, at in rows
    )
    client = client_as("deputy")
    whole = client.get("/work/site/study/?page=34").context
    assert (len(whole["rows"]), whole["total"], whole["this_year"]) == (10, 1000, 500)
    last = client.get(f"/work/site/study/?year={now.year - 1}").context
    assert (last["page_obj"].paginator.count, last["rows"][0].learned_at.year) == (
        500,
        now.year - 1,
    )
    assert client.get("/work/site/study/?year=x&page=9999").context["page_obj"].number == 34


@pytest.mark.parametrize("number", [1, 3])
def test_the_record_asks_the_same(site, client_as, number, django_assert_num_queries):
    for index in range(number):
        mark(site, make_study(site.county, title=f"学{index}"), "secretary")
        make_study(site.county, title=f"新{index}")
    client = client_as("secretary")
    client.get("/work/site/study/")
    with django_assert_num_queries(RECORD_QUERIES):
        assert len(client.get("/work/site/study/").context["rows"]) == number


@pytest.mark.parametrize("number", [1, 3])
def test_the_offices_lists_ask_the_same(site, client_as, number, django_assert_num_queries):
    for _ in range(number):
        page = make_study(site.county)
        for role in ("deputy", "chair")[:number]:
            mark(site, page, role)
    client = client_as("secretary")
    for url in ("/work/site/study/office/", f"/work/site/study/office/{page.pk}/"):
        client.get(url)
    with django_assert_num_queries(OFFICE_QUERIES):
        assert client.get("/work/site/study/office/").status_code == 200
    with django_assert_num_queries(OFFICE_PAGE_QUERIES):
        assert client.get(f"/work/site/study/office/{page.pk}/").status_code == 200


def test_an_office_counts_its_own_people_alone(site, client_as):
    page = make_study(site.county)
    for role in ("secretary", "deputy"):
        mark(site, page, role)
        mark(site, page, role, "other")
    site.user("chair")
    found = learned_in(site.township, StudyPage.objects.all(), site.today).get()
    assert (found.learners, found.missing) == (2, 1)
    context = client_as("chair").get(reverse("home:study_office_page", args=[page.pk])).context
    names = [[row.name for row in context[part]] for part in ("learned", "missing")]
    assert names == [
        [site.user("deputy").name, site.user("secretary").name],
        [site.user("chair").name],
    ]


def test_who_has_left_is_counted_no_more(site):
    page = make_study(site.county)
    mark(site, page, "deputy")
    site.user("secretary")
    Deputy.objects.filter(user=site.user("deputy")).update(ends_on=site.today)
    found = learned_in(site.township, StudyPage.objects.all(), site.today).get()
    assert (found.learners, found.missing) == (0, 1)
