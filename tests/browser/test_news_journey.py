"""A Word file becomes a page, is read three times, goes out, and is corrected."""

from pathlib import Path

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect

from congress.organisations.models import Appointment, User
from home.models import NewsPage
from tests.browser.pages import DESK, PHONE, axe_findings, scrolls_sideways

SAMPLE = Path(__file__).parent.parent / "samples" / "信息稿" / "01-云坪镇信息.docx"
MENDED = "石桥镇人大组织代表走访农户，提出饮水建议"


@pytest.fixture
def township(world):
    """An open site, and a township with a secretary, a chair and a vice-chair."""
    call_command("open_site", county=world.county.name, verbosity=0)
    vice = User.objects.create(username="vice.chair", name="副主席")
    Appointment.objects.create(
        user=vice, organisation=world.township, role="chair", starts_on=world.long_ago
    )
    return world, vice


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["390", "1440"])
def test_from_a_word_file_to_the_correction(township, page_at, size):
    world, vice = township
    secretary = page_at(*size, world.user("secretary"))
    pk = draft_from_word(secretary)
    title = NewsPage.objects.get(pk=pk).title
    send_on(secretary)
    people = [secretary, page_at(*size, world.user("chair")), page_at(*size, vice)]
    three_reviews(people, pk)
    reader = page_at(*size)
    shows(reader, title, ["初审", "复审", "终审", "副主席"])
    address = reader.url
    correct(secretary, pk)
    reader.goto(address)
    expect(reader.get_by_role("heading", level=1)).to_have_text(title)
    three_reviews(people, pk)
    reader.goto(address)
    expect(reader.get_by_role("heading", level=1)).to_have_text(MENDED)
    expect(reader.get_by_text("标题有误，已更正。")).to_be_visible()
    assert (scrolls_sideways(reader), axe_findings(reader)) == (False, [])


def draft_from_word(page: Page) -> int:
    page.goto("/work/site/news/")
    page.get_by_role("link", name="Word 稿件转新闻").first.click()
    page.locator("input[type=file]").set_input_files(SAMPLE)
    page.locator("main form button[type=submit]").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("新闻草稿")
    assert "font" not in page.locator("#id_text").input_value()
    return NewsPage.objects.get().pk


def send_on(page: Page) -> None:
    page.get_by_role("button", name="保存并去送审").click()
    page.get_by_role("button", name="送审").click()
    expect(page.get_by_text("已送初审")).to_be_visible()


def three_reviews(people: list[Page], pk: int) -> None:
    """Each finds it on Today, reads, ticks and approves."""
    for page in people:
        page.goto("/work/")
        page.locator(f"a[href='/work/site/review/{pk}/']").first.click()
        for box in page.get_by_role("checkbox").all():
            box.check()
        page.get_by_role("button", name="审核通过").click()
        expect(page.get_by_text("已审核通过。")).to_be_visible()


def shows(page: Page, title: str, words: list[str]) -> None:
    page.goto("/")
    page.get_by_role("link", name=title).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    for word in words:
        expect(page.locator(".reviewed")).to_contain_text(word)


def correct(page: Page, pk: int) -> None:
    """In the editor; without saying what was corrected it is not sent."""
    page.goto(f"/work/site/news/{pk}/")
    page.locator(f"a[href='/admin/pages/{pk}/edit/']").click()
    page.locator("#id_title").fill(MENDED)
    page.locator("#id_correction").fill("标题有误，已更正。")
    page.locator("footer [data-w-dropdown-target='toggle']").click()
    page.locator("button[name='action-submit']").click()
    page.wait_for_url("**/admin/pages/**")
