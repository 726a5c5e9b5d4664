"""People and their numbers: entered once, changed with a trail, shown masked."""

import pytest
from django.core.exceptions import ValidationError

from congress.audit.models import Entry
from congress.audit.queries import timeline
from congress.organisations import actions
from congress.organisations.actions import NewPerson
from congress.organisations.models import ContactPhone, User
from congress.organisations.rules import NotAllowed
from tests.factories.organisations import (
    AppointmentFactory,
    ContactPhoneFactory,
    UserFactory,
)

NUMBER, SECOND, LOG_IN_NUMBER = "13912345678", "13912345679", "13800001234"


@pytest.fixture
def admin(world):
    return world.actor("county_admin")


@pytest.fixture
def person(world) -> User:
    user = UserFactory(name="钟望江", username="zhong", phone=LOG_IN_NUMBER)
    AppointmentFactory(user=user, organisation=world.township)
    ContactPhoneFactory(user=user, number=NUMBER)
    return user


def edit(person, by, at, **values):
    given = {
        "name": person.name,
        "username": person.username,
        "phone": person.phone,
        "numbers": [NUMBER],
    }
    return actions.edit_person(person, **given | values, by=by, at=at)


def test_a_new_person_comes_with_the_first_post(world, admin):
    person = NewPerson("钟望江", (NUMBER, "08712345678"), "zhong", LOG_IN_NUMBER)
    post = actions.give_post(
        person,
        organisation=world.township,
        role="secretary",
        starts_on=world.today,
        by=admin,
        at=world.at,
    )
    user = post.user
    assert (user.name, user.username, user.phone) == ("钟望江", "zhong", LOG_IN_NUMBER)
    assert not user.has_usable_password()
    assert list(user.contact_phones.values_list("number", "complete")) == [
        (NUMBER, True),
        ("08712345678", True),
    ]
    assert timeline(user).get().act == "create_person"
    assert NUMBER not in str(list(Entry.objects.values()))


def test_nobody_is_entered_where_the_post_is_refused(world, admin):
    with pytest.raises(ValidationError):
        actions.give_post(
            NewPerson("钟望江"),
            organisation=world.township,
            role="county_admin",
            starts_on=world.today,
            by=admin,
            at=world.at,
        )
    assert not User.objects.filter(name="钟望江").exists()


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"username": "zhong"}, "username"),
        ({"username": "13812341234"}, "username"),
        ({"username": "with space"}, "username"),
        ({"phone": LOG_IN_NUMBER}, "phone"),
        ({"phone": "12345678901"}, "phone"),
    ],
)
def test_log_in_names_are_unique_and_never_alike(world, admin, person, fields, field):
    with pytest.raises(ValidationError) as refusal:
        actions.give_post(
            NewPerson("钟望海", **fields),
            organisation=world.township,
            role="chair",
            starts_on=world.today,
            by=admin,
            at=world.at,
        )
    assert list(refusal.value.message_dict) == [field]


def test_an_edit_names_what_changed_with_masked_numbers(world, admin, person):
    edit(person, admin, world.at, name="钟望海", phone="13700001111", numbers=[SECOND])
    person.refresh_from_db()
    assert (person.name, person.phone) == ("钟望海", "13700001111")
    assert list(person.contact_phones.values_list("number", flat=True)) == [SECOND]
    entry = timeline(person).get()
    assert entry.details == {
        "name": ["钟望江", "钟望海"],
        "phone": ["138****1234", "137****1111"],
        "numbers_removed": ["139****5678"],
        "numbers_added": ["139****5679"],
    }
    for number in (NUMBER, SECOND, LOG_IN_NUMBER, "13700001111"):
        assert number not in str(vars(entry))


def test_an_edit_without_change_leaves_no_entry(world, admin, person):
    edit(person, admin, world.at)
    assert not timeline(person).exists()


def test_an_incomplete_number_stays_and_keeps_its_mark(world, admin, person):
    ContactPhone.objects.create(user=person, number="1391234567", complete=False, position=1)
    edit(person, admin, world.at, numbers=[NUMBER, "1391234567", SECOND])
    assert list(person.contact_phones.values_list("number", "complete")) == [
        (NUMBER, True),
        ("1391234567", False),
        (SECOND, True),
    ]


def test_an_account_keeps_one_of_its_two_names(world, admin, person):
    person.set_password("a long secret 1")
    person.save()
    with pytest.raises(ValidationError) as refusal:
        edit(person, admin, world.at, username=None, phone=None)
    assert list(refusal.value.message_dict) == ["username"]


@pytest.mark.parametrize(
    ("role", "place"), [("secretary", "home"), ("county_admin", "foreign"), ("auditor", "home")]
)
def test_nobody_else_may_change_or_look(world, person, role, place):
    by = world.actor(role, place)
    with pytest.raises(NotAllowed):
        edit(person, by, world.at, name="别人")
    with pytest.raises(NotAllowed):
        actions.reveal_numbers(person, by=by, at=world.at)
    assert not timeline(person).exists()


def test_log_in_names_of_a_person_of_two_counties_stay(world, admin, person):
    AppointmentFactory(user=person, organisation=world.foreign_township)
    edit(person, admin, world.at, name="钟望海")
    with pytest.raises(NotAllowed):
        edit(person, admin, world.at, phone="13700001111")


def test_looking_at_the_numbers_is_one_entry(world, admin, person):
    numbers = actions.reveal_numbers(person, by=admin, at=world.at)
    assert numbers == [LOG_IN_NUMBER, NUMBER]
    entry = timeline(person).get()
    assert entry.act == "reveal_numbers"
    assert NUMBER not in str(vars(entry))


@pytest.fixture
def client(client_as):
    return client_as("county_admin")


def page(person: User) -> str:
    return f"/work/county/people/{person.pk}/"


def test_pages_and_lists_show_masked_numbers_only(client, person):
    for path in (page(person), page(person) + "edit/", "/work/county/"):
        text = client.get(path).content.decode()
        assert "139****5678" in text
        assert NUMBER not in text
        assert LOG_IN_NUMBER not in text


def test_the_numbers_stand_in_one_answer_only(client, person):
    assert NUMBER in client.post(page(person) + "numbers/").content.decode()
    assert NUMBER not in client.get(page(person)).content.decode()
    assert timeline(person).count() == 1


def test_the_form_keeps_and_drops_numbers(client, person):
    second = ContactPhoneFactory(user=person, number=SECOND)
    data = {"name": "钟望江", "username": "zhong", "kept": [second.pk], "new_numbers": ""}
    assert client.post(page(person) + "edit/", data).status_code == 302
    person.refresh_from_db()
    assert person.phone == LOG_IN_NUMBER
    assert list(person.contact_phones.values_list("number", flat=True)) == [SECOND]


def test_the_form_takes_numbers_however_typed(client, person):
    data = {
        "name": "钟望江",
        "username": "",
        "phone": "１３７ 0000-1111",
        "new_numbers": "136 0000 2222，0871-2345678\n",
    }
    assert client.post(page(person) + "edit/", data).status_code == 302
    person.refresh_from_db()
    assert (person.username, person.phone) == (None, "13700001111")
    numbers = list(person.contact_phones.values_list("number", flat=True))
    assert numbers == ["13600002222", "08712345678"]


def test_the_form_removes_the_log_in_number(client, person):
    data = {"name": "钟望江", "username": "zhong", "no_phone": "on"}
    client.post(page(person) + "edit/", data)
    person.refresh_from_db()
    assert person.phone is None


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("new_numbers", "1391234567"),
        ("phone", "1391234567"),
        ("phone", "087123456788"),
        ("username", "13912345678"),
        ("name", ""),
    ],
)
def test_what_is_wrong_is_said_and_stays_typed(client, person, field, typed):
    data = {"name": "钟望江", "username": "zhong"} | {field: typed}
    response = client.post(page(person) + "edit/", data)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == [field]
    assert typed in response.content.decode()


def test_a_namesake_is_asked_about_once(client, world, person):
    data = {
        "name": "钟望江",
        "organisation": world.other.pk,
        "role": "chair",
        "starts_on": "2026-01-05",
    }
    response = client.post("/work/county/people/new/", data)
    assert list(response.context["form"].errors) == ["another_person"]
    assert "石桥镇" in response.context["form"].errors["another_person"][0]
    assert (
        client.post("/work/county/people/new/", data | {"another_person": "on"}).status_code == 302
    )
    assert User.objects.filter(name="钟望江").count() == 2


def test_a_namesake_elsewhere_stays_unknown(client, world):
    AppointmentFactory(organisation=world.foreign_township, user__name="钟望江")
    data = {
        "name": "钟望江",
        "organisation": world.other.pk,
        "role": "chair",
        "starts_on": "2026-01-05",
    }
    assert client.post("/work/county/people/new/", data).status_code == 302
