"""The main job from end to end: a township submits, the county counts, the public reads."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect

from congress.information.models import Item, PointsRule, Publication
from congress.organisations.models import Appointment, User
from home.models import NewsPage
from tests.browser.pages import DESK, PHONE

TITLE = "石桥镇二十三名代表三进农户院议出饮水时间表"
FIRST = "近日，石桥镇人大组织代表走访农户，了解饮水安全。"
MENDED = "11月3日至14日，石桥镇人大组织二十三名代表走访九个村、一百四十七户，形成四条建议。"


@pytest.fixture
def county(world):
    """A county with two publications, a points rule for each level, and an open site."""
    for name, level, points in (("《人大工作动态》", "county", 10), ("《人大信息》", "city", 20)):
        Publication.objects.create(county=world.county, name=name, level=level)
        PointsRule.objects.create(
            county=world.county,
            level=level,
            points=Decimal(points),
            valid_from=date(2020, 1, 1),
        )
    call_command("open_site", county=world.county.name, verbosity=0)
    return world


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["390", "1440"])
def test_from_the_desk_to_the_public_page(county, page_at, size):
    secretary = page_at(*size, county.user("secretary"))
    editor = page_at(*size, county.user("county_editor"))
    write_and_submit(secretary)
    number = Item.objects.get(title=TITLE).reference
    return_with_advice(editor)
    mend_and_submit_again(secretary)
    adopt(editor, "县《人大工作动态》", issue="12")
    adopt(editor, "市《人大信息》", issue="")
    count_shows_it(editor, county)
    page = press_and_send(editor)
    nothing_is_public_yet(page_at(*size))
    for role, name in (("first", "county_editor"), ("second", "county_editor")):
        review(page_at(*size, colleague(county, role, name)), page)
    review(page_at(*size, county.user("county_supervisor")), page)
    public_page_shows(page_at(*size), number)


def write_and_submit(page: Page) -> None:
    page.goto("/work/")
    page.get_by_role("button", name="写一条信息").first.click()
    page.get_by_label("标题").fill(TITLE)
    page.get_by_label("正文").fill(FIRST)
    page.get_by_label("起草人").fill("周文斌")
    expect(page.locator("[data-autosave-status]")).to_contain_text("已保存")
    page.get_by_role("button", name="保存并报送").click()
    expect(page.get_by_text("已报送，编号")).to_be_visible()


def return_with_advice(page: Page) -> None:
    page.goto("/work/")
    page.get_by_role("link", name="审核", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    page.get_by_role("link", name="退回修改").click()
    page.get_by_label("退回理由").fill("没有时间和数字。")
    page.get_by_label("修改建议").fill("请写明哪几天、走访几个村多少户、形成几条建议。")
    page.get_by_role("button", name="退回修改").click()
    expect(page.get_by_text("已退回修改。")).to_be_visible()


def mend_and_submit_again(page: Page) -> None:
    page.goto("/work/")
    expect(page.get_by_text("没有时间和数字。")).to_be_visible()
    page.get_by_role("link", name="去修改").click()
    page.get_by_label("正文").fill(MENDED)
    page.get_by_role("button", name="保存并报送").click()
    expect(page.locator("del").filter(has_text="近日")).to_be_visible()
    expect(page.locator("ins").filter(has_text="二十三名代表").first).to_be_visible()


def adopt(page: Page, publication: str, *, issue: str) -> None:
    page.goto(f"/work/information/{Item.objects.get(title=TITLE).pk}/")
    page.get_by_role("link", name="采用", exact=True).click()
    page.get_by_label("刊物").select_option(label=publication)
    page.get_by_label("期号").fill(issue)
    page.get_by_role("button", name="采用", exact=True).click()
    expect(page.get_by_text("已采用，计")).to_be_visible()


def count_shows_it(page: Page, county) -> None:
    page.goto("/work/count/")
    row = page.get_by_role("row").filter(has_text="石桥镇")
    expect(row).to_contain_text("30")
    for figure in ("submitted", "returned", "adopted_county", "adopted_city", "points"):
        link = f"a[href*='figure={figure}&'][href*='organisation={county.township.pk}']"
        page.goto("/work/count/")
        page.locator(link).click()
        expect(page.get_by_role("link", name=TITLE).first).to_be_visible()


def press_and_send(page: Page) -> int:
    """The editor's draft goes from the editor to review; returns its key."""
    page.goto(f"/work/information/{Item.objects.get(title=TITLE).pk}/")
    page.get_by_role("button", name="转为新闻草稿").click()
    page.get_by_role("link", name="继续编辑").click()
    expect(page.locator("#id_title")).to_have_value(TITLE)
    page.locator("footer [data-w-dropdown-target='toggle']").click()
    page.locator("button[name='action-submit']").click()
    page.wait_for_url(re.compile(r"/admin/pages/\d+/$"))
    return NewsPage.objects.get(title=TITLE).pk


def nothing_is_public_yet(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_text(TITLE)).to_have_count(0)


def colleague(county, name: str, role: str) -> User:
    """Another editor of the county: what one has written or read, the others take on."""
    user = User.objects.create(username=f"{name}.editor", name=f"县{name}")
    starts_on = county.long_ago
    Appointment.objects.create(
        user=user, organisation=county.county, role=role, starts_on=starts_on
    )
    return user


def review(page: Page, pk: int) -> None:
    """Found on Today, read, ticked and approved."""
    page.goto("/work/")
    page.locator(f"a[href='/work/site/review/{pk}/']").first.click()
    expect(page.get_by_text("一百四十七户")).to_be_visible()
    for box in page.get_by_role("checkbox").all():
        box.check()
    page.get_by_role("button", name="审核通过").click()
    expect(page.get_by_text("已审核通过。")).to_be_visible()


def public_page_shows(page: Page, number: str) -> None:
    page.goto("/")
    page.get_by_role("link", name=TITLE).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(page.get_by_text("一百四十七户")).to_be_visible()
    expect(page.get_by_text("终审：")).to_be_visible()
    assert number not in page.content()
