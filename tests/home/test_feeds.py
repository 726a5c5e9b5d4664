"""Feeds, the sitemap, robots.txt, the one address of a page, and its neighbours."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Site

from home.models import (
    HomePage,
    LawIndexPage,
    NewsIndexPage,
    NewsPage,
    StudyIndexPage,
    TownshipPage,
)
from tests.factories.home import make_news
from tests.factories.organisations import DeputyFactory
from tests.factories.review import published

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def text_of(client, path, **options) -> str:
    answer = client.get(path, **options)
    assert (answer.status_code, dict(answer.cookies)) == (200, {})
    return answer.content.decode()


def entries_of(client, path, **options) -> list[tuple[str, str]]:
    channel = ElementTree.fromstring(text_of(client, path, **options)).find("channel")
    return [(item.findtext("title"), item.findtext("link")) for item in channel.iter("item")]


def addresses_of(client, **options) -> set[str]:
    tree = ElementTree.fromstring(text_of(client, "/sitemap.xml", **options))
    return {loc.text for loc in tree.iter(SITEMAP)}


def part_of(place) -> str:
    return f"/rss/{TownshipPage.objects.get(organisation=place).slug}/"


@pytest.fixture
def news(site) -> dict[str, NewsPage]:
    """One of the county, one of a township, a draft, one of another county."""
    return {
        "county": make_news(site.county, title="县里 <一>", summary="县里的摘要"),
        "township": make_news(site.township, title="镇里一条"),
        "draft": make_news(site.township, title="草稿一条", draft=True),
        "foreign": make_news(site.foreign_township, title="外县一条"),
    }


def test_the_feed_of_the_site_holds_the_county_and_its_townships(news, client):
    assert entries_of(client, "/rss/") == [
        ("镇里一条", news["township"].full_url),
        ("县里 <一>", news["county"].full_url),
    ]
    text = text_of(client, "/rss/")
    assert ("县里的摘要" in text, "<language>zh-hans</language>" in text) == (True, True)


def test_every_part_has_its_own(news, site, client):
    assert entries_of(client, part_of(site.township)) == [("镇里一条", news["township"].full_url)]
    assert [title for title, _ in entries_of(client, "/rss/news/")] == ["县里 <一>"]
    assert entries_of(client, part_of(site.other)) == []
    for part in ("none", f"township-{site.foreign_township.pk}"):
        assert client.get(f"/rss/{part}/").status_code == 404


def test_every_county_has_its_own(news, client):
    host = {"host": Site.objects.get(is_default_site=False).hostname}
    assert [title for title, _ in entries_of(client, "/rss/", headers=host)] == ["外县一条"]
    assert news["foreign"].full_url in addresses_of(client, headers=host)
    assert news["county"].full_url not in addresses_of(client, headers=host)


def test_the_sitemap_holds_what_is_live(news, site, client):
    found = addresses_of(client)
    frame = [
        HomePage.objects.get(county=site.county),
        *NewsIndexPage.objects.filter(section__in=(site.county, site.township, site.other)),
        *TownshipPage.objects.filter(organisation__parent=site.county),
        StudyIndexPage.objects.get(section=site.county),
        LawIndexPage.objects.get(section=site.county),
    ]
    expected = {page.full_url for page in (*frame, news["county"], news["township"])}
    assert found == expected


def test_the_sitemap_holds_the_deputies_whose_mandate_runs(site, client):
    assert "http://testserver/deputies/" not in addresses_of(client)
    running, ended = DeputyFactory(term=site.term), DeputyFactory(term=site.term)
    ended.ends_on = site.today
    ended.save()
    DeputyFactory(term=site.term_of(site.foreign_township))
    found = {address for address in addresses_of(client) if "/deputies/" in address}
    assert found == {
        "http://testserver/deputies/",
        f"http://testserver/deputies/{running.pk}/",
    }


def test_a_scheduled_page_enters_feed_and_sitemap_on_its_day(site, client, monkeypatch):
    draft = make_news(site.township, title="定时一条", draft=True)
    draft.go_live_at = timezone.now() + timedelta(seconds=30)
    draft.save_revision()
    page = published(NewsPage.objects.get(pk=draft.pk))
    assert (entries_of(client, "/rss/"), page.full_url in addresses_of(client)) == ([], False)
    later = timezone.now() + timedelta(minutes=5)
    monkeypatch.setattr(timezone, "now", lambda: later)
    call_command("publish_scheduled")
    assert entries_of(client, "/rss/") == [("定时一条", page.full_url)]
    assert page.full_url in addresses_of(client)


def test_search_engines_are_kept_from_the_workspace(site, client):
    lines = text_of(client, "/robots.txt").splitlines()
    assert {"Disallow: /work/", "Disallow: /admin/", "Disallow: /l/", "Disallow: /g/"} < set(lines)
    assert lines[-1] == "Sitemap: http://testserver/sitemap.xml"


def test_before_the_site_is_open_nothing_breaks(world, client):
    Site.objects.all().delete()
    assert client.get("/rss/").status_code == 404
    assert "Sitemap" not in text_of(client, "/robots.txt")


def test_a_page_names_its_one_address_and_its_feeds(news, site, client):
    text = text_of(client, news["township"].url)
    assert f'<link rel="canonical" href="{news["township"].full_url}">' in text
    for feed in ("/rss/", part_of(site.township)):
        assert f'href="{feed}">' in text
    assert 'rel="canonical"' not in client.get("/account/login/").content.decode()


def test_a_page_of_a_list_has_an_address_of_its_own(site, client):
    index = NewsIndexPage.objects.get(section=site.township)
    for _ in range(21):
        make_news(site.township)
    assert f'canonical" href="{index.full_url}"' in text_of(client, f"{index.url}?page=1")
    assert f'canonical" href="{index.full_url}?page=2"' in text_of(client, f"{index.url}?page=9")


def test_where_a_reader_subscribes(news, site, client):
    index = NewsIndexPage.objects.get(section=site.township)
    for path, feed in (("/", "/rss/"), (index.url, part_of(site.township))):
        assert f'class="feed-link" href="{feed}"' in text_of(client, path)


def test_below_an_article_stand_the_newest_others_of_its_section(news, site, client):
    day = site.today
    for number in range(1, 8):
        make_news(site.township, title=f"旧闻{number}", published_on=day - timedelta(days=number))
    text = text_of(client, news["township"].url)
    shown = [f"旧闻{number}" for number in range(1, 8) if f"旧闻{number}" in text]
    assert shown == [f"旧闻{number}" for number in range(1, 6)]
    others = text[text.index("article-related") :]
    assert ("镇里一条" in others, "草稿一条" in others, "县里" in others) == (False, False, False)


def test_they_ask_the_same_for_one_and_for_more(site, client):
    page = make_news(site.township)
    make_news(site.township)
    paths = (page.url, "/rss/", part_of(site.township))
    before = [queries_of(client, path) for path in paths]
    for _ in range(3):
        make_news(site.township)
    assert [queries_of(client, path) for path in paths] == before


def queries_of(client, path) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as caught:
        client.get(path)
    return len(caught)
