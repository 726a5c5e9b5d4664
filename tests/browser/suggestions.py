"""The steps of a suggestion's journey, each as the person at that desk or telephone takes it."""

import re
from datetime import date

from playwright.sync_api import Page, expect

from congress.notifications.models import PersonalLink
from congress.organisations.models import Appointment, Organisation, User
from congress.organisations.roles import UNIT_OFFICER
from congress.suggestions.models import Suggestion
from tests.browser.pages import axe_findings, scrolls_sideways
from tests.routes.world import World

ASPECTS = ("面商（与您沟通联系）", "办理态度", "答复内容", "办理结果")


def officer(world: World, name: str, parent: Organisation) -> User:
    """Of a new unit below the township or the county."""
    unit = Organisation.objects.create(name=name, kind="unit", parent=parent)
    user = User.objects.create(username=f"unit.{unit.pk}", name=f"{name}经办")
    Appointment.objects.create(
        user=user, organisation=unit, role=UNIT_OFFICER, starts_on=world.long_ago
    )
    return user


def link_of(user: User, act: str) -> str:
    return PersonalLink.objects.standing().get(user=user, act=act).path


def from_today(page: Page, pk: int) -> None:
    """Today names the suggestion to whoever has to act on it, and leads there."""
    page.goto("/work/")
    page.locator(f"main a[href^='/work/suggestions/{pk}/']").first.click()
    expect(page.locator("h1")).to_be_visible()


def follow(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("link", name=name, exact=True).click()


def press(page: Page, name: str, *, says: str) -> None:
    """The button of that name, and what the page answers."""
    page.get_by_role("main").get_by_role("button", name=name, exact=True).click()
    expect(page.get_by_role("main").get_by_text(says).first).to_be_visible()


def sound(page: Page, address: str = "") -> None:
    """Opened there: nothing to scroll sideways for, nothing against the rules of access."""
    if address:
        page.goto(address)
    assert (scrolls_sideways(page), axe_findings(page)) == (False, [])


# ---- office and presidium -----------------------------------------------------------------------


def prepare(page: Page, pk: int) -> None:
    from_today(page, pk)
    page.get_by_label("类别").select_option(label="交通道路")
    page.get_by_label("本乡镇").check()
    press(page, "拟办", says="拟办意见已提交")


def accept(page: Page, pk: int, number: str) -> None:
    """What the secretary has prepared stands chosen."""
    from_today(page, pk)
    follow(page, "受理登记")
    expect(page.get_by_label("类别").locator("option:checked")).to_have_text("交通道路")
    press(page, "受理登记", says=f"已受理，编号{number}")


def hand_over(page: Page, pk: int, lead: str, *others: str) -> None:
    from_today(page, pk)
    page.get_by_label("主办单位").select_option(label=lead)
    for name in others:
        page.get_by_role("group", name="会办单位").get_by_label(name).check()
    press(page, "交办", says="已交办，已通知承办单位")


def release(page: Page, pk: int, unit: str) -> None:
    from_today(page, pk)
    follow(page, f"审核{unit}的答复")
    press(page, "同意答复发出", says="答复已发出，已通知")


# ---- the unit -----------------------------------------------------------------------------------


def acknowledge(page: Page, pk: int) -> None:
    from_today(page, pk)
    press(page, "签收", says="已签收。答复前请先与代表沟通。")


def note_contact(page: Page, gist: str) -> None:
    follow(page, "记录沟通")
    page.get_by_label("走访").check()
    page.get_by_label("沟通内容").fill(gist)
    press(page, "记录与代表的沟通", says="沟通情况已记录。")


def answer(page: Page, pk: int, body: str, letter: str = "A", **promise: date | str) -> None:
    """From the record's page: written, and signed by the head."""
    from_today(page, pk)
    follow(page, "起草答复")
    page.get_by_label("答复内容").fill(body)
    page.get_by_label(f"{letter}类").check()
    if promise:
        page.get_by_label("承诺的事项").fill(str(promise["what"]))
        page.get_by_label(re.compile("^承诺完成日期")).fill(str(promise["by"]))
    page.get_by_role("button", name="保存并送负责人签署").click()
    page.get_by_label("签署答复的单位负责人姓名").fill("陈国强")
    press(page, "已签署，提交", says="已签署")


# ---- the deputies -------------------------------------------------------------------------------


def write(page: Page, text: dict[str, str]) -> int:
    """Three presses from Today to the page on which it is submitted; returns the key."""
    page.goto("/work/")
    follow(page, "我要提建议")
    page.get_by_role("textbox", name="标题").fill(text["title"])
    page.get_by_label("情况和问题").fill(text["problem"])
    page.get_by_label("具体建议").fill(text["advice"])
    page.get_by_role("button", name="下一步：核对并提交").click()
    expect(page.get_by_role("button", name="没有以上情形，提交")).to_be_visible()
    return Suggestion.objects.get(title=text["title"]).pk


def ask(page: Page, names: list[str]) -> None:
    follow(page, "请其他代表附议")
    for name in names:
        page.get_by_label(name).check()
    press(page, "征求附议", says="已请他们附议")


def rate(page: Page, *, says: str, **levels: str) -> None:
    """On the page of the reply; each of the four is 满意 where `levels` does not say otherwise."""
    for key, aspect in zip(("consultation", "attitude", "reply", "result"), ASPECTS, strict=True):
        group = page.get_by_role("group", name=aspect)
        group.get_by_label(levels.get(key, "满意"), exact=True).check()
    press(page, "提交评价", says=says)


def rate_from_today(page: Page, pk: int, *, says: str, **levels: str) -> None:
    from_today(page, pk)
    follow(page, "评价答复")
    rate(page, says=says, **levels)
