"""The plain form: nothing typed is lost, pictures keep their place, lists cost the same."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.images.models import Image

from home.models import NewsPage
from home.news_rows import rows_of_page
from home.news_states import missing_for_review, version_of
from home.plain.kept import kept_in, named
from home.plain.texts import text_of
from tests.documents import jpeg
from tests.factories.home import make_draft, make_image, make_news

NEW = "/work/site/news/new/"


@pytest.fixture
def page(site):
    return make_draft(site.township, by=site.actor("secretary"), title="原题", text="原文。")


@pytest.fixture
def pictured(site):
    """A draft whose text has a picture between two paragraphs."""
    image = make_image(site.township)
    row = {"type": "picture", "value": {"image": image.pk, "alternative": ""}, "id": "pic-1"}
    page = make_draft(site.township, by=site.actor("secretary"))
    draft = page.get_latest_revision_as_object()
    before, after = ({"type": "paragraph", "value": f"<p>{t}</p>", "id": t} for t in ("前", "后"))
    draft.body = json.dumps([before, row, after])
    draft.save_revision(user=site.user("secretary"))
    return NewsPage.objects.get(pk=page.pk)


def fields_of(page, **changed) -> dict:
    page.refresh_from_db()
    draft = page.get_latest_revision_as_object()
    rows = rows_of_page(draft)
    return {
        "title": draft.title,
        "text": text_of(rows),
        "published_on": "2026-11-20",
        "version": version_of(page),
        "kept": named(kept_in(rows)),
    } | changed


def url_of(page, name: str = "home:news_edit") -> str:
    return reverse(name, args=[page.pk])


def rows_now(page) -> list:
    return rows_of_page(NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object())


def text_now(page) -> str:
    return text_of(rows_now(page))


def file_of(content: bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_typed_from_the_beginning_with_cover_and_attachment(site, client_as):
    data = {
        "title": "石桥镇：代表视察",
        "summary": "一句话。",
        "text": "近日。\n一、摸清底数\n- 甲\n- 乙",
        "source": "石桥镇人大",
        "author": "周文斌",
        "published_on": "2026-11-20",
        "cover_file": file_of(jpeg(), "会场.jpg"),
        "attachment": file_of(b"%PDF-1.7 x", "清单.pdf"),
    }
    response = client_as("secretary").post(NEW, data)
    page = NewsPage.objects.get()
    assert response.url == url_of(page)
    assert (page.live, page.title, page.author) == (False, "石桥镇：代表视察", "周文斌")
    assert page.cover == Image.objects.get()
    assert text_now(page) == "近日。\n\n一、摸清底数\n\n- 甲\n- 乙\n\n【附件1】"
    assert Document.objects.get().title == "清单"
    missing = list(missing_for_review(page, rows_now(page)))
    assert missing == ["请用一句话说明封面图片上是什么。"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("published_on", "前天"),
        ("cover_file", ("x.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>")),
        ("cover_file", ("x.jpg", b"MZ")),
        ("attachment", ("x.docx", b"MZ")),
        ("attachment", ("x.exe", b"MZ")),
    ],
)
def test_bad_input_loses_nothing(site, client_as, page, field, value):
    if isinstance(value, tuple):
        value = file_of(value[1], value[0])
    client = client_as("secretary")
    for url, more in ((NEW, {}), (url_of(page), fields_of(page))):
        data = more | {"title": "新题", "text": "长长的正文。", "published_on": "2026-11-20"}
        response = client.post(url, data | {field: value})
        assert response.status_code == 200
        assert list(response.context["form"].errors) == [field]
        assert "长长的正文。" in response.content.decode()
        if hasattr(value, "seek"):
            value.seek(0)
    assert (text_now(page), NewsPage.objects.count()) == ("原文。", 1)
    assert (Image.objects.count(), Document.objects.count()) == (0, 0)


def test_moved_with_its_mark_and_given_its_words(client_as, pictured):
    client = client_as("secretary")
    assert text_now(pictured) == "前\n\n【图片1】\n\n后"
    data = fields_of(pictured, text="【图片1】\n前\n后") | {"alternative-pic-1": "代表查看水表"}
    client.post(url_of(pictured), data)
    assert text_now(pictured) == "【图片1】\n\n前\n\n后"
    value = rows_now(pictured)[0]["value"]
    assert value["alternative"] == "代表查看水表"
    assert list(missing_for_review(pictured, rows_now(pictured))) == []


def test_a_mark_deleted_by_mistake_loses_no_picture(client_as, pictured):
    client_as("secretary").post(url_of(pictured), fields_of(pictured, text="前\n后"))
    assert text_now(pictured) == "前\n\n后\n\n【图片1】"


def test_removed_only_by_the_button(client_as, pictured):
    client = client_as("secretary")
    data = fields_of(pictured) | {"remove-pic-1": "on"}
    client.post(url_of(pictured, "home:news_autosave"), data)
    assert "【图片1】" in text_now(pictured)
    client.post(url_of(pictured), fields_of(pictured) | {"remove-pic-1": "on"})
    assert "图片" not in text_now(pictured)


def test_saving_by_itself(client_as, page):
    client = client_as("secretary")
    told = client.post(url_of(page, "home:news_autosave"), fields_of(page, text="新文。")).json()
    page.refresh_from_db()
    assert (told["version"], text_now(page)) == (version_of(page), "新文。")


def test_two_windows(client_as, page):
    client = client_as("secretary")
    old = fields_of(page, text="后到。")
    client.post(url_of(page), fields_of(page, text="先到。"))
    assert client.post(url_of(page, "home:news_autosave"), old).status_code == 409
    response = client.post(url_of(page), old)
    html = response.content.decode()
    assert (response.status_code, "先到。" in html, "后到。" in html) == (409, True, True)
    again = old | {"version": response.context["form"]["version"].value()}
    assert client.post(url_of(page), again).status_code == 302
    assert text_now(page) == "后到。"


def test_a_published_page_is_shown_with_its_ways(site, client_as):
    page = make_news(site.township, title="已发布的新闻")
    client = client_as("secretary")
    html = client.get(url_of(page)).content.decode()
    assert page.url in html
    response = client.post(url_of(page), fields_of(page, text="改不得。"))
    assert (response.status_code, "改不得。" in response.content.decode()) == (409, True)
    assert text_now(page) == "正文。"


def test_what_the_form_cannot_show_goes_to_the_editor(site, client_as):
    body = [("paragraph", '<p><a linktype="page" id="3">内页</a></p>')]
    page = make_news(site.township, draft=True, body=body)
    response = client_as("secretary").get(url_of(page))
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in response.content.decode()


@pytest.mark.parametrize("place", ["other", "foreign"])
@pytest.mark.parametrize("name", ["home:news_edit", "home:news_autosave"])
def test_elsewhere_it_does_not_exist(page, client_as, place, name):
    client = client_as("secretary", place)
    assert client.post(url_of(page, name), fields_of(page)).status_code == 404


STATES = {"draft": "草稿一", "live": "发布一", "changed": "更正一"}


@pytest.mark.parametrize("state", STATES)
def test_filtered_by_state(site, client_as, state):
    make_draft(site.township, by=site.actor("secretary"), title="草稿一")
    NewsPage.objects.filter(pk=make_news(site.township, title="发布一").pk).update(
        has_unpublished_changes=False
    )
    NewsPage.objects.filter(pk=make_news(site.township, title="更正一").pk).update(
        has_unpublished_changes=True
    )
    html = client_as("secretary").get("/work/site/news/", {"state": state}).content.decode()
    assert {title for title in STATES.values() if title in html} == {STATES[state]}


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_same(site, client_as, number, django_assert_num_queries):
    for count in range(number):
        make_draft(site.township, by=site.actor("secretary"), title=f"稿件{count}")
    client = client_as("secretary")
    client.get("/work/site/news/")
    with django_assert_num_queries(14):
        client.get("/work/site/news/")


def test_a_draft_that_lacks_nothing_goes_on_to_its_review(page, client_as):
    client = client_as("secretary")
    answer = client.post(url_of(page), fields_of(page, text="新文。", then="review"))
    assert (answer.status_code, answer["Location"]) == (302, url_of(page, "home:review"))
    assert text_of(rows_now(page)) == "新文。"
    assert 'action="' + url_of(page, "home:review_submit") in client.get(answer["Location"]).text


def test_a_draft_that_lacks_something_stays_with_the_sentence(pictured, client_as):
    fields = fields_of(pictured, then="review")
    answer = client_as("secretary").post(url_of(pictured), fields, follow=True)
    assert answer.redirect_chain == [(url_of(pictured), 302)]
    assert "请用一句话说明第 1 张图片的内容。" in answer.text
