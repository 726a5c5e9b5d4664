"""What was typed before a time-out comes back to the same person on the same page, once."""

import time

import pytest
from django.test import Client

from portal.middleware import LAST_SEEN
from tests.factories.information import ItemFactory

TYPED = {"reason": "没有时间和数字。", "advice": "请写明哪几天、走访几个村多少户。"}


@pytest.fixture
def page(world) -> str:
    item = ItemFactory(organisation=world.township, submitted=True)
    return f"/work/information/{item.pk}/return/"


def idle(client, minutes: int) -> None:
    session = client.session
    session[LAST_SEEN] = int(time.time()) - minutes * 60
    session.save()


def log_in_again(client, user) -> None:
    client.force_login(user)


def test_a_late_form_is_kept_and_given_back_once(client_as, world, page):
    client = client_as("county_editor")
    client.get(page)
    idle(client, 16)
    answer = client.post(page, TYPED)
    assert (answer.status_code, answer["Location"]) == (302, f"/account/login/?next={page}")
    log_in_again(client, world.user("county_editor"))
    again = client.get(page)
    assert again.context["form"]["reason"].value() == TYPED["reason"]
    assert again.context["form"]["advice"].value() == TYPED["advice"]
    assert client.get(page).context["form"]["reason"].value() is None


def test_a_colleague_does_not_get_it(client_as, world, page):
    client = client_as("county_editor")
    client.get(page)
    idle(client, 16)
    client.post(page, TYPED)
    log_in_again(client, world.appointed("county_editor", "other"))
    assert client.get(page).context["form"]["reason"].value() is None


def test_a_form_in_time_is_not_kept(client_as, page):
    client = client_as("county_editor")
    client.get(page)
    idle(client, 14)
    assert client.post(page, {"reason": "只写了一半", "advice": ""}).status_code == 200
    assert client.get(page).context["form"]["reason"].value() is None


def test_after_a_press_without_page_the_log_in_leads_to_the_first_page(client_as, world):
    item = ItemFactory(organisation=world.township)
    client = client_as("secretary")
    client.get("/work/")
    idle(client, 31)
    answer = client.post(f"/work/information/{item.pk}/submit/")
    assert answer["Location"] == "/account/login/?next=/work/"


def test_a_form_is_kept_when_another_tab_noticed_the_time_out(client_as, world, page):
    client = client_as("county_editor")
    client.get(page)
    idle(client, 16)
    client.get("/work/")
    assert client.post(page, TYPED)["Location"] == f"/account/login/?next={page}"
    log_in_again(client, world.user("county_editor"))
    assert client.get(page).context["form"]["advice"].value() == TYPED["advice"]


def test_a_form_is_kept_when_another_tab_logged_out(client_as, world, page):
    client = client_as("county_editor")
    client.post("/account/logout/")
    client.post(page, TYPED)
    log_in_again(client, world.user("county_editor"))
    assert client.get(page).context["form"]["advice"].value() == TYPED["advice"]


def test_a_form_is_kept_when_another_tab_logged_in_anew(world, page):
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.user("county_editor"))
    answer = client.post(page, TYPED, headers={"origin": "http://testserver"})
    assert answer.status_code == 403
    assert "已经保留" in answer.text
    assert client.get(page).context["form"]["advice"].value() == TYPED["advice"]


def test_another_site_puts_nothing_into_a_form(world, page):
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.user("county_editor"))
    answer = client.post(page, TYPED, headers={"origin": "http://elsewhere.example"})
    assert (answer.status_code, "已经保留" in answer.text) == (403, False)
    assert client.get(page).context["form"]["advice"].value() is None
