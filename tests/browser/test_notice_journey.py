"""The end of the telephone round: sixty deputies, one notice, and the screen shows who is left."""

from collections.abc import Callable

import pytest
from django.core.cache import cache
from playwright.sync_api import Browser, Page, expect

from congress.notices.models import Notice
from congress.notices.queries.ledger import totals
from congress.notifications.models import PersonalLink
from tests.browser.pages import DESK, NARROW, PHONE, scrolls_sideways
from tests.factories.notices import deputies
from tests.routes.world import World

TITLE = "石桥镇第十九届人民代表大会第四次会议"


@pytest.fixture
def by_phone(browser: Browser, live_server) -> Callable[[str], Page]:
    """A page at 320 px without script, as an old phone opens a link."""
    context = browser.new_context(
        base_url=live_server.url,
        viewport={"width": NARROW[0], "height": NARROW[1]},
        java_script_enabled=False,
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
    )

    def opened(path: str) -> Page:
        page = context.new_page()
        page.goto(path)
        return page

    yield opened
    context.close()


def write(page: Page) -> None:
    page.goto("/work/notices/")
    page.get_by_role("link", name="写通知").click()
    page.get_by_label("标题").fill(TITLE)
    page.get_by_label("会议时间").fill("2030-11-26T09:00")
    page.get_by_label("会议地点").fill("镇文化站大会议室")
    page.get_by_label("请带什么").fill("笔记本、代表证")
    page.get_by_label("联系电话").fill("13900000000")
    page.get_by_role("button", name="看看有多少人").click()
    expect(page.locator("#audience")).to_contain_text("共通知 58 人")
    page.get_by_role("button", name="保存草稿").click()
    page.get_by_role("button", name="送签").click()
    expect(page.get_by_text("已送签。")).to_be_visible()


def sign_and_send(chair: Page, office: Page) -> None:
    chair.goto("/work/")
    chair.get_by_role("link", name="审阅签发").first.click()
    chair.get_by_role("button", name="签发").click()
    expect(chair.get_by_text("已签发，可以发出了。")).to_be_visible()
    office.reload()
    office.get_by_role("link", name="发出通知").click()
    expect(office.get_by_text("共通知 58 人")).to_be_visible()
    office.get_by_role("button", name="发出通知").click()
    expect(office.get_by_role("heading", name="还有 58 人没有看到")).to_be_visible()


def answered(by_phone: Callable[[str], Page], paths: list[str]) -> None:
    """Ten open it: five come, three ask for leave, two only look."""
    for number, path in enumerate(paths):
        page = by_phone(path)
        expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
        assert not scrolls_sideways_without_script(page)
        if number < 5:
            page.get_by_role("button", name="我参加").click()
            expect(page.get_by_text("您已回复：参加")).to_be_visible()
        elif number < 8:
            page.get_by_role("link", name="我请假").click()
            page.get_by_label("公务").check()
            page.get_by_role("button", name="提交请假").click()
            expect(page.get_by_text("您已请假")).to_be_visible()
        page.close()


def scrolls_sideways_without_script(page: Page) -> bool:
    """The widest element stays within the window; Playwright measures without the page's script."""
    box = page.locator("main").bounding_box()
    return box is None or box["width"] > NARROW[0]


def call_one(page: Page) -> None:
    page.goto(f"/work/notices/{Notice.objects.get().pk}/rest/")
    expect(page.get_by_role("heading", name="还有 50 人没有看到")).to_be_visible()
    page.get_by_role("link", name="发短信或打电话").last.click()
    page.get_by_label("通话结果").fill("本人接听，同意参加")
    page.get_by_role("button", name="已电话告知，下一位").click()
    expect(page.get_by_text("已登记电话告知")).to_be_visible()


def remind(page: Page) -> None:
    page.goto(f"/work/notices/{Notice.objects.get().pk}/rest/")
    page.get_by_role("button", name="催办这 49 人（一次）").click()
    expect(page.get_by_text("已催办 49 人。")).to_be_visible()
    expect(page.get_by_role("button", name="催办")).to_have_count(0)


def test_one_notice_instead_of_two_hours(world: World, page_at, by_phone):
    cache.clear()
    deputies(world.township, 58)
    office = page_at(*DESK, world.user("secretary"))
    chair = page_at(*PHONE, world.user("chair"))
    write(office)
    sign_and_send(chair, office)
    notice = Notice.objects.get()
    paths = [link.path for link in PersonalLink.objects.order_by("user")]
    answered(by_phone, paths[:10])
    call_one(office)
    remind(office)
    reminded = notice.recipients.exclude(reminded_at=None)
    silent = notice.recipients.not_yet()
    assert set(reminded) == set(silent)
    found = totals(notice)
    parts = (found.attend, found.leave, found.confirmed, found.told, found.not_yet)
    assert (parts, sum(parts), found.opened) == ((5, 3, 0, 1, 49), 58, 10)
    chair.goto(f"/work/notices/{notice.pk}/")
    chair.get_by_role("button", name="准").first.click()
    expect(chair.get_by_text("已准假。")).to_be_visible()
    office.goto(f"/work/notices/{notice.pk}/sheet/")
    figures = office.locator(".figures").inner_text().split()
    assert [int(word) for word in figures if word.isdigit()] == [58, 0, 1, 57]
    assert not scrolls_sideways(chair)
