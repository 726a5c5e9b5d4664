"""Public pages are kept for readers without a session, and never anybody's own."""

import pytest
from django.core.cache import caches
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail.models import Site

from congress.web.public_pages import public
from home.models import NewsIndexPage
from portal.page_cache import PageCacheMiddleware
from tests.factories.home import make_news
from tests.factories.notifications import make_link
from tests.factories.pages import make_study
from tests.portal.page_cache.asking import ask, kept_files


def test_the_second_reader_asks_nothing_of_the_database(site, django_assert_num_queries):
    first = ask()
    with django_assert_num_queries(0):
        second = ask()
    assert (first[0], second) == ("miss", ("hit", first[1]))


def test_a_kept_page_has_every_header_that_a_new_one_has(site):
    new, kept = Client().get("/"), Client().get("/")
    different = {name for name, value in new.items() if kept.get(name) != value}
    assert (different, dict(kept.cookies)) == ({"X-Page-Cache"}, {})
    assert "default-src 'self'" in kept["Content-Security-Policy"]
    assert (kept["Cache-Control"], kept["Vary"]) == ("private, no-cache", "Cookie")


def test_large_print_and_normal_take_turns(site):
    large = Client()
    large.cookies["elder"] = "1"
    seen = [ask(), ask(client=large), ask(), ask(client=large)]
    assert [state for state, _ in seen] == ["miss", "miss", "hit", "hit"]
    assert [('class="elder"' in text) for _, text in seen] == [False, True, False, True]


def test_cookies_of_others_do_not_count(site):
    ask()
    client = Client()
    client.cookies["_ga"] = "GA1.2.3"
    client.cookies["csrftoken"] = "a" * 32
    assert ask(client=client)[0] == "hit"


def test_who_is_logged_in_is_given_nothing_kept_and_leaves_nothing(site, folder, client_as):
    insider = client_as("secretary")
    # The menu, which is the same for all.
    ask(NewsIndexPage.objects.get(section=site.township).url)
    before = kept_files(folder)
    assert ask(client=insider)[0] == ""
    assert kept_files(folder) == before
    assert [ask()[0], ask()[0]] == ["miss", "hit"]
    answer = insider.get("/")
    assert ("X-Page-Cache" in answer, answer["Cache-Control"]) == (False, "private, no-cache")


def test_pages_of_a_list_are_kept_and_other_questions_are_not(site, folder):
    index = NewsIndexPage.objects.get(section=site.township)
    assert [ask(f"{index.url}?page=2")[0], ask(f"{index.url}?page=2")[0]] == ["miss", "hit"]
    before = kept_files(folder)
    for query in ("?utm_source=1", "?page=2&x=1", "?page=0", "?page=1000", "?page=%32", "?PAGE=2"):
        assert ask(f"{index.url}{query}")[0] == ""
    assert kept_files(folder) == before


def test_only_public_pages_are_kept(site, folder, client_as):
    page = make_news(site.township, draft=True)
    ask()
    before = kept_files(folder)
    insider, stranger = client_as("secretary"), Client()
    preview = insider.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert ("代表进站接待选民" in preview.content.decode(), "X-Page-Cache" in preview) == (
        True,
        False,
    )
    link = make_link(site)
    doors = ("/search/?q=新闻", "/search/", "/work/", link.path, "/g/none/", "/admin/", "/health/")
    for path in (*doors, "/account/login/", "/elder/", "/no-such-page/", page.get_url()):
        insider.get(path)
        stranger.get(path)
    stranger.post("/")
    stranger.head("/")
    assert kept_files(folder) == before


@pytest.mark.parametrize("spoilt", ["cookie", "vary", "status", "silent"])
def test_an_answer_to_one_reader_is_not_kept(site, folder, spoilt):
    def view(request):
        answer = HttpResponse("mine", status=404 if spoilt == "status" else 200)
        if spoilt == "cookie":
            answer.set_cookie("a", "b")
        elif spoilt == "vary":
            answer["Vary"] = "Cookie"
        return answer if spoilt == "silent" else public(answer)

    for _ in range(2):
        assert "X-Page-Cache" not in PageCacheMiddleware(view)(RequestFactory().get("/x/"))


def test_every_address_of_a_county_has_its_own(site):
    host = Site.objects.get(is_default_site=False).hostname
    here, there = ask(), ask(headers={"host": host})
    assert (here[0], there[0]) == ("miss", "miss")
    assert ("临溪" in here[1], "临溪" in ask(headers={"host": host})[1]) == (False, True)


def test_a_store_that_fails_makes_the_site_slower_and_nothing_else(site, folder, settings, caplog):
    folder.parent.joinpath("file").write_text("no folder")
    broken = settings.CACHES["pages"] | {"LOCATION": str(folder.parent / "file")}
    settings.CACHES = settings.CACHES | {"pages": broken}
    assert [ask()[0], ask()[0]] == ["", ""]
    assert "the page cache does not answer" in caplog.text


def test_the_store_is_bounded(site, settings, folder):
    small = settings.CACHES["pages"] | {"OPTIONS": {"MAX_ENTRIES": 10}}
    settings.CACHES = settings.CACHES | {"pages": small}
    index = NewsIndexPage.objects.get(section=site.township)
    for number in range(1, 41):
        ask(f"{index.url}?page={number}")
    assert len(kept_files(folder)) <= 10
    assert caches["pages"].default_timeout == 600


def test_a_study_page_is_kept_for_strangers_alone(site, client_as):
    page = make_study(site.county)
    assert [ask(page.url)[0], ask(page.url)[0]] == ["miss", "hit"]
    state, text = ask(page.url, client_as("deputy"))
    assert (state, ask(page.url)[0]) == ("", "hit")
    assert reverse("home:study_learn", args=[page.pk]) in text
    assert reverse("home:study_learn", args=[page.pk]) not in ask(page.url)[1]
