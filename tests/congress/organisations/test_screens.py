"""The administrator's pages: what they refuse, what they show, where they lead."""

import pytest
from django.test import Client

from congress.audit.queries import timeline
from congress.organisations.models import Organisation
from tests.factories.organisations import (
    AppointmentFactory,
    DeputyFactory,
    OrganisationFactory,
    TermFactory,
)

BASE = "/work/county/"


@pytest.fixture
def client(client_as) -> Client:
    return client_as("county_admin")


def test_kind_and_superior_of_a_township_stay(world, client):
    page = f"{BASE}organisations/{world.township.pk}/"
    data = {"name": "石桥镇", "kind": "unit", "parent": world.other.pk, "position": 7}
    assert client.post(page + "edit/", data).status_code == 302
    world.township.refresh_from_db()
    assert (world.township.kind, world.township.parent, world.township.position) == (
        "township",
        world.county,
        7,
    )


def test_a_county_is_changed_but_never_created(world, client):
    page = f"{BASE}organisations/{world.county.pk}/"
    assert client.post(page + "edit/", {"name": "云山县", "short_name": ""}).status_code == 302
    world.county.refresh_from_db()
    assert world.county.name == "云山县"
    data = {"name": "望江县", "kind": "county", "parent": world.county.pk}
    response = client.post(BASE + "organisations/new/", data)
    assert list(response.context["form"].errors) == ["kind"]
    assert Organisation.objects.counties().count() == 2


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"name": "石桥镇"}, "name"),
        ({"name": "石桥街道"}, "short_name"),
        ({"name": "望江镇", "short_name": "云坪"}, "short_name"),
        ({"name": ""}, "name"),
        ({"name": "望江镇", "position": "-1"}, "position"),
        ({"name": "望江镇", "active_from": "2026-02-30"}, "active_from"),
    ],
)
def test_a_refused_form_says_why_and_keeps_what_was_typed(world, client, data, field):
    data = {"kind": "township", "parent": world.county.pk, "position": "3"} | data
    response = client.post(BASE + "organisations/new/", data)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == [field]
    text = response.content.decode()
    for typed in data.values():
        assert f'value="{typed}"' in text or not typed


def test_an_organisation_of_the_second_county_is_no_superior(world, client):
    data = {"name": "望江镇", "kind": "township", "parent": world.foreign_county.pk}
    response = client.post(BASE + "organisations/new/", data)
    assert list(response.context["form"].errors) == ["parent"]


def test_the_form_of_a_unit_moves_it(world, client):
    page = f"{BASE}organisations/{world.unit.pk}/edit/"
    data = {"name": world.unit.name, "parent": world.other.pk, "position": "0"}
    assert client.post(page, data).status_code == 302
    world.unit.refresh_from_db()
    assert world.unit.parent == world.other


def test_an_organisation_page_tells_its_story(world, client):
    page = f"{BASE}organisations/{world.unit.pk}/"
    client.post(page + "close/", {"active_to": "2026-05-01"})
    client.post(page + "reopen/")
    response = client.get(page)
    assert len(response.context["timeline"]) == 2
    assert "2026-05-01" in response.content.decode()


def test_a_person_page_tells_of_posts_and_mandates_too(world, client):
    person = AppointmentFactory(organisation=world.other).user
    data = {"organisation": world.township.pk, "role": "chair", "starts_on": "2026-01-05"}
    client.post(f"{BASE}people/{person.pk}/posts/new/", data)
    term = TermFactory(congress=world.township)
    data = {"term": term.pk, "starts_on": "2026-01-05"}
    client.post(f"{BASE}people/{person.pk}/mandates/new/", data)
    response = client.get(f"{BASE}people/{person.pk}/")
    assert len(response.context["timeline"]) == 2
    assert [post.role for post, state in response.context["posts"]] == ["chair", "secretary"]


def test_the_other_countys_acts_on_a_shared_person_stay_there(world, client, client_as):
    person = AppointmentFactory(organisation=world.township).user
    AppointmentFactory(organisation=world.foreign_township, user=person)
    foreign = client_as("county_admin", "foreign")
    foreign.post(f"{BASE}people/{person.pk}/edit/", {"name": "钟望江"})
    assert timeline(person).count() == 1
    assert len(foreign.get(f"{BASE}people/{person.pk}/").context["timeline"]) == 1
    assert client.get(f"{BASE}people/{person.pk}/").context["timeline"] == []


def test_who_administers_two_counties_may_keep_a_person_of_both(world, client):
    AppointmentFactory(
        organisation=world.foreign_county, role="county_admin", user=world.user("county_admin")
    )
    person = AppointmentFactory(organisation=world.township).user
    AppointmentFactory(organisation=world.foreign_township, user=person)
    page = f"{BASE}people/{person.pk}/"
    assert client.post(page + "edit/", {"name": "钟望江"}).status_code == 302
    assert client.post(page + "numbers/").status_code == 200


def test_an_unverified_mandate_leads_to_its_confirmation(world, client):
    term = TermFactory(congress=world.township, unverified=True)
    mandate = DeputyFactory(term=term, ended=True)
    text = client.get(f"{BASE}mandates/{mandate.pk}/").content.decode()
    assert f"{BASE}mandates/{mandate.pk}/confirm/" in text
    assert f"{BASE}terms/{term.pk}/confirm/" in text
    data = {"number": "20", "starts_on": "2022-01-05", "ends_on": ""}
    client.post(f"{BASE}terms/{term.pk}/confirm/", data)
    client.post(f"{BASE}mandates/{mandate.pk}/confirm/", {"ends_on": "2023-01-05"})
    text = client.get(f"{BASE}mandates/{mandate.pk}/").content.decode()
    assert "/confirm/" not in text


def test_long_words_stay_on_their_page(world, client):
    name = "龙" * 100
    place = OrganisationFactory(parent=world.county, name=name)
    assert name in client.get(f"{BASE}organisations/{place.pk}/").content.decode()
    data = {"kind": "township", "parent": world.county.pk, "name": name + "泉"}
    response = client.post(BASE + "organisations/new/", data)
    assert list(response.context["form"].errors) == ["name"]


@pytest.mark.parametrize("query", ["?page=x", "?sort=nothing", "?organisation=99999", "?role=king"])
def test_a_query_that_means_nothing_is_no_error(client, query):
    for path in ("", "posts/", "mandates/", "terms/", "organisations/"):
        assert client.get(BASE + path + query).status_code == 200


def test_empty_lists_say_what_to_do(client):
    for path in ("", "posts/", "mandates/", "organisations/"):
        text = client.get(f"{BASE}{path}?q=无此人").content.decode()
        assert 'class="empty"' in text
