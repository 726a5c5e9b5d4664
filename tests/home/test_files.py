"""Pictures, documents and what the choosers show: the own sections' and the county's."""

import json
from uuid import uuid4

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import Page, ReferenceIndex

from home.models import HomePage, NewsIndexPage, Section
from tests.factories.home import make_document, make_image, make_news, picture_file
from tests.factories.review import published

MAKE = {"image": make_image, "document": make_document}
MODELS = {"image": Image, "document": Document}
ADD = {"image": "wagtailimages:add", "document": "wagtaildocs:add"}
EDIT = {"image": "wagtailimages:edit", "document": "wagtaildocs:edit"}
CHOOSE = {
    "image": "wagtailimages_chooser:choose",
    "document": "wagtaildocs_chooser:choose",
}
CHOSEN = {
    "image": "wagtailimages_chooser:chosen",
    "document": "wagtaildocs_chooser:chosen",
}
KINDS = pytest.mark.parametrize("kind", MAKE)
PLACES = [
    ("secretary", "home", {"add", "edit", "choose"}),
    ("secretary", "other", set()),
    ("county_editor", "home", {"add", "edit", "choose"}),
    ("county_editor", "foreign", set()),
]


def name_of(value: str | set[str]) -> str:
    return value if isinstance(value, str) else "+".join(sorted(value))


EDITORS = pytest.mark.parametrize(("role", "place", "allowed"), PLACES, ids=name_of)


def client_of(site, role, place) -> Client:
    client = Client()
    client.force_login(site.user(role, place))
    return client


def fields(kind, organisation, title) -> dict:
    collection = Section.objects.get(organisation=organisation).collection
    return {"title": title, "collection": collection.pk, "tags": ""} | (
        {"file": picture_file()} if kind == "image" else {"file": document_file()}
    )


def document_file():
    return ContentFile(b"%PDF-1.4", name="plan.pdf")


def modal_text(response) -> str:
    return json.loads(response.content)["html"]


@KINDS
@EDITORS
def test_add(site, kind, role, place, allowed):
    """Somebody else's collection is not on offer: the file goes to one's own or nowhere."""
    client_of(site, role, place).post(reverse(ADD[kind]), fields(kind, site.township, "新文件"))
    collection = Section.objects.get(organisation=site.township).collection
    assert MODELS[kind].objects.filter(collection=collection).exists() == ("add" in allowed)


@KINDS
@EDITORS
def test_edit(site, kind, role, place, allowed):
    thing = MAKE[kind](site.township)
    url = reverse(EDIT[kind], args=[thing.pk])
    response = client_of(site, role, place).get(url)
    assert response.status_code == (200 if "edit" in allowed else 404)


@KINDS
@EDITORS
def test_choose(site, kind, role, place, allowed):
    thing = MAKE[kind](site.township, title="石桥的文件")
    client = client_of(site, role, place)
    shown = "石桥的文件" in modal_text(client.get(reverse(CHOOSE[kind])))
    assert shown == ("choose" in allowed)
    chosen = client.get(reverse(CHOSEN[kind], args=[thing.pk]))
    assert (chosen.status_code == 200) == ("choose" in allowed)


@KINDS
def test_the_countys_files_are_for_all_its_townships(site, kind):
    thing = MAKE[kind](site.county, title="县里的文件")
    for place, seen in (("home", True), ("other", True), ("foreign", False)):
        client = client_of(site, "secretary", place)
        assert ("县里的文件" in modal_text(client.get(reverse(CHOOSE[kind])))) == seen
        edit = client.get(reverse(EDIT[kind], args=[thing.pk]))
        assert edit.status_code != 200


@KINDS
def test_the_day_after_the_post_nothing_is_left(site, kind):
    thing = MAKE[kind](site.township)
    user = site.user("secretary")
    user.appointments.update(ends_on=site.today)
    client = client_of(site, "secretary", "home")
    urls = [reverse(EDIT[kind], args=[thing.pk]), reverse(CHOOSE[kind]), reverse(ADD[kind])]
    assert [client.get(url).status_code for url in urls] == [403, 403, 403]


@KINDS
def test_a_second_post_keeps_its_own_files(site, kind):
    """The post in 石桥镇 has ended, the one in 云坪镇 runs on."""
    user = site.user("secretary")
    user.appointments.update(ends_on=site.today)
    user.appointments.create(organisation=site.other, role="secretary", starts_on=site.long_ago)
    gone, kept = MAKE[kind](site.township, title="石桥的"), MAKE[kind](site.other, title="云坪的")
    client = client_of(site, "secretary", "home")
    urls = [reverse(EDIT[kind], args=[thing.pk]) for thing in (gone, kept)]
    assert [client.get(url).status_code for url in urls] == [404, 200]
    text = modal_text(client.get(reverse(CHOOSE[kind])))
    assert ("石桥的" in text, "云坪的" in text) == (False, True)


def test_the_page_chooser_follows_the_running_post(site):
    user = site.user("secretary")
    user.appointments.update(ends_on=site.today)
    user.appointments.create(organisation=site.other, role="chair", starts_on=site.long_ago)
    client = client_of(site, "secretary", "home")
    titles = chooser_pages(client, HomePage.objects.get(county=site.county))
    assert ("石桥镇" in titles, "云坪镇" in titles) == (False, True)


def chooser_pages(client, parent) -> set[str]:
    url = reverse("wagtailadmin_choose_page_child", args=[parent.pk])
    text = modal_text(client.get(url))
    return {page.title for page in Page.objects.filter(depth__gt=2) if page.title in text}


def test_the_page_chooser_shows_own_and_county(site, client_as):
    make_news(site.county, title="县里的新闻")
    make_news(site.township, title="石桥的新闻")
    make_news(site.other, title="云坪的新闻")
    client = client_as("secretary")
    home = HomePage.objects.get(county=site.county)
    own = NewsIndexPage.objects.get(section=site.township)
    county = NewsIndexPage.objects.get(section=site.county)
    assert "石桥镇" in chooser_pages(client, home)
    assert "云坪镇" not in chooser_pages(client, home)
    assert "石桥的新闻" in chooser_pages(client, own)
    assert "县里的新闻" in chooser_pages(client, county)


def test_the_page_chooser_leads_nowhere_else(site, client_as):
    page = make_news(site.other, title="云坪的新闻")
    foreign = HomePage.objects.get(county=site.foreign_county)
    client = client_as("secretary")
    for parent in (page.get_parent(), foreign):
        url = reverse("wagtailadmin_choose_page_child", args=[parent.pk])
        assert client.get(url).status_code == 404
    chosen = reverse("wagtailadmin_choose_page_chosen_multiple") + f"?id={page.pk}"
    assert client.get(chosen).status_code == 404


def test_a_second_county_never_sees_the_first(site):
    page = make_news(site.township, draft=True, title="石桥的草稿")
    client = client_of(site, "county_editor", "foreign")
    home = HomePage.objects.get(county=site.county)
    hidden = [
        reverse("wagtailadmin_explore", args=[home.pk]),
        reverse("wagtailadmin_pages:view_draft", args=[page.pk]),
        reverse("wagtailadmin_pages:usage", args=[page.pk]),
        reverse("wagtailadmin_pages:history", args=[page.pk]),
        reverse("wagtailadmin_pages:add_subpage", args=[page.get_parent().pk]),
        reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"]) + f"?id={page.pk}",
        reverse("wagtailadmin_api:pages:detail", args=[page.pk]),
    ]
    assert [client.get(url).status_code for url in hidden] == [404] * len(hidden)
    searches = [
        reverse("wagtailadmin_pages:search") + "?q=石桥的草稿",
        reverse("wagtailadmin_api:pages:listing"),
        reverse("wagtailadmin_home"),
        reverse("wagtailadmin_explore_root"),
    ]
    answers = [client.get(url, follow=True).content.decode() for url in searches]
    assert [page.get_admin_display_title() in text.replace("q=石桥", "") for text in answers][
        1:
    ] == [False] * 3
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) not in answers[0]


def test_a_document_is_public_with_its_page(site, client, client_as):
    document = make_document(site.township)
    page = make_news(site.township, draft=True, body=[("document", document)])
    assert client.get(document.url).status_code == 404
    assert client_as("secretary").get(document.url).status_code == 200
    assert client_as("secretary", "other").get(document.url).status_code == 404
    published(page)
    response = client.get(document.url)
    assert (response.status_code, response.cookies) == (200, {})


def test_what_is_no_page_does_not_make_a_document_public(site, client):
    """The key of the snippet or picture that names it may be that of a published page."""
    document, page = make_document(site.township), make_news(site.township)
    kinds = ContentType.objects.get_for_models(Document, Image)
    ReferenceIndex.objects.create(
        base_content_type=kinds[Image],
        content_type=kinds[Image],
        object_id=str(page.pk),
        to_content_type=kinds[Document],
        to_object_id=str(document.pk),
        model_path="",
        content_path="",
        content_path_hash=uuid4(),
    )
    assert client.get(document.url).status_code == 404
