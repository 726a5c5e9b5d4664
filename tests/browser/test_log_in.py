"""The door, as a person meets it: by name or number, on a phone and on a desk."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import DESK, PHONE, axe_findings
from tests.routes.world import World

PASSWORD = "a long enough secret 7"


def sign_in(page: Page, name: str) -> None:
    page.goto("/work/")
    page.locator("input[name=login]").fill(name)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("form:has(input[name=password]) button[type=submit]").click()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["390", "1440"])
@pytest.mark.parametrize("name", ["secretary.home", "138 0013 8000"])
def test_a_secretary_logs_in_and_lands_in_the_workspace(page_at, world: World, size, name: str):
    user = world.user("secretary")
    user.phone = "13800138000"
    user.set_password(PASSWORD)
    user.save()
    page = page_at(*size)
    sign_in(page, name)
    expect(page).to_have_url(re.compile(r"/work/$"))
    expect(page.locator("main")).to_be_visible()
    assert axe_findings(page) == []


def test_a_wrong_password_keeps_the_name(page_at, world: World):
    world.user("secretary")
    page = page_at(*PHONE)
    sign_in(page, "secretary.home")
    expect(page.locator("input[name=login]")).to_have_value("secretary.home")
    expect(page.locator("input[name=password]")).to_have_value("")
