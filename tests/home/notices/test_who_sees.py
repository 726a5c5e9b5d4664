"""A notice in the editor is its office's alone: its page, its previews, its files."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.documents.models import Document

from home.models import NoticeIndexPage, NoticePage, Section
from tests.factories.home import make_document, make_news, make_notice_page
from tests.home.notices.form import form_of

# May write; may look; it is not there; not let into the editor.
EDIT, LOOK, NONE, SHUT = 200, 302, 404, 403
PEOPLE = [
    ("secretary", "home", EDIT),
    ("chair", "home", LOOK),
    ("secretary", "other", NONE),
    ("secretary", "foreign", NONE),
    ("county_editor", "home", NONE),
    ("county_supervisor", "home", NONE),
    ("deputy", "home", SHUT),
    ("auditor", "home", SHUT),
]
EVERYBODY = pytest.mark.parametrize(("role", "place", "expected"), PEOPLE)


def screens_of(page: NoticePage) -> list[str]:
    names = ("edit", "view_draft", "preview_on_edit")
    return [reverse(f"wagtailadmin_pages:{name}", args=[page.pk]) for name in names]


@EVERYBODY
def test_the_page(site, client_as, role, place, expected):
    page = make_notice_page(site.township)
    client = client_as(role, place)
    client.post(screens_of(page)[2], form_of(page))
    assert [client.get(url).status_code for url in screens_of(page)] == [expected] * 3


def test_strangers_are_sent_to_the_log_in(site):
    page = make_notice_page(site.township)
    assert [Client().get(url).status_code for url in screens_of(page)] == [302] * 3


@pytest.mark.parametrize(
    ("role", "place", "office", "expected"),
    [
        ("county_supervisor", "home", "county", EDIT),
        ("county_editor", "home", "county", LOOK),
        ("secretary", "home", "county", NONE),
        ("county_supervisor", "foreign", "county", NONE),
    ],
)
def test_the_countys_own(site, client_as, role, place, office, expected):
    page = make_notice_page(site.county)
    assert client_as(role, place).get(screens_of(page)[0]).status_code == expected


def test_the_superuser_writes_none(site):
    user = site.user("county_supervisor")
    user.is_superuser = True
    user.save()
    page, client = make_notice_page(site.township), Client()
    client.force_login(user)
    assert client.get(screens_of(page)[0]).status_code == LOOK


def test_the_preview_shows_what_was_typed(site, client_as):
    page = make_notice_page(site.township)
    client, url = client_as("secretary"), screens_of(page)[2]
    assert client.post(url, form_of(page, title="改过的标题")).json()["is_valid"] is True
    text = client.get(url).content.decode()
    assert ("改过的标题" in text, "镇文化站" in text, "听取报告" in text) == (True, True, True)


def test_a_new_one_is_previewed_and_made(site, client_as):
    index = NoticeIndexPage.objects.get(office__organisation=site.township)
    args, client = ["home", "noticepage", index.pk], client_as("secretary")
    form = form_of(NoticePage(title="春季视察", place="望江村", meeting_at=site.at))
    preview = reverse("wagtailadmin_pages:preview_on_add", args=args)
    assert client.post(preview, form).json()["is_valid"] is True
    assert "春季视察" in client.get(preview).content.decode()
    client.post(reverse("wagtailadmin_pages:add", args=args), form)
    page = NoticePage.objects.get()
    assert (page.title, page.live, page.section, page.place) == (
        "春季视察",
        False,
        site.township,
        "望江村",
    )
    assert client_as("chair").post(reverse("wagtailadmin_pages:add", args=args), form).url == (
        "/admin/"
    )
    assert NoticePage.objects.count() == 1


def test_a_second_of_the_same_title(site, client_as):
    first = make_notice_page(site.township)
    second = make_notice_page(site.township)
    assert first.slug != second.slug


def test_the_title_is_as_long_as_a_notice_takes(site, client_as):
    page = make_notice_page(site.township)
    answer = client_as("secretary").post(screens_of(page)[0], form_of(page, title="长" * 81))
    assert list(answer.context["form"].errors) == ["title"]


@EVERYBODY
def test_its_files(site, client_as, role, place, expected):
    document = make_document(site.township)
    make_notice_page(site.township, documents=[document])
    wanted = 200 if expected in (EDIT, LOOK) else 404
    assert client_as(role, place).get(document.url).status_code == wanted
    assert Client().get(document.url).status_code == 404


def test_only_its_own_files_are_put_away(site):
    shared, news, own = (
        make_document(place) for place in (site.county, site.township, site.township)
    )
    make_news(site.township, body=[("document", news)])
    make_notice_page(site.township, documents=[shared, news, own])
    index = NoticeIndexPage.objects.get(office__organisation=site.township)
    places = [Document.objects.get(pk=d.pk).collection for d in (shared, news, own)]
    sections = [Section.objects.get(organisation=o) for o in (site.county, site.township)]
    assert places == [sections[0].collection, sections[1].collection, index.files]


def test_the_way_to_ones_own_notices(site, client_as):
    index = NoticeIndexPage.objects.get(office__organisation=site.township)
    answer = client_as("secretary").get(reverse("home_notices"))
    assert answer.url == reverse("wagtailadmin_explore", args=[index.pk])
    assert reverse("home_notices") in client_as("secretary").get("/admin/").content.decode()


def test_a_link_leads_to_no_notice(site, client_as):
    make_notice_page(site.township, title="只给代表看")
    client = client_as("secretary")
    index = NoticeIndexPage.objects.get(office__organisation=site.township)
    for pk in (1, index.pk):
        url = reverse("wagtailadmin_choose_page_child", args=[pk])
        assert "只给代表看" not in client.get(url).content.decode()
