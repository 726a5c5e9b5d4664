"""What everybody reads of study, laws and about: lists, menu, search; who writes about pages."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from home.models import AboutPage, LawIndexPage, LawPage, StudyIndexPage
from tests.factories.pages import make_law, make_study
from tests.home.review.test_county_pages import form
from tests.home.test_editors import form_of


def first_page(site) -> AboutPage:
    return AboutPage.objects.child_of(site.county.home_page).get()


def menu(client) -> list[str]:
    return [link.label for link in client.get("/").context["public_menu"]]


def test_the_menu_shows_what_has_pages(site, client):
    assert not {"学习园地", "法律法规", "机构概况"} & set(menu(client))
    make_study(site.county)
    make_law(site.county)
    first_page(site).save_revision().publish()
    shown = menu(client)
    assert [label for label in shown if label in ("学习园地", "法律法规", "机构概况")] == [
        "学习园地",
        "法律法规",
        "机构概况",
    ]


def test_the_lists_say_that_they_are_empty(site, client):
    for model, words in (
        (StudyIndexPage, "还没有发布学习内容"),
        (LawIndexPage, "还没有发布法律法规"),
    ):
        page = model.objects.get(section=site.county)
        assert words in client.get(page.url).content.decode()


def test_laws_by_status(site, client):
    day = site.today
    make_law(site.county, title="有效的")
    make_law(site.county, title="旧的", status="amended", status_on=day)
    make_law(site.county, title="将来的", effective_on=day + timedelta(days=9))
    index = LawIndexPage.objects.get(section=site.county)
    whole = client.get(index.url)
    assert [(pill.label, pill.count) for pill in whole.context["pills"]] == [
        ("全部", 3),
        ("现行有效", 2),
        ("已修改", 1),
    ]
    assert "尚未施行" in whole.content.decode()
    for status, titles in (("amended", ["旧的"]), ("x", ["将来的", "有效的", "旧的"])):
        shown = client.get(f"{index.url}?status={status}").context["page_obj"]
        assert [law.title for law in shown] == titles


def test_a_law_says_what_its_reader_asks(site, client):
    fields = {"number": "主席令第五十六号", "status": "repealed", "status_on": site.today}
    text = client.get(make_law(site.county, **fields).url).content.decode()
    for words in ("全国人民代表大会", "主席令第五十六号", "1992年4月3日", "已废止"):
        assert words in text


@pytest.mark.parametrize(("status", "on"), [("valid", True), ("repealed", False)])
def test_a_status_has_its_date_or_none(site, client_as, status, on):
    page = make_law(site.county, draft=True)
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    sent = form(page, status=status, status_on="2026-01-01" if on else "", title="改")
    answer = client_as("county_editor").post(url, sent)
    assert set(answer.context["form"].errors) == {"status_on"}
    day = site.today if on else None
    with pytest.raises(IntegrityError), transaction.atomic():
        LawPage.objects.filter(pk=page.pk).update(status=status, status_on=day)


def test_each_is_a_kind_of_the_search(site, client):
    make_study(site.county, title="农村饮水条例学习")
    make_law(site.county, title="县饮水条例")
    make_law(site.foreign_county, title="外县饮水条例")
    make_study(site.county, title="饮水草稿", draft=True)
    about = first_page(site)
    about.body = [("paragraph", "<p>饮水办公室的电话</p>")]
    about.save_revision().publish()
    groups = client.get("/search/?q=饮水").context["found"].groups
    found = {group.kind.code: group.total for group in groups}
    assert found == {"study": 1, "law": 1, "about": 1}


def test_the_county_adds_a_page_about_itself(site, client_as, client):
    first = first_page(site)
    first.save_revision().publish()
    add = reverse("wagtailadmin_pages:add", args=["home", "aboutpage", first.pk])
    sent = form_of(first, title="联系方式") | {"action-publish": "1"}
    client_as("county_editor").post(add, sent)
    page = AboutPage.objects.get(title="联系方式")
    assert (page.live, page.slug) == (True, site.today.strftime("%Y%m%d"))
    assert "联系方式" in client.get(first.url).content.decode()
    below = reverse("wagtailadmin_pages:add", args=["home", "aboutpage", page.pk])
    beside = reverse("wagtailadmin_pages:add", args=["home", "aboutpage", first.get_parent().pk])
    answers = [client_as("county_editor").get(url).status_code for url in (below, beside)]
    assert answers == [302, 302]
    assert client_as("secretary").get(add).status_code == 404
    client_as("county_editor").post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    client_as("county_editor").post(reverse("wagtailadmin_pages:delete", args=[first.pk]))
    assert list(AboutPage.objects.child_of(first.get_parent())) == [first]
    assert not AboutPage.objects.filter(pk=page.pk).exists()
