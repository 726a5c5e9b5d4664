"""A copy of a piece of news is a draft of its own; there are no aliases."""

import pytest
from django.urls import reverse

from home.models import NewsIndexPage, NewsPage
from tests.factories.home import make_news


def send(client, page: NewsPage, **changes):
    fields = {"new_title": "副本", "new_slug": "copy", "new_parent_page": page.get_parent().pk}
    return client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), fields | changes)


@pytest.mark.parametrize("origin", ["", "云岭-2026-003"])
def test_an_alias_is_refused(site, client_as, origin):
    page = make_news(site.township, origin=origin)
    county = NewsIndexPage.objects.get(section=site.county)
    for parent in (page.get_parent(), county):
        answer = send(client_as("county_editor"), page, alias="on", new_parent_page=parent.pk)
        assert answer.status_code == 200
        assert "请复制一份" in answer.content.decode()
    assert NewsPage.objects.count() == 1


def test_a_copy_of_published_news_is_a_draft(site, client_as):
    page = make_news(site.township, origin="云岭-2026-003")
    county = NewsIndexPage.objects.get(section=site.county)
    answer = send(client_as("county_editor"), page, publish_copies="on", new_parent_page=county.pk)
    assert answer.status_code == 302
    copy = NewsPage.objects.get(title="副本")
    assert (copy.live, copy.section, copy.origin) == (False, site.county, "")


def test_neither_is_on_offer(site, client_as):
    page = make_news(site.township)
    url = reverse("wagtailadmin_pages:copy", args=[page.pk])
    text = client_as("county_editor").get(url).content.decode()
    assert ("new_title" in text, "alias" in text, "publish_copies" in text) == (True, False, False)


def test_a_copy_without_a_place_says_so(site, client_as):
    page = make_news(site.township)
    answer = send(client_as("secretary"), page, new_parent_page="", new_title="已写好的标题")
    text = answer.content.decode()
    assert (answer.status_code, "已写好的标题" in text) == (200, True)
    assert set(answer.context["form"].errors) == {"new_parent_page"}
    assert NewsPage.objects.count() == 1
