"""A notice is answered by the ledger or does not exist."""

from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from congress.audit.models import Entry
from congress.notices import actions
from congress.notices.models import Notice
from congress.notices.rules import visible_to
from congress.notifications.models import PersonalLink
from congress.organisations.models import Deputy
from tests.factories.notices import NoticeFactory, deputies, submit, writer_of
from tests.factories.organisations import ContactPhoneFactory
from tests.routes.table import content, sheet_text
from tests.routes.world import World

PEOPLE = [
    *((role, place) for role in ("secretary", "chair", "deputy") for place in ("home", "other")),
    *((role, "home") for role in ("unit_officer", "county_editor", "county_supervisor")),
    *((role, "home") for role in ("county_admin", "auditor")),
]


def seen_by(world: World) -> dict[tuple[str, str], bool]:
    return {
        person: visible_to([world.actor(*person)]).filter(title="测试通知").exists()
        for person in PEOPLE
    }


def only(*people: tuple[str, str]) -> dict[tuple[str, str], bool]:
    return {person: person in people for person in PEOPLE}


@pytest.mark.parametrize("state", ["draft", "awaiting_signature", "signed"])
def test_before_it_is_sent_the_office_alone_sees_it(world: World, state: str):
    world.user("deputy")
    traits = {} if state == "draft" else {state: True}
    NoticeFactory(organisation=world.township, at=world.at, title="测试通知", **traits)
    assert seen_by(world) == only(("secretary", "home"), ("chair", "home"))


@pytest.mark.parametrize("trait", ["sent", "cancelled"])
def test_sent_it_is_seen_by_those_in_its_ledger(world: World, trait: str):
    world.user("deputy")
    NoticeFactory(organisation=world.township, at=world.at, title="测试通知", **{trait: True})
    assert seen_by(world) == only(("secretary", "home"), ("chair", "home"), ("deputy", "home"))


def test_a_deputy_who_came_later_sees_nothing(world: World, client_as: Callable[..., Client]):
    deputies(world.township, 1)
    notice = NoticeFactory(organisation=world.township, at=world.at, title="测试通知", sent=True)
    client = client_as("deputy")
    answers = {
        name: client.get(reverse(f"notices:{name}", args=[notice.pk])).status_code
        for name in ("detail", "reply", "calendar")
    }
    assert answers == dict.fromkeys(answers, 404)
    assert "测试通知" not in client.get(reverse("notices:list")).content.decode()


def test_a_file_is_read_by_those_who_read_the_notice(world: World, client_as):
    world.user("deputy")
    notice = NoticeFactory(organisation=world.township, at=world.at, people=0)
    upload = SimpleUploadedFile("议程.pdf", b"%PDF-1.4")
    row = actions.attach_file(notice, upload, by=writer_of(notice), at=world.at)
    url = reverse("notices:file", args=[notice.pk, row.pk])
    assert client_as("deputy").get(url).status_code == 404
    submit(notice, world.at)
    actions.sign_notice(notice, by=world.actor("chair"), at=world.at)
    actions.send_notice(notice, by=writer_of(notice), at=world.at)
    assert content(client_as("deputy").get(url)) == b"%PDF-1.4"
    assert client_as("secretary", "other").get(url).status_code == 404
    link = PersonalLink.objects.get(user=world.user("deputy"))
    assert content(Client().get(f"{link.path}?file={row.pk}")) == b"%PDF-1.4"
    assert Client().get(f"{link.path}?file={row.pk + 1}").status_code == 404
    assert Entry.objects.filter(act="download").count() == 2


def test_the_carriers_file_holds_own_links_of_the_rest(world: World, client_as):
    notice = NoticeFactory(organisation=world.township, at=world.at, people=2, sent=True)
    response = client_as("secretary").post(reverse("notices:carrier", args=[notice.pk]))
    text = sheet_text(response)
    for link in PersonalLink.objects.all():
        assert f"http://testserver{link.path}" in text
    assert text.count("【石桥镇人大】") == 2
    assert Entry.objects.filter(act="carrier").count() == 1


def test_opening_the_numbers_is_one_entry(world: World, client_as):
    notice = NoticeFactory(organisation=world.township, at=world.at, people=3, sent=True)
    page = client_as("secretary").get(reverse("notices:rest", args=[notice.pk]))
    numbers = Deputy.objects.values_list("user__contact_phones__number", flat=True)
    assert all(number in page.content.decode() for number in numbers)
    assert Entry.objects.filter(act="numbers").count() == 1


@pytest.fixture
def group(world: World) -> Notice:
    cache.clear()
    user = world.user("deputy")
    user.name = "萧磊"
    user.save()
    ContactPhoneFactory(user=user, number="13900001234")
    return NoticeFactory(organisation=world.township, at=world.at, people=0, sent=True)


def knock(notice: Notice, name: str, digits: str, token: str = ""):
    url = reverse("group:enter", args=[token or notice.group_token])
    return Client().post(url, {"name": name, "digits": digits})


def test_name_and_four_digits_lead_to_the_own_link(group: Notice):
    response = knock(group, " 萧磊 ", "1234")
    assert response.url == PersonalLink.objects.get().path
    assert "sessionid" not in response.cookies
    assert group.recipients.get().channel == "group"


def test_the_door_tells_nothing(group: Notice):
    def told(*who: str) -> str:
        page = knock(group, *who).content.decode()
        return page.partition('class="alert')[2].partition("</")[0]

    assert told("萧磊", "9999") == told("王小明", "1234") == told("萧磊", "1234", "unknown")
    assert group.title not in knock(group, "王小明", "1234").content.decode()


def test_guessing_is_limited(group: Notice):
    answers = [knock(group, "萧磊", f"{guess:04}").status_code for guess in range(61)]
    assert answers == [200] * 60 + [429]
    assert knock(group, "萧磊", "1234").status_code == 429
