"""What was kept is never older than the site."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone
from wagtail.models import Page

from congress.audit.actors import Actor
from congress.organisations.actions import edit_organisation
from congress.web.public_pages import public
from home.models import HomePage, NewsIndexPage, NewsPage, SiteSettings, TownshipPage
from home.page_copies import begin_generation
from portal.page_cache import PageCacheMiddleware
from tests.factories.home import make_document, make_news
from tests.factories.review import approved, published, submitted
from tests.portal.page_cache.asking import ask

BASE_DIR = Path(__file__).resolve().parents[3]


def changed(page: NewsPage, **fields) -> NewsPage:
    draft = NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision()
    return NewsPage.objects.get(pk=page.pk)


def test_a_page_with_a_date_appears_on_its_day(site, committed, monkeypatch):
    index = NewsIndexPage.objects.get(section=site.township)
    ahead = timezone.now() + timedelta(seconds=30)
    with committed():
        draft = changed(make_news(site.township, title="定时的新闻", draft=True), go_live_at=ahead)
        page = published(draft)
    assert [state for state, _ in (ask(index.url), ask(index.url))] == ["miss", "hit"]
    assert Client().get(page.get_url()).status_code == 404
    later = timezone.now() + timedelta(minutes=5)
    monkeypatch.setattr(timezone, "now", lambda: later)
    with committed():
        call_command("publish_scheduled")
    assert "定时的新闻" in ask(index.url)[1]
    assert "定时的新闻" in ask(page.get_url())[1]


def test_an_expired_page_vanishes(site, committed, monkeypatch):
    index = NewsIndexPage.objects.get(section=site.township)
    soon = timezone.now() + timedelta(seconds=30)
    page = published(
        changed(make_news(site.township, title="到期的新闻", draft=True), expire_at=soon)
    )
    assert "到期的新闻" in ask(page.url)[1]
    assert "到期的新闻" in ask(index.url)[1]
    later = timezone.now() + timedelta(minutes=5)
    monkeypatch.setattr(timezone, "now", lambda: later)
    with committed():
        call_command("publish_scheduled")
    assert Client().get(page.url).status_code == 404
    assert "到期的新闻" not in ask(index.url)[1]


def test_a_correction_replaces_the_page(site, committed):
    page = make_news(site.township, title="旧题")
    assert "旧题" in ask(page.url)[1]
    with committed():
        approved(
            submitted(changed(page, title="新题", correction="题")), "first", "second", "third"
        )
    assert ("新题" in ask(page.url)[1], ask(page.url)[0]) == (True, "hit")


def rename_township(world) -> None:
    by = Actor.system("tests")
    edit_organisation(world.township, name="新桥镇", by=by, at=timezone.now())


def unpublish(world) -> None:
    NewsPage.objects.get(title="一条新闻").unpublish()


def delete(world) -> None:
    NewsPage.objects.get(title="一条新闻").delete()


def change_the_footer(world) -> None:
    kept = SiteSettings.objects.get(site__is_default_site=True)
    kept.contact = "新的电话"
    kept.save()


def change_the_address(world) -> None:
    page = NewsIndexPage.objects.get(section=world.township).get_latest_revision_as_object()
    page.slug = "latest-news"
    page.save_revision().publish()


def move_a_part(world) -> None:
    Page.objects.get(pk=TownshipPage.objects.get(organisation=world.township).pk).move(
        HomePage.objects.get(county=world.county), pos="last-child"
    )


def rename_a_file(world) -> None:
    document = NewsPage.objects.get(title="一条新闻").body[0].value
    document.title = "新的附件名"
    document.save()


CHANGES = (
    rename_township,
    unpublish,
    delete,
    change_the_footer,
    change_the_address,
    move_a_part,
    rename_a_file,
)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_what_changes_the_site_is_seen_at_once(site, committed, change):
    document = make_document(site.township)
    page = make_news(site.township, title="一条新闻", body=[("document", document)])
    before = {path: ask(path)[1] for path in ("/", page.url)}
    assert [ask(path)[0] for path in before] == ["hit", "hit"]
    with committed():
        change(site)
    again = {path: Client().get(path) for path in before}
    assert [answer.get("X-Page-Cache") for answer in again.values()] != ["hit", "hit"]
    assert {path: answer.content.decode() for path, answer in again.items()} != before or (
        change is move_a_part
    )


@pytest.mark.parametrize("path", ["/rss/", "/rss/news/", "/sitemap.xml"])
def test_feeds_and_sitemap_are_kept_and_as_fresh_as_the_pages(site, committed, path):
    make_news(site.county)
    assert [ask(path)[0], ask(path)[0]] == ["miss", "hit"]
    with committed():
        page = make_news(site.county, title="刚刚发布")
    assert page.full_url in ask(path)[1]


def test_a_draft_changes_nothing(site, committed):
    ask()
    with committed():
        changed(make_news(site.township, draft=True), title="又改了一次")
    assert ask()[0] == "hit"


def test_a_page_made_before_a_change_is_not_found_after_it(site):
    def slow_view(request):
        begin_generation()
        return public(HttpResponse("of yesterday"))

    request = RequestFactory().get("/")
    assert PageCacheMiddleware(slow_view)(request)["X-Page-Cache"] == "miss"
    answer = PageCacheMiddleware(lambda _: public(HttpResponse("of today")))(request)
    assert answer.content == b"of today"


def test_another_process_makes_it_worthless(site, folder):
    ask()
    code = "import django; django.setup(); import home.page_copies as c; c.begin_generation()"
    own = {
        "DJANGO_SETTINGS_MODULE": "portal.settings.production",
        "SECRET_KEY": "tests",
        "ALLOWED_HOSTS": "testserver",
        "PAGE_CACHE_ROOT": str(folder),
    }
    subprocess.run([sys.executable, "-c", code], cwd=BASE_DIR, env=os.environ | own, check=True)
    assert [ask()[0], ask()[0]] == ["miss", "hit"]


def test_a_new_day_makes_pages_anew(site, monkeypatch):
    ask()
    tomorrow = timezone.localdate() + timedelta(days=1)
    monkeypatch.setattr(timezone, "localdate", lambda *_: tomorrow)
    assert ask()[0] == "miss"
