"""Acts on many pages or files at once keep within the person's sections."""

import pytest
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import Page

from home.models import HomePage, NewsIndexPage, NewsPage, Section
from tests.factories.home import make_document, make_image, make_news

MAKE = {"page": make_news, "image": make_image, "document": make_document}
MODELS = {"page": Page, "image": Image, "document": Document}
APPS = {"page": "wagtailcore", "image": "wagtailimages", "document": "wagtaildocs"}
ACTS = [
    ("page", "delete"),
    ("page", "move"),
    ("page", "publish"),
    ("page", "unpublish"),
    ("image", "add_to_collection"),
    ("image", "delete"),
    ("document", "add_to_collection"),
    ("document", "delete"),
]
METHODS = ("get", "post")
KINDS = pytest.mark.parametrize("kind", MAKE)
PLACES = ("home", "other", "foreign")


@pytest.fixture
def things(site, kind) -> dict:
    """One of the kind in each township, named after its place."""
    return {
        place: MAKE[kind](site.places[place].township, title=f"在{place}的") for place in PLACES
    }


def url_of(kind: str, act: str, query: str) -> str:
    return reverse("wagtail_bulk_action", args=[APPS[kind], kind, act]) + f"?{query}"


def shown(response) -> set[str]:
    text = response.content.decode()
    return {place for place in PLACES if f"在{place}的" in text}


def acts_on(kind: str) -> list[tuple[str, str]]:
    """Every act with every method."""
    return [(act, method) for of, act in ACTS if of == kind for method in METHODS]


def send(client, method, url, site):
    """A complete form of whichever act."""
    section = Section.objects.get(organisation=site.township)
    news = NewsIndexPage.objects.get(section=site.township)
    fields = {"collection": section.collection_id, "chooser": news.pk}
    return client.post(url, fields) if method == "post" else client.get(url)


def state(thing) -> tuple:
    """What the acts could change of a thing; None where it is gone."""
    row = type(thing).objects.filter(pk=thing.pk).first()
    if row is None:
        return (None,)
    return (getattr(row, "live", row.pk), getattr(row, "collection_id", getattr(row, "path", 0)))


@KINDS
@pytest.mark.parametrize("place", ["other", "foreign"])
def test_what_is_outside_is_not_there(site, client_as, things, kind, place):
    before = {name: state(thing) for name, thing in things.items()}
    client = client_as("secretary")
    for act, method in acts_on(kind):
        for ids in ([place], ["home", place]):
            query = "&".join(f"id={things[name].pk}" for name in ids)
            response = send(client, method, url_of(kind, act, query), site)
            answer = (response.status_code, shown(response))
            assert (act, method, answer) == (act, method, (404, set()))
    assert {name: state(thing) for name, thing in things.items()} == before


@KINDS
def test_what_is_ones_own_is(site, client_as, things, kind):
    client = client_as("secretary")
    for act, _ in acts_on(kind):
        response = client.get(url_of(kind, act, f"id={things['home'].pk}"))
        assert (act, response.status_code, shown(response)) == (act, 200, {"home"})


@KINDS
@pytest.mark.parametrize("query", ["id=all", "id=all&q=在"])
def test_all_are_those_in_sight(site, client_as, things, kind, query):
    before = {name: state(thing) for name, thing in things.items() if name != "home"}
    client = client_as("secretary")
    for act, method in acts_on(kind):
        response = send(client, method, url_of(kind, act, query), site)
        assert response.status_code in (200, 302, 404)
        text = response.content.decode()
        assert (act, shown(response) - {"home"}) == (act, set())
        assert ("云坪镇" in text, "临溪县" in text) == (False, False)
    assert {n: state(thing) for n, thing in things.items() if n != "home"} == before


@pytest.mark.parametrize("place", ["other", "foreign"])
def test_all_of_a_list_outside(site, client_as, place):
    parent = make_news(site.places[place].township, title=f"在{place}的").get_parent()
    client = client_as("secretary")
    for act, method in acts_on("page"):
        for asked in (f"childOf={parent.pk}", f"childOf=1&childOf={parent.pk}&q=在"):
            response = send(client, method, url_of("page", act, f"id=all&{asked}"), site)
            assert (response.status_code, shown(response)) == (404, set())


def test_all_of_a_list_on_the_way_up(site, client_as):
    """The county's home page holds the own part and everybody else's."""
    home = HomePage.objects.get(county=site.county)
    for place in PLACES:
        make_news(site.places[place].township, title=f"在{place}的")
    client = client_as("secretary")
    for act, _ in acts_on("page"):
        text = client.get(url_of("page", act, f"id=all&childOf={home.pk}")).content.decode()
        assert (act, "石桥镇" in text, "云坪镇" in text) == (act, True, False)
        response = client.get(url_of("page", act, f"id=all&childOf={home.pk}&q=在"))
        assert shown(response) <= {"home"}


def test_all_of_ones_own_list(site, client_as):
    first, second = (make_news(site.township, draft=True) for _ in range(2))
    make_news(site.other, draft=True)
    url = url_of("page", "delete", f"id=all&childOf={first.get_parent().pk}")
    client_as("secretary").post(url)
    assert list(NewsPage.objects.values_list("section__name", flat=True)) == ["云坪镇"]
    assert second.pk is not None


@KINDS
def test_a_list_that_is_none(site, client_as, kind):
    client = client_as("secretary")
    for parent in ("", "abc", "99999", "9" * 30):
        url = url_of(kind, "delete", f"id=all&childOf={parent}")
        assert [send(client, method, url, site).status_code for method in METHODS] == [404, 404]


@pytest.mark.parametrize("role", ["secretary", "county_editor"])
def test_other_models_have_no_such_acts(site, client_as, role):
    client = client_as(role)
    for model in (["home", "newspage"], ["organisations", "user"], ["none", "none"]):
        url = reverse("wagtail_bulk_action", args=[*model, "delete"]) + "?id=1"
        assert [send(client, method, url, site).status_code for method in METHODS] == [404, 404]


def test_the_county_sees_its_townships_and_publishes_nothing_unread(site, client_as):
    make_news(site.township, draft=True, title="在home的")
    make_news(site.foreign_township, draft=True, title="在foreign的")
    response = client_as("county_editor").get(url_of("page", "delete", "id=all"))
    assert shown(response) == {"home"}
    client_as("county_editor").post(url_of("page", "publish", "id=all"))
    assert NewsPage.objects.live().count() == 0
