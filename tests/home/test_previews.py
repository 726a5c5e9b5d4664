"""Previews in the editor, which show pages that are not in the tree yet."""

from django.urls import reverse

from home.models import NewsIndexPage
from tests.factories.home import make_news
from tests.home.test_editors import form_of


def preview(client, url: str, fields: dict) -> str:
    assert client.post(url, fields).json()["is_valid"] is True
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_of_a_new_page(site, client_as):
    index = NewsIndexPage.objects.get(section=site.township)
    url = reverse("wagtailadmin_pages:preview_on_add", args=["home", "newspage", index.pk])
    fields = form_of(make_news(site.township), title="还没有保存的稿件")
    assert "还没有保存的稿件" in preview(client_as("secretary"), url, fields)


def test_of_a_page_being_edited(site, client_as):
    page = make_news(site.township)
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    text = preview(client_as("secretary"), url, form_of(page, title="改过的标题"))
    assert "改过的标题" in text
    page.refresh_from_db()
    assert page.title != "改过的标题"


def test_of_the_frame(site, client_as):
    client = client_as("county_editor")
    for page in (site.county.home_page, site.township.township_page, site.county.news_index):
        fields = {"title": page.title, "intro": "本县各乡镇人大的工作。", **form_comments()}
        url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
        assert "<main" in preview(client, url, fields)


def test_a_draft_is_shown_to_its_editors(site, client_as):
    page = make_news(site.township, draft=True, title="待发布的稿件")
    url = reverse("wagtailadmin_pages:view_draft", args=[page.pk])
    assert "待发布的稿件" in client_as("secretary").get(url).content.decode()
    assert client_as("secretary", "other").get(url).status_code == 404


def form_comments() -> dict[str, str]:
    return {"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
