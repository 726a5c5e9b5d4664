"""The administrator's lists: a fixed number of queries, filters, order, pages, Excel, scope."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from congress.audit.queries import timeline
from congress.organisations.models import ContactPhone, Organisation
from tests.factories.organisations import (
    AppointmentFactory,
    ConstituencyFactory,
    ContactPhoneFactory,
    DeputyFactory,
    GroupFactory,
    OrganisationFactory,
    TermFactory,
    UserFactory,
)
from tests.routes.table import content, sheet_text

BASE = "/work/county/"
LISTS = ("", "organisations/", "posts/", "mandates/", "terms/")
NUMBER = "13912345678"


@pytest.fixture
def client(client_as) -> Client:
    return client_as("county_admin")


def fill(world, count: int) -> None:
    """So many townships, each with a unit, a post, a term, and a mandate of a reachable person."""
    for _ in range(count):
        place = OrganisationFactory(parent=world.county)
        OrganisationFactory(unit=True, parent=place)
        AppointmentFactory(organisation=place, user=UserFactory(account=True))
        mandate = DeputyFactory(
            term=TermFactory(congress=place),
            constituency=ConstituencyFactory(organisation=place),
            group=GroupFactory(organisation=place),
        )
        ContactPhoneFactory(user=mandate.user)


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        content(client.get(BASE + path))
    return len(captured)


def names(response) -> list[str]:
    """The first words of each row shown."""
    shown = []
    for row in response.context["rows"]:
        record = row[0] if isinstance(row, tuple) else getattr(row, "mandate", row)
        user = getattr(record, "user", None)
        shown.append(str(user or getattr(record, "name", record)))
    return shown


@pytest.mark.parametrize("path", [*LISTS, *(f"{name or 'people/'}excel/" for name in LISTS)])
def test_a_fixed_number_of_queries(world, client, path):
    fill(world, 1)
    queries(client, path)
    few = queries(client, path)
    fill(world, 3)
    assert queries(client, path) == few


def test_organisations_stand_in_the_order_of_the_tree(world, client):
    Organisation.objects.filter(pk=world.township.pk).update(position=2)
    Organisation.objects.filter(pk=world.other.pk).update(position=1)
    OrganisationFactory(subdistrict=True, parent=world.county, name="城关街道", position=0)
    OrganisationFactory(unit=True, parent=world.county, name="县水利局", position=0)
    OrganisationFactory(unit=True, parent=world.other, name="云坪镇财政所", position=9)
    assert names(client.get(BASE + "organisations/")) == [
        "云岭县",
        "云坪镇",
        "云坪镇农业服务中心",
        "云坪镇财政所",
        "石桥镇",
        "石桥镇农业服务中心",
        "城关街道",
        "县水利局",
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=石桥", ["石桥镇", "石桥镇农业服务中心"]),
        ("kind=county", ["云岭县"]),
        ("kind=township&state=closed", ["望江镇"]),
        ("kind=township&state=active", ["石桥镇", "云坪镇"]),
        (
            "kind=village",
            ["云岭县", "石桥镇", "石桥镇农业服务中心", "云坪镇", "云坪镇农业服务中心", "望江镇"],
        ),
        ("q=无", []),
    ],
)
def test_organisations_are_filtered(world, client, query, found):
    OrganisationFactory(parent=world.county, name="望江镇", active_to=world.today)
    assert names(client.get(f"{BASE}organisations/?{query}")) == found


@pytest.fixture
def people(world) -> None:
    AppointmentFactory(
        organisation=world.township,
        role="secretary",
        user=UserFactory(name="钟望江", account=True, username="zhong", phone="13800001234"),
    )
    AppointmentFactory(organisation=world.other, role="chair", user__name="钟望海")
    AppointmentFactory(organisation=world.other, role="chair", user__name="李退", ended=True)
    term = TermFactory(congress=world.township)
    deputy = DeputyFactory(term=term, user__name="卫代表")
    ContactPhoneFactory(user=deputy.user, number=NUMBER)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=钟望", {"钟望江", "钟望海"}),
        ("q=139 1234-5678", {"卫代表"}),
        ("q=１３８００００１２３４", {"钟望江"}),
        ("q=1391234567", set()),
        ("q=12345678", set()),
        ("q=zhong", {"钟望江"}),
        ("role=chair", {"钟望海"}),
        ("role=deputy", {"卫代表"}),
        ("role=secretary&organisation={other}", set()),
        ("role=chair&organisation={other}", {"钟望海"}),
        ("organisation={township}", {"钟望江", "卫代表"}),
        ("organisation={foreign}", {"钟望江", "钟望海", "李退", "卫代表", "云岭县0"}),
        ("account=yes", {"钟望江"}),
        ("account=no&q=钟", {"钟望海"}),
    ],
)
def test_people_are_filtered(world, client, people, query, found):
    keys = {
        "other": world.other.pk,
        "township": world.township.pk,
        "foreign": world.foreign_township.pk,
    }
    assert set(names(client.get(f"{BASE}?{query.format(**keys)}"))) == found


def test_people_are_sorted(client, people):
    assert names(client.get(f"{BASE}?sort=newest"))[0] == "卫代表"
    by_name = names(client.get(f"{BASE}?sort=name"))
    assert by_name == sorted(by_name)
    assert names(client.get(f"{BASE}?sort=login"))[0] == "云岭县0"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("state=ended", {"李退"}),
        ("state=running&role=chair", {"钟望海"}),
        ("state=later", {"后来"}),
        ("organisation={other}&sort=newest", {"钟望海", "李退"}),
    ],
)
def test_posts_are_filtered(world, client, people, query, found):
    AppointmentFactory(organisation=world.unit, user__name="后来", starts_on=date(2099, 1, 1))
    query = query.format(other=world.other.pk)
    assert set(names(client.get(f"{BASE}posts/?{query}"))) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("mark=term", {"届次"}),
        ("mark=end", {"日期"}),
        ("mark=number", {"号码"}),
        ("state=ended", {"日期"}),
        ("congress={other}", {"届次"}),
        ("constituency={constituency}", {"号码"}),
        ("group={group}", {"日期"}),
        ("q=号", {"号码"}),
    ],
)
def test_mandates_are_filtered(world, client, query, found):
    term = TermFactory(congress=world.township)
    guessed = TermFactory(congress=world.other, unverified=True)
    constituency = ConstituencyFactory(organisation=world.township)
    group = GroupFactory(organisation=world.township)
    DeputyFactory(term=guessed, user__name="届次")
    DeputyFactory(term=term, user__name="日期", ended=True, group=group)
    short = DeputyFactory(term=term, user__name="号码", constituency=constituency)
    ContactPhone.objects.create(user=short.user, number="1391234567", complete=False)
    keys = {"other": world.other.pk, "constituency": constituency.pk, "group": group.pk}
    assert set(names(client.get(f"{BASE}mandates/?{query.format(**keys)}"))) == found


def test_terms_are_filtered(world, client):
    TermFactory(congress=world.township, number=19)
    guessed = TermFactory(congress=world.other, number=18, unverified=True)
    TermFactory(congress=world.county, number=17, ends_on=world.today)
    for query in ("unverified=term", f"congress={world.other.pk}"):
        rows = client.get(f"{BASE}terms/?{query}").context["rows"]
        assert [term for term, _ in rows] == [guessed]
    ended = client.get(f"{BASE}terms/?state=ended").context["rows"]
    assert [term.number for term, _ in ended] == [17]


def test_a_page_out_of_range_is_the_last(client, world):
    fill(world, 26)
    response = client.get(f"{BASE}?page=99")
    assert response.context["page_obj"].number == 2
    assert len(names(response)) == 53 - 50


def test_htmx_gets_the_table_alone(client, people):
    text = client.get(f"{BASE}?q=钟望江", headers={"HX-Request": "true"}).content.decode()
    assert "钟望江" in text
    assert "<html" not in text


def test_the_excel_file_holds_the_whole_filter_masked(world, client, people):
    text = sheet_text(client.get(f"{BASE}people/excel/?organisation={world.township.pk}"))
    assert "钟望江" in text
    assert "139****5678" in text
    assert "钟望海" not in text
    assert NUMBER not in text
    assert timeline(world.county).get().act == "export"


def test_the_excel_file_of_deputies_shows_no_number(client, people):
    text = sheet_text(client.get(f"{BASE}mandates/excel/"))
    assert "卫代表" in text
    assert NUMBER not in text


@pytest.mark.parametrize("path", LISTS)
def test_the_second_county_stays_unseen(world, client, path):
    AppointmentFactory(organisation=world.foreign_township, user__name="外县人")
    DeputyFactory(term=TermFactory(congress=world.foreign_township), user__name="外县人")
    for query in ("", "?q=外县人", "?q=柳河"):
        response = client.get(BASE + path + query)
        shown = [row for row in names(response) if "外县" in row or "柳河" in row]
        assert shown == []
        assert "柳河镇" not in response.content.decode()


def test_a_person_of_two_counties_shows_the_own_one_only(world, client):
    post = AppointmentFactory(organisation=world.township, user__name="钟望江")
    AppointmentFactory(organisation=world.foreign_township, user=post.user, post_title="外县秘书")
    for path in ("", f"people/{post.user_id}/"):
        text = client.get(BASE + path).content.decode()
        assert "石桥镇" in text
        assert "外县秘书" not in text
