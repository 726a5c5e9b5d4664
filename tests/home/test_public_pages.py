"""What everybody reads: states of the pages, their weight, no cookie, a strict policy."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction, Site

from home.models import HomePage, NewsIndexPage, SiteSettings, TownshipPage
from home.page_copies import begin_generation
from home.pictures import LIMIT, light_rendition
from tests.factories.home import make_image, make_news


def text_of(client, path) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def pages_of(site) -> list[str]:
    news = make_news(site.township)
    make_news(site.county)
    index = NewsIndexPage.objects.get(section=site.county)
    township = TownshipPage.objects.get(organisation=site.township)
    return ["/", index.url, township.url, news.url]


def test_they_set_no_cookie(site, client):
    answers = [client.get(path) for path in pages_of(site)]
    assert [(answer.status_code, dict(answer.cookies)) for answer in answers] == [(200, {})] * 4


def test_their_policy_is_strict(site, client):
    for path in pages_of(site):
        policy = client.get(path)["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy


def test_the_front_page_without_news(site, client):
    text = text_of(client, "/")
    assert "/account/login/" in text
    assert "石桥镇" in text
    assert "柳河镇" not in text


def test_the_front_page_leads_with_the_newest_picture(site, client):
    day = site.today
    make_news(site.county, title="最新一条", published_on=day)
    picture = make_image(site.county)
    with_picture = {"cover": picture, "cover_alternative": "会场全景"}
    make_news(site.county, title="有图一条", published_on=day - timedelta(days=3), **with_picture)
    make_news(site.township, title="乡镇一条", published_on=day)
    make_news(site.township, title="草稿一条", draft=True)
    make_news(site.foreign_township, title="外县一条")
    text = text_of(client, "/")
    assert text.index("有图一条") < text.index("最新一条") < text.index("乡镇一条")
    assert 'alt="会场全景"' in text
    assert ("草稿一条" in text, "外县一条" in text) == (False, False)


def test_the_counts_of_the_townships(site):
    for _ in range(3):
        make_news(site.township)
    make_news(site.township, draft=True)
    home = HomePage.objects.get(county=site.county)
    counted = {title: number for title, _, number in home.townships()}
    assert counted == {"石桥镇": 3, "云坪镇": 0}


def test_a_draft_is_not_there(site, client):
    page = make_news(site.township, draft=True)
    assert client.get(page.get_url()).status_code == 404


def test_a_long_title(site, client):
    title = "石桥镇" * 85
    page = make_news(site.township, title=title)
    assert title in text_of(client, page.url)


def test_two_of_one_day_have_two_addresses(site):
    slugs = [make_news(site.township, published_on=site.today).slug for _ in range(3)]
    day = site.today.strftime("%Y%m%d")
    assert slugs == [day, f"{day}-2", f"{day}-3"]


COLUMNS = (
    "summary, body, source, author, cover_alternative, origin, cover_id, section_id, correction"
)
ONE_MORE = f"""
INSERT INTO home_newspage (page_ptr_id, published_on, {COLUMNS})
SELECT %s, %s, {COLUMNS} FROM home_newspage WHERE page_ptr_id = %s
"""


@pytest.fixture
def many(site):
    """A thousand news, 新闻1000 the newest, written as rows: the editor would take a minute."""
    index = NewsIndexPage.objects.get(section=site.township)
    first = make_news(site.township, title="第一条", published_on=site.today - timedelta(days=2000))
    pages = [Page.objects.get(pk=first.pk) for _ in range(999)]
    for number, page in enumerate(pages, start=2):
        page.pk = None
        page.title = f"新闻{number:04}"
        page.slug = f"news-{number}"
        page.path = Page._get_path(index.path, index.depth + 1, number)
        page.url_path = f"{index.url_path}{page.slug}/"
        page.translation_key = uuid4()
    made = Page.objects.bulk_create(pages)
    days = [site.today - timedelta(days=1000 - number) for number in range(2, 1001)]
    with connection.cursor() as cursor:
        rows = [(page.pk, day, first.pk) for page, day in zip(made, days, strict=True)]
        cursor.executemany(ONE_MORE, rows)
    return index


def test_a_thousand_news_in_pages(many, client, django_assert_max_num_queries):
    text_of(client, many.url)
    with django_assert_max_num_queries(14):
        first = text_of(client, many.url)
    assert ("新闻1000" in first, "新闻0980" in first) == (True, False)
    assert "第一条" in text_of(client, f"{many.url}?page=50")
    assert "第一条" in text_of(client, f"{many.url}?page=999")


def test_lists_ask_the_same_for_one_and_three(site, client):
    index = NewsIndexPage.objects.get(section=site.township)
    make_news(site.township)
    counts = [queries_of(client, path) for path in (index.url, "/")]
    for _ in range(3):
        make_news(site.township)
    assert [queries_of(client, path) for path in (index.url, "/")] == counts


def queries_of(client, path) -> int:

    text_of(client, path)
    with CaptureQueriesContext(connection) as caught:
        text_of(client, path)
    return len(caught)


@pytest.mark.parametrize("size", ["width-760", "fill-520x392"])
def test_pictures_are_light(site, size):
    picture = make_image(site.county, width=1600, height=1200, noisy=True)
    assert light_rendition(picture, size).file.size <= LIMIT


def test_a_lost_picture_leaves_the_page_readable(site, client):
    picture = make_image(site.county)
    page = make_news(site.county, cover=picture, cover_alternative="会场", title="图片丢了")
    picture.file.storage.delete(picture.file.name)
    assert "图片丢了" in text_of(client, page.url)


def test_the_parts_of_a_text(site, client):
    picture = make_image(site.county)
    table = {"data": [["村", "户数"], ["青石村", "46"]], "first_row_is_table_header": True}
    body = [
        ("heading", "小标题"),
        ("paragraph", "<p>一段<b>文字</b></p>"),
        ("picture", {"image": picture, "alternative": "村口的水表", "caption": "资料图"}),
        ("table", table),
    ]
    text = text_of(client, make_news(site.county, body=body).url)
    for part in ("<h2>小标题</h2>", "<b>文字</b>", 'alt="村口的水表"', 'loading="lazy"', "青石村"):
        assert part in text


def test_every_county_answers_at_its_own_address(site, client):
    second = Site.objects.get(is_default_site=False)
    SiteSettings.objects.filter(site=second).update(name="临溪人大")
    make_news(site.foreign_county, title="临溪的新闻")
    answer = client.get("/", headers={"host": second.hostname}).content.decode()
    assert ("临溪人大" in answer, "临溪的新闻" in answer) == (True, True)
    assert "临溪" not in text_of(client, "/")


def test_the_footer(site, client):
    names = {"operator": "云岭县信息中心", "contact": "0000-0000000", "site_code": "0000000000"}
    SiteSettings.objects.update(**names)
    text = text_of(client, "/")
    assert all(name in text for name in names.values())


def test_the_front_page_asks_the_same(site, client, django_assert_num_queries):
    for _ in range(2):
        make_news(site.county, cover=make_image(site.county))
        make_news(site.township)
    text_of(client, "/?made=anew")
    with django_assert_num_queries(11):
        text_of(client, "/?made=anew")


def test_its_links_are_wagtails_own(site, client):
    news = [make_news(site.county), make_news(site.county), make_news(site.township)]
    index = NewsIndexPage.objects.get(section=site.county)
    township = TownshipPage.objects.get(organisation=site.township)
    text, request = text_of(client, "/"), RequestFactory().get("/")
    links = [f'href="{page.get_url(request)}"' for page in (*news, index, township)]
    assert [link in text for link in links] == [True] * 5


def test_a_restriction_set_by_hand_holds(site, client):
    news = make_news(site.county)
    assert client.get(news.url).status_code == 200
    home = HomePage.objects.get(county=site.county)
    PageViewRestriction.objects.create(page=home, restriction_type=PageViewRestriction.LOGIN)
    begin_generation()
    assert [client.get(path).status_code for path in ("/", news.url)] == [302, 302]
