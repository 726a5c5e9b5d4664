"""What the backend answers beside the search page: and, or, not; typing ahead; what changes."""

import pytest
from django.core.management import call_command
from modelsearch.backends import get_search_backend
from modelsearch.query import MATCH_ALL, And, Boost, Not, Or, Phrase, PlainText
from wagtail.images.models import Image

from congress.information.models import Item
from home.models import NewsPage
from portal.search.pausing import paused
from tests.factories.home import make_document, make_image, make_news
from tests.factories.information import ItemFactory
from tests.routes.world import World

TITLES = ("农村饮水安全", "农村道路安全", "城市饮水", "WiFi网络5G建设")
A, B = PlainText("农村"), PlainText("饮水")


@pytest.fixture
def items(world: World) -> None:
    for title in TITLES:
        ItemFactory(organisation=world.township, title=title, body="正文")


def titles(query, **options) -> set[str]:
    return {item.title for item in get_search_backend().search(query, Item, **options)}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (And([A, B]), {0}),
        (Or([A, B]), {0, 1, 2}),
        (And([A, Not(B)]), {1}),
        (Not(Phrase("农村饮水")), {1, 2, 3}),
        (Not(PlainText("农村 安全")), {2, 3}),
        (Boost(B, 3), {0, 2}),
        (PlainText("城市 道路", operator="or"), {1, 2}),
        (PlainText("安全 农村"), {0, 1}),
        (MATCH_ALL, {0, 1, 2, 3}),
        (Not(MATCH_ALL), set()),
        (PlainText("…… 。"), set()),
        (And([A, PlainText("。")]), {0, 1}),
        ("wifi", {3}),
        ("网络5g", {3}),
        ("5Ｇ", {3}),
        ("wif", set()),
        ("络5", set()),
    ],
    ids=repr,
)
def test_a_query(query, found: set[int], items):
    assert titles(query) == {TITLES[index] for index in found}


def test_the_title_alone(items):
    assert titles("正文") == set(TITLES)
    assert titles("正文", fields=["title"]) == set()
    assert titles("饮水", fields=["title"]) == {TITLES[0], TITLES[2]}


def test_an_order_of_ones_own(items):
    rows = Item.objects.order_by("title")
    found = get_search_backend().search("安全", rows, order_by_relevance=False)
    assert [item.title for item in found] == sorted([TITLES[0], TITLES[1]])
    scored = get_search_backend().search("安全", Item).annotate_score("score")
    assert [type(item.score) for item in scored] == [float, float]


def test_a_page_of_hits(items):
    found = get_search_backend().search("安全", Item)
    assert (found.count(), len(found[:1]), len(found[1:5])) == (2, 1, 1)


def test_a_deleted_row_is_forgotten(items):
    Item.objects.get(title=TITLES[0]).delete()
    assert titles("饮水") == {TITLES[2]}


def test_paused_and_rebuilt(world: World):
    with paused():
        ItemFactory(organisation=world.township, title=TITLES[0])
    assert titles("饮水") == set()
    call_command("update_index", verbosity=0)
    assert titles("饮水") == {TITLES[0]}


def test_typing_ahead(site: World):
    make_news(site.county, title="饮水工程WiFi")
    for typed in ("饮", "饮水", "饮水工", "水工程", "wi", "工程wif"):
        found = get_search_backend().autocomplete(typed, NewsPage)
        assert [page.title for page in found] == ["饮水工程WiFi"], typed


def test_the_search_boxes_of_the_editor(site: World, client_as):
    make_news(site.county, title="全县农村饮水工程")
    make_image(site.county, title="农村饮水工程现场")
    make_document(site.county, title="农村饮水工程台账")
    client = client_as("county_editor")
    places = {
        "/admin/pages/search/?q=饮水": "全县农村饮水工程",
        "/admin/images/?q=饮水": "农村饮水工程现场",
        "/admin/documents/?q=饮水": "农村饮水工程台账",
        "/admin/choose-page/search/?q=饮水": "全县农村饮水工程",
        "/admin/images/chooser/results/?q=饮水": "农村饮水工程现场",
        "/admin/documents/chooser/results/?q=饮水": "农村饮水工程台账",
    }
    for url, title in places.items():
        response = client.get(url)
        assert (url, response.status_code) == (url, 200)
        assert title in response.content.decode(), url
        assert title not in client.get(url.replace("饮水", "水饮")).content.decode()
    assert Image.objects.count() == 1


def test_no_query_of_an_editor_is_an_error(site: World, client_as):
    client = client_as("county_editor")
    for query in ('"', "饮水 OR", "(*", "title:x", "a:'b", "-"):
        for url in ("/admin/pages/search/", "/admin/images/", "/admin/documents/"):
            assert client.get(url, {"q": query}).status_code == 200
