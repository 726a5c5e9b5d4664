"""The staff's list: who finds what in it, and what its filters leave."""

from datetime import timedelta

import pytest
from django.urls import reverse

from congress.organisations.models import Appointment, Organisation
from congress.organisations.roles import CHAIR, COUNTY_SUPERVISOR, SECRETARY
from congress.suggestions.models import Clock
from tests.factories.suggestions import SessionFactory, SuggestionFactory, lead_row, unit_of
from tests.routes.table import sheet_text
from tests.routes.world import World

LIST = "suggestions:list"


def titles(client, **query) -> list[str]:
    answer = client.get(reverse(LIST), query)
    assert answer.status_code == 200
    return [row.title for row in answer.context["suggestions"]]


def test_one_finds_ones_own_and_the_county_what_was_submitted(world: World, client_as):
    world.term_of(world.county)
    SuggestionFactory(congress=world.township, title="镇里的建议", submitted=True)
    SuggestionFactory(congress=world.township, title="代表的草稿")
    SuggestionFactory(congress=world.other, title="邻镇的建议", submitted=True)
    SuggestionFactory(congress=world.county, title="县里的建议", submitted=True)
    SuggestionFactory(congress=world.foreign_township, title="外县的建议", submitted=True)
    assert titles(client_as(SECRETARY)) == ["镇里的建议"]
    assert titles(client_as(CHAIR, "other")) == ["邻镇的建议"]
    county = titles(client_as(COUNTY_SUPERVISOR))
    assert sorted(county) == sorted(["县里的建议", "邻镇的建议", "镇里的建议"])
    chosen = titles(client_as(COUNTY_SUPERVISOR), congress=world.other.pk)
    assert chosen == ["邻镇的建议"]


def test_filters(world: World, client_as):
    client = client_as(CHAIR)
    opened = world.today - timedelta(days=30)
    session = SessionFactory(term=world.term, opens_on=opened, closes_on=opened)
    road = SuggestionFactory(
        congress=world.township, title="修路", session=session, in_handling=True
    )
    SuggestionFactory(congress=world.township, title="修桥", submitted=True, category="water")
    assert titles(client, state="submitted") == ["修桥"]
    assert titles(client, category="water") == ["修桥"]
    assert titles(client, session="between") == ["修桥"]
    assert titles(client, session=session.pk) == ["修路"]
    assert titles(client, unit=unit_of(world.township).pk) == ["修路"]
    assert titles(client, q="修路") == ["修路"]
    assert titles(client, q=lead_row(road).deputy.user.name) == ["修路"]
    assert titles(client, q=road.reference) == ["修路"]
    assert titles(client, q="没有") == []


def test_pills(world: World, client_as):
    client = client_as(CHAIR)
    late = SuggestionFactory(congress=world.township, title="逾期", in_handling=True)
    soon = SuggestionFactory(congress=world.township, title="将到期", in_handling=True)
    SuggestionFactory(congress=world.township, title="待决定", submitted=True)
    for row, days in ((late, -1), (soon, 10)):
        due = world.today + timedelta(days=days)
        Clock.objects.filter(suggestion=row, event="reply").update(due=due)
    assert titles(client, show="late") == ["逾期"]
    assert titles(client, show="soon") == ["将到期"]
    assert titles(client, show="waiting") == ["待决定"]
    assert titles(client, sort="due")[:2] == ["逾期", "将到期"]
    assert len(titles(client, show="nonsense")) == 3


@pytest.mark.parametrize(
    "query", [{"session": "x"}, {"unit": "9" * 30}, {"congress": "²"}, {"page": "z"}]
)
def test_what_nobody_may_choose_breaks_nothing(query, world: World, client_as):
    SuggestionFactory(congress=world.township, submitted=True)
    for role in (SECRETARY, COUNTY_SUPERVISOR):
        assert client_as(role).get(reverse(LIST), query).status_code == 200


def test_excel_takes_the_whole_filter(world: World, client_as):
    for number in range(3):
        SuggestionFactory(congress=world.township, title=f"=建议{number}", submitted=True)
    SuggestionFactory(congress=world.township, title="已受理", registered=True)
    client = client_as(SECRETARY)
    text = sheet_text(client.get(reverse("suggestions:export"), {"state": "submitted"}))
    assert [f"=建议{number}" in text for number in range(3)] == [True] * 3
    assert "已受理" not in text


def test_a_sub_district_has_no_suggestions(world: World, client_as):
    street = Organisation.objects.create(name="东关街道", kind="subdistrict", parent=world.county)
    user = world.user(SECRETARY)
    Appointment.objects.filter(user=user).update(organisation=street)
    client = client_as(SECRETARY)
    assert client.get(reverse(LIST)).status_code == 403
    today = client.get(reverse("overview:today"))
    assert reverse(LIST) not in today.content.decode()


def test_an_empty_list_says_what_to_do(world: World, client_as):
    page = client_as(SECRETARY).get(reverse(LIST))
    assert reverse("suggestions:export") in page.content.decode()
    assert "还没有代表建议" in page.content.decode()


def test_htmx_gets_the_table_alone(world: World, client_as):
    answer = client_as(SECRETARY).get(reverse(LIST), headers={"HX-Request": "true"})
    first = next(template.name for template in answer.templates)
    assert first == "congress/suggestions/_table.html"
