"""Published suggestions on the site: by consent, without addresses, gone at once when withdrawn."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from congress.organisations.models import ContactPhone
from congress.suggestions import actions
from congress.suggestions.models import Reply, Signatory, Suggestion
from tests.factories.publishing import TITLE, published_suggestion
from tests.factories.suggestions import (
    SuggestionFactory,
    lead_row,
    new_deputy,
    officer_of,
    part_of,
    presidium_of,
    write,
)
from tests.home.test_search import counts, found
from tests.routes.world import World

LIST = "/suggestions/"
SECRET = "饮水管道从后山引来"


def page_of(suggestion: Suggestion) -> str:
    return reverse("public_suggestion", args=[suggestion.pk])


def text_of(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def titles(client: Client, **query: str) -> list[str]:
    return [row.title for row, *_ in client.get(LIST, query).context["rows"]]


def test_the_full_text_with_names_and_without_numbers(site: World, client: Client):
    suggestion = published_suggestion(site.township, site.at, problem=SECRET)
    deputy = lead_row(suggestion).deputy
    deputy.certificate_no = "证0127"
    deputy.save()
    ContactPhone.objects.create(user=deputy.user, number="13800000012")
    text = text_of(client, page_of(suggestion))
    for words in (TITLE, SECRET, deputy.user.name, suggestion.reference, "已受理"):
        assert words in text
    for words in ("13800000012", "证0127"):
        assert words not in text
    assert titles(client) == [TITLE]
    assert deputy.user.name in text_of(client, LIST)


def test_the_title_alone(site: World, client: Client):
    fields = {"consent": "title_only", "problem": SECRET, "promised": True, "registered": False}
    suggestion = published_suggestion(site.township, site.at, **fields)
    name = lead_row(suggestion).deputy.user.name
    reply = Reply.objects.get()
    text = text_of(client, page_of(suggestion))
    assert TITLE in text
    assert suggestion.reference in text
    whole = text + text_of(client, LIST)
    for words in (SECRET, name, reply.body, reply.promise, part_of(suggestion).unit.name):
        assert words not in whole


@pytest.mark.parametrize(("consent", "named"), [("full", True), ("title_only", False)])
def test_who_raised_a_merged_one_is_named_by_their_consent(
    consent, named, site: World, client: Client
):
    merged = SuggestionFactory(congress=site.township, merged=True, consent=consent, at=site.at)
    into = merged.merged_into
    actions.publish_suggestion(into, checked=True, by=presidium_of(into), at=site.at)
    text = text_of(client, page_of(into))
    assert lead_row(into).deputy.user.name in text
    assert (lead_row(merged).deputy.user.name in text) is named
    assert client.get(page_of(merged)).status_code == 404


@pytest.mark.parametrize("consent", ["full", "title_only"])
def test_what_is_not_published_does_not_exist(consent, site: World, client: Client):
    suggestion = SuggestionFactory(congress=site.township, registered=True, consent=consent)
    assert client.get(page_of(suggestion)).status_code == 404
    assert titles(client) == []


def test_another_county_is_out_of_sight(site: World, client: Client):
    suggestion = published_suggestion(site.foreign_township, site.at)
    assert client.get(page_of(suggestion)).status_code == 404
    assert titles(client) == []
    assert counts(client) == {}
    assert client.get(f"/deputies/{lead_row(suggestion).deputy_id}/").status_code == 404


def test_before_the_site_is_opened_there_is_nothing(world: World, client: Client):
    suggestion = published_suggestion(world.township, world.at)
    for url in (LIST, page_of(suggestion), "/deputies/"):
        assert client.get(url).status_code == 404


def test_replies_are_read_when_they_are_released(site: World, client: Client):
    suggestion = published_suggestion(site.township, site.at, in_handling=True, registered=False)
    part = part_of(suggestion)
    reply = write(part, site.at, "B")
    by = officer_of(part)
    actions.sign_reply(reply, signed_by="陈国强", by=by, at=site.at)
    Reply.objects.update(handler="孙立", handler_phone="0000-5550188")
    assert reply.body not in text_of(client, page_of(suggestion))
    actions.release_reply(Reply.objects.get(), by=presidium_of(suggestion), at=site.at)
    text = text_of(client, page_of(suggestion))
    for words in (reply.body, "B类", part.unit.name, reply.promise, "已答复"):
        assert words in text
    for words in ("孙立", "0000-5550188"):
        assert words not in text


def test_filters(site: World, client: Client):
    published_suggestion(site.township, site.at, title="修路", problem="桥坏了")
    published_suggestion(site.other, site.at, title="修渠", replied=True, registered=False)
    published_suggestion(site.other, site.at, title="修灯", problem="桥坏了", consent="title_only")
    Suggestion.objects.filter(title="修渠").update(
        registered_at=site.at - timedelta(days=800), category="water"
    )
    year = str(timezone.localdate().year)
    assert sorted(titles(client)) == ["修渠", "修灯", "修路"]
    assert sorted(titles(client, place=str(site.other.pk))) == ["修渠", "修灯"]
    assert titles(client, category="roads") == ["修路"]
    assert titles(client, category="water") == ["修渠"]
    assert titles(client, state="replied") == ["修渠"]
    assert sorted(titles(client, year=year)) == ["修灯", "修路"]
    assert titles(client, q="桥坏了") == ["修路"]
    assert titles(client, q="修灯") == ["修灯"]
    assert titles(client, q="没有的") == []


def test_a_filter_that_does_not_exist_is_no_error(site: World, client: Client):
    published_suggestion(site.township, site.at)
    queries = ("state=draft", "state=x", "year=1", "place=99999", "place=a", "page=x", "q=%00")
    for query in queries:
        assert client.get(f"{LIST}?{query}").status_code == 200


def test_the_public_searches_texts_only_where_they_are_public(site: World, client: Client):
    published_suggestion(site.township, site.at, title="甲", problem=SECRET)
    published_suggestion(site.township, site.at, title="乙", problem=SECRET, consent="title_only")
    published_suggestion(site.township, site.at, title="饮水", consent="title_only")
    SuggestionFactory(congress=site.township, registered=True, problem=SECRET)
    assert found(client) == {"published": ["甲"], "publishedtitle": ["饮水"]}
    assert SECRET not in client.get("/search/?q=饮水&kind=publishedtitle").content.decode()


def test_a_staff_search_of_another_place_finds_what_is_public(site: World, client_as):
    published_suggestion(site.township, site.at)
    assert found(client_as("auditor"))["published"] == [TITLE]
    assert "published" not in found(client_as("secretary", "other"), q="没有的")


@pytest.mark.parametrize("number", [1, 3])
def test_questions(number, site: World, client: Client, django_assert_num_queries):
    for index in range(number):
        suggestion = published_suggestion(
            site.township, site.at, title=f"饮水{index}", promised=True, registered=False
        )
        for _ in range(index):
            deputy = new_deputy(suggestion)
            Signatory.objects.create(
                suggestion=suggestion, deputy=deputy, part="cosigner", answer="confirmed",
                asked_at=site.at, answered_at=site.at,
            )  # fmt: skip
    client.get(LIST)
    with django_assert_num_queries(11):
        assert len(client.get(LIST, {"year": ""}).context["rows"]) == number
    with django_assert_num_queries(11):
        client.get(f"{page_of(suggestion)}?x=1")


def test_a_thousand(site: World, client: Client):
    suggestion = published_suggestion(site.township, site.at, title="长" * 80)
    first = Suggestion.objects.get()
    rows = []
    for number in range(1000):
        first.pk, first.reference = None, f"石桥-建议-19-闭2020-{number:03}"
        rows.append(
            Suggestion(**{f.attname: getattr(first, f.attname) for f in first._meta.fields})
        )
    Suggestion.objects.bulk_create(rows)
    answer = client.get(LIST, {"page": "51"})
    assert answer.context["page_obj"].paginator.count == 1001
    assert len(answer.context["rows"]) == 1
    assert suggestion.title in answer.content.decode()


def test_the_menu_names_what_there_is(site: World, client: Client):
    def menu() -> list[str]:
        return [link.label for link in client.get("/?x=1").context["public_menu"]]

    names = {"代表建议", "代表履职"}
    assert not names & set(menu())
    published_suggestion(site.township, site.at)
    assert [label for label in menu() if label in names] == ["代表建议", "代表履职"]
