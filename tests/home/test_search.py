"""The search page: what is found, for whom, and that no question is an error."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from congress.information import actions
from home.models import NewsPage
from tests.factories.home import make_news
from tests.factories.information import ItemFactory, actor_of
from tests.factories.review import published
from tests.routes.world import World

WORD = "饮水"
NEWS, ITEM = "代表视察农村饮水工程", "石桥镇农村饮水安全见成效"


def text_of(client: Client, **query: str) -> str:
    response = client.get("/search/", {"q": WORD} | query)
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"
    return response.content.decode()


def found(client: Client, **query: str) -> dict[str, list[str]]:
    """The titles of each group by its kind, without marks."""
    response = client.get("/search/", {"q": WORD} | query)
    groups = response.context["found"].groups
    return {
        group.kind.code: [
            hit.title.replace("<mark>", "").replace("</mark>", "") for hit in group.hits
        ]
        for group in groups
    }


def counts(client: Client, **query: str) -> dict[str, int]:
    """Every number of the page: of the groups and of the pills."""
    found = client.get("/search/", {"q": WORD} | query).context["found"]
    numbers = {f"group {group.kind.code}": group.total for group in found.groups}
    numbers |= {f"kind {kind.code}": count for kind, count in found.kinds if count}
    return numbers | {f"place {place.name}": count for place, count in found.places if count}


def test_a_stranger_finds_the_published_page(site: World, client: Client):
    make_news(site.county, title=NEWS)
    ItemFactory(organisation=site.township, submitted=True, title=ITEM)
    assert found(client) == {"news": [NEWS]}
    assert counts(client) == {"group news": 1, "kind news": 1, f"place {site.county.name}": 1}
    assert "代表视察农村<mark>饮水</mark>工程" in text_of(client)


def test_the_text_and_the_summary_are_found(site: World, client: Client):
    make_news(site.county, title="甲", body=[("paragraph", "<p>先看<b>饮水</b>工程。</p>")])
    make_news(site.county, title="乙", summary="先看饮水工程。")
    make_news(site.county, title="丙", body=[("heading", "饮水工程")])
    assert sorted(found(client)["news"]) == ["丙", "乙", "甲"]


def test_drafts_and_pages_taken_down_are_not_found(site: World, client: Client, client_as):
    make_news(site.county, title=NEWS, draft=True)
    make_news(site.county, title=NEWS).unpublish()
    assert counts(client) == counts(client_as("county_editor")) == {}


def test_a_draft_of_a_published_page_is_not_found(site: World, client: Client):
    page = make_news(site.county, title="代表进站接待选民")
    page.title, page.correction = NEWS, "更正标题。"
    page.save_revision()
    assert found(client) == {}
    published(page)
    assert found(client) == {"news": [NEWS]}


def test_pages_of_the_second_county_are_not_found(site: World, client: Client, client_as):
    make_news(site.foreign_county, title=NEWS)
    assert counts(client) == counts(client_as("secretary")) == {}


@pytest.mark.parametrize(
    ("role", "place", "titles"),
    [
        ("secretary", "home", [ITEM]),
        ("chair", "home", [ITEM]),
        ("county_editor", "home", [ITEM]),
        ("county_supervisor", "home", [ITEM]),
        ("county_admin", "home", []),
        ("deputy", "home", []),
        ("unit_officer", "home", []),
        ("auditor", "home", []),
        ("secretary", "other", []),
        ("secretary", "foreign", []),
        ("county_editor", "foreign", []),
    ],
)
def test_an_item_is_found_by_those_who_may_read_it(role, place, titles, site: World, client_as):
    ItemFactory(organisation=site.township, submitted=True, title=ITEM)
    client = client_as(role, place)
    assert found(client) == ({"item": titles} if titles else {})
    assert bool(counts(client)) is bool(titles)


@pytest.mark.parametrize("state", ["draft", "awaiting_sign_off"])
def test_before_it_is_handed_in_the_township_alone_finds_it(state, site: World, client_as):
    ItemFactory(organisation=site.township, title=ITEM, **({} if state == "draft" else {state: 1}))
    assert found(client_as("secretary")) == {"item": [ITEM]}
    assert counts(client_as("county_editor")) == {}


def test_a_withdrawn_item_is_found_by_its_township_alone(site: World, client_as):
    ItemFactory(organisation=site.township, withdrawn=True, body=f"农村{WORD}安全。")
    assert len(found(client_as("secretary"))["item"]) == 1
    assert counts(client_as("county_editor")) == {}


def test_the_text_being_mended_is_not_found_before_it_is_handed_in(site: World, client_as):
    item = ItemFactory(organisation=site.township, returned=True)
    by, at = actor_of("secretary", site.township), timezone.now()
    text = {"title": ITEM, "body": "正文。", "drafter": "周明"}
    version = item.draft.version
    actions.save_draft(item, version=version, **text, by=by, at=at)
    assert counts(client_as("secretary")) == counts(client_as("county_editor")) == {}
    actions.submit_item(item, by=by, at=at)
    assert found(client_as("secretary")) == found(client_as("county_editor")) == {"item": [ITEM]}


def test_what_is_typed_into_a_draft_is_found_at_once(site: World, client_as):
    item = ItemFactory(organisation=site.township, title=ITEM)
    by, at = actor_of("secretary", site.township), timezone.now()
    actions.save_draft(item, version=0, title="修路", body="修路。", by=by, at=at)
    assert found(client_as("secretary")) == {}
    assert found(client_as("secretary"), q="修路") == {"item": ["修路"]}
    actions.discard_draft(item, by=by, at=at)
    assert found(client_as("secretary"), q="修路") == {}


def test_a_number_is_found(site: World, client_as):
    item = ItemFactory(organisation=site.township, submitted=True, title=ITEM)
    assert found(client_as("secretary"), q=item.reference) == {"item": [ITEM]}


def test_the_filters_narrow_and_their_counts_are_what_they_lead_to(site: World, client_as):
    old = site.today - timedelta(days=90)
    make_news(site.county, title=NEWS, published_on=old)
    make_news(site.township, title="石桥镇代表看饮水")
    ItemFactory(organisation=site.township, submitted=True, title=ITEM)
    ItemFactory(organisation=site.other, submitted=True, title="云坪镇农村饮水")
    client, town = client_as("county_editor"), str(site.township.pk)
    assert found(client, place=town) == {"news": ["石桥镇代表看饮水"], "item": [ITEM]}
    assert found(client, kind="news", time="month") == {"news": ["石桥镇代表看饮水"]}
    assert counts(client, kind="item", place=town) == {
        "group item": 1,
        "kind news": 1,
        "kind item": 1,
        "place 石桥镇": 1,
        "place 云坪镇": 1,
    }


@pytest.mark.parametrize(
    "query",
    [
        {"kind": "item"},
        {"kind": "nothing"},
        {"place": "999999999999999999999"},
        {"place": "石桥镇"},
        {"time": "tomorrow"},
        {"page": "-7"},
        {"kind": "news", "page": "999"},
    ],
    ids=str,
)
def test_a_filter_that_does_not_exist_changes_nothing(query, site: World, client: Client):
    make_news(site.county, title=NEWS)
    assert found(client, **query) == {"news": [NEWS]}


@pytest.mark.parametrize(
    "query",
    [
        *['"', "*", "OR", "NEAR(a, b)", "(", ")", "-", ":", "\\", "'; DROP TABLE x; --", "{title}"],
        *[
            "a AND",
            "^饮",
            "饮*水",
            "NOT 饮水",
            '"饮水',
            "title:饮水",
            "&|!<->",
            "\x00",
            "\ud800",
            "%",
            "_",
        ],
        *[
            "\ud800",
            "%",
            "_",
            "。，；",
            "　",
            "水",
            "饮水" * 50,
            "水" * 100,
            "饮 水 " * 25,
            "🙂",
            "1e5",
            "½",
        ],
    ],
)
def test_no_question_is_an_error(query: str, site: World, client_as):
    make_news(site.county, title=NEWS)
    client = client_as("secretary")
    address = query.encode("utf-8", "surrogatepass")
    assert client.get("/search/", {"q": address}).status_code == 200


def test_a_long_question_is_cut_to_what_the_field_takes(site: World, client: Client):
    response = client.get("/search/", {"q": WORD * 400})
    assert response.context["found"].asked.text == WORD * 50


def test_one_character_begins_a_word_or_ends_a_run(site: World, client: Client):
    for title in ("水渠通了", "看饮水。", "放水养鱼", "修路"):
        make_news(site.county, title=title)
    assert sorted(found(client, q="水")["news"]) == ["放水养鱼", "水渠通了", "看饮水。"]


@pytest.mark.parametrize("title", ["<script>alert(1)</script>饮水", '饮水"><img src=x onerror=1>'])
def test_what_others_wrote_is_shown_as_text(title: str, site: World, client: Client):
    make_news(site.county, title=title, summary=title)
    text = text_of(client)
    assert "<mark>饮水</mark>" in text
    assert "<script>alert" not in text
    assert "<img src=x" not in text


def test_what_was_asked_is_shown_as_text(site: World, client: Client):
    text = text_of(client, q='"><script>alert(1)</script>', kind='"><b>', place="<b>")
    assert "<script>alert" not in text
    assert "<b>" not in text


def test_where_nothing_is_found_the_page_says_what_to_try(site: World, client: Client):
    assert "没有找到与“饮水”有关的内容。" in text_of(client)
    assert "请输入两个字以上的词" in text_of(client, q="")
    assert "只输入了标点符号" in text_of(client, q="。，")


def test_titles_come_before_texts(site: World, client: Client):
    make_news(site.county, title="代表进站", body=[("paragraph", f"<p>{'看' * 50}饮水。</p>")])
    make_news(site.county, title=NEWS)
    make_news(site.county, title="选民来信", body=[("paragraph", f"<p>{'看' * 50}饮水。</p>")])
    assert found(client)["news"][0] == NEWS


def test_a_kind_alone_is_paged(site: World, client: Client):
    for number in range(23):
        make_news(site.county, title=f"{number}号饮水工程")
    assert (counts(client)["group news"], len(found(client)["news"])) == (23, 5)
    assert len(found(client, kind="news")["news"]) == 20
    assert len(found(client, kind="news", page="2")["news"]) == 3


def test_before_the_site_is_opened(world: World, client: Client, client_as):
    ItemFactory(organisation=world.township, title=ITEM)
    assert found(client) == {}
    assert found(client_as("secretary")) == {"item": [ITEM]}


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("role", "queries"), [("", 18), ("county_editor", 29)])
def test_hits_cost_no_questions(role, queries, number, site, client_as, django_assert_num_queries):
    for index in range(number):
        make_news(site.county if index else site.township, title=f"{index}{NEWS}")
        ItemFactory(organisation=site.township, submitted=True, title=ITEM)
    client = client_as(role) if role else Client()
    client.get("/search/", {"q": WORD})
    with django_assert_num_queries(queries):
        assert client.get("/search/", {"q": WORD}).status_code == 200
    assert NewsPage.objects.count() == number
