"""A suggestion from the deputy's telephone to its end, on four ways that it takes."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.management import call_command
from playwright.sync_api import Browser, Page, expect

from congress.suggestions.models import Commitment, Suggestion
from congress.suggestions.models.signatories import COSIGN_ACT, RATE_ACT
from tests.browser import suggestions as steps
from tests.browser.pages import DESK, PHONE, scrolls_sideways, session_cookie
from tests.browser.suggestions import follow, from_today, press, sound
from tests.factories.organisations import DeputyFactory
from tests.factories.suggestions import SessionFactory, SuggestionFactory
from tests.routes.world import World

UNIT = "石桥镇农业服务中心"
RUN = "青龙村三组到七组的饮水管道埋了十几年到处漏水汛期水是浑的村民只好去邻组挑老人挑不动"
TEXT = {
    "title": "关于更换青龙村三组到七组漏水饮水管道并公布水质检测结果让村民喝上干净水的建议",
    "problem": RUN * 6 + "1" * 90,
    "advice": RUN.replace("埋了", "请换掉") * 2,
}


@pytest.fixture
def world(world: World) -> World:
    cache.clear()
    world.user("unit_officer")
    return world


@pytest.fixture
def by_phone(browser: Browser, live_server) -> Iterator[Callable[..., Page]]:
    """`by_phone(user)`: a page at 390 px without script, logged in where a user is given."""
    contexts = []

    def opened(user=None) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": PHONE[0], "height": PHONE[1]},
            java_script_enabled=False,
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
        )
        contexts.append(context)
        if user is not None:
            context.add_cookies([session_cookie(user, live_server.url)])
        page = context.new_page()
        page.set_default_timeout(15_000)
        return page

    yield opened
    for context in contexts:
        context.close()


def test_between_sessions_with_two_co_signers_and_two_rounds(world: World, page_at, by_phone):
    here, there = (DeputyFactory(term=world.term).user for _ in range(2))
    lead = by_phone(world.user("deputy"))
    pk = steps.write(lead, TEXT)
    assert not scrolls_sideways(lead)
    steps.ask(lead, [here.name, there.name])
    one, other = by_phone(here), by_phone()
    from_today(one, pk)
    press(one, "我附议", says="您已附议，谢谢您。")
    other.goto(steps.link_of(there, COSIGN_ACT))
    assert not scrolls_sideways(other)
    press(other, "我附议", says="您已附议，谢谢您。")
    lead.goto(f"/work/suggestions/{pk}/")
    follow(lead, "核对并提交")
    for user in (here, there):
        expect(lead.get_by_role("main").get_by_text(user.name).first).to_be_visible()
    press(lead, "没有以上情形，提交", says="已提交。")

    secretary = page_at(*DESK, world.user("secretary"))
    chair = page_at(*PHONE, world.user("chair"))
    unit = page_at(*DESK, world.user("unit_officer"))
    steps.prepare(secretary, pk)
    number = f"石桥-建议-19-闭{world.today.year}-001"
    steps.accept(chair, pk, number)
    steps.hand_over(chair, pk, UNIT)
    steps.acknowledge(unit, pk)
    steps.note_contact(unit, "到村里看了三处漏点，代表要求先换三组到五组。")
    steps.answer(unit, pk, "三组到五组的管道已更换。")
    steps.release(chair, pk, UNIT)
    steps.rate_from_today(lead, pk, says="正在重新办理", result="不满意")
    from_today(unit, pk)
    steps.note_contact(unit, "代表要求六组、七组一并更换。")
    steps.answer(unit, pk, "六组、七组的管道也已更换，水质检测结果已张贴。")
    steps.release(chair, pk, UNIT)
    for user in (here, there):
        other.goto(steps.link_of(user, RATE_ACT))
        assert not scrolls_sideways(other)
        expect(other.get_by_text("六组、七组的管道也已更换")).to_be_visible()
        steps.rate(other, says="还有")
    steps.rate_from_today(lead, pk, says="本件建议已办结")
    assert Suggestion.objects.get(pk=pk).state == "closed"
    assert not scrolls_sideways(lead)
    sound(chair, f"/work/suggestions/{pk}/")
    expect(chair.get_by_label("当前位置")).to_contain_text(number)
    sound(page_at(*PHONE, world.user("deputy")), f"/work/suggestions/{pk}/rate/")


def test_in_session_with_a_lead_and_two_co_handlers_one_returned(world: World, page_at):
    session = SessionFactory(term=world.term, opens_on=world.today - timedelta(days=3))
    lead = world.user("deputy")
    pk = SuggestionFactory(
        congress=world.township,
        session=session,
        lead=lead.mandates.get(),
        submitted=True,
        at=world.at - timedelta(days=2),
    ).pk
    water, roads = "石桥镇水管站", "石桥镇交管站"
    secretary, chair = (page_at(*DESK, world.user(role)) for role in ("secretary", "chair"))
    unit = page_at(*DESK, world.user("unit_officer"))
    second, third = (
        page_at(*DESK, steps.officer(world, name, world.township)) for name in (water, roads)
    )
    steps.prepare(secretary, pk)
    steps.accept(chair, pk, "石桥-建议-19-2-001")
    steps.hand_over(chair, pk, UNIT, water, roads)
    steps.acknowledge(unit, pk)
    from_today(third, pk)
    follow(third, "申请退回")
    third.get_by_label("退回理由").fill("村内管道不属交管站职责，应由水管站会办。")
    press(third, "申请退回交办", says="申请已提交主席团。")
    from_today(chair, pk)
    follow(chair, "同意")
    press(chair, "同意退回", says="已同意退回")
    third.goto("/work/suggestions/unit/")
    expect(third.locator(f"a[href='/work/suggestions/{pk}/']")).to_have_count(0)
    steps.acknowledge(second, pk)
    follow(second, "提出会办意见")
    second.get_by_label("给主办单位的会办意见").fill("先换三百米主管，材料由水管站备。")
    press(second, "向主办单位提出会办意见", says="会办意见已送主办单位。")
    unit.goto(f"/work/suggestions/{pk}/")
    steps.note_contact(unit, "同代表一起看了现场。")
    follow(unit, "起草答复")
    expect(unit.get_by_text("先换三百米主管")).to_be_visible()
    steps.answer(unit, pk, "三百米主管已更换。")
    steps.release(chair, pk, UNIT)
    deputy = page_at(*PHONE, lead)
    steps.rate_from_today(deputy, pk, says="本件建议已办结")
    sound(deputy)
    for page in (unit, second, chair):
        sound(page, f"/work/suggestions/{pk}/")


def test_reported_upward_and_answered_by_the_county(world: World, page_at):
    department = "云岭县水务局"
    world.term_of(world.county)
    lead = world.user("deputy")
    pk = SuggestionFactory(
        congress=world.township,
        lead=lead.mandates.get(),
        registered=True,
        at=world.at - timedelta(days=5),
    ).pk
    chair = page_at(*PHONE, world.user("chair"))
    supervisor = page_at(*DESK, world.user("county_supervisor"))
    unit = page_at(*DESK, steps.officer(world, department, world.county))
    chair.goto(f"/work/suggestions/{pk}/")
    follow(chair, "上报县")
    chair.get_by_label("理由").fill("主管网属县水务局管理，本镇无权改造。")
    press(chair, "上报县", says="已上报县人大，本件等待县里答复。")
    above = Suggestion.objects.get(raised_from=pk).pk
    steps.accept(supervisor, above, "云岭-建议")
    steps.hand_over(supervisor, above, department)
    steps.acknowledge(unit, above)
    expect(unit.get_by_text(lead.name).first).to_be_visible()
    steps.note_contact(unit, "同代表到水厂看了管网。")
    steps.answer(unit, above, "主管网改造已列入计划并开工。")
    steps.release(supervisor, above, department)
    every_paper_opens(supervisor, above)
    every_paper_opens(unit, above)
    deputy = page_at(*PHONE, lead)
    deputy.goto(f"/work/suggestions/{pk}/")
    expect(deputy.get_by_text("主管网改造已列入计划并开工。")).to_have_count(0)
    from_today(chair, pk)
    expect(chair.get_by_text("主管网改造已列入计划并开工。").first).to_be_visible()
    press(chair, "转达县里的答复", says="县里的答复已发给领衔和附议代表。")
    steps.rate_from_today(deputy, pk, says="本件建议已办结")
    expect(deputy.get_by_text("主管网改造已列入计划并开工。")).to_be_visible()
    states = set(Suggestion.objects.values_list("state", flat=True))
    assert states == {"closed"}
    sound(deputy)
    sound(chair, f"/work/suggestions/{pk}/")
    sound(supervisor, f"/work/suggestions/{above}/")


def test_a_promise_is_kept_and_the_public_reads_it(world: World, page_at):
    call_command("open_site", county=world.county.name, verbosity=0)
    lead = world.user("deputy")
    pk = SuggestionFactory(
        congress=world.township,
        lead=lead.mandates.get(),
        in_handling=True,
        at=world.at - timedelta(days=20),
    ).pk
    chair = page_at(*PHONE, world.user("chair"))
    secretary = page_at(*DESK, world.user("secretary"))
    unit = page_at(*DESK, world.user("unit_officer"))
    promise = "七组的管道年内全部更换。"
    by = world.today + timedelta(days=40)
    from_today(unit, pk)
    steps.note_contact(unit, "代表同意分两期更换。")
    steps.answer(unit, pk, "分两期更换。", "B", what=promise, by=by)
    steps.release(chair, pk, UNIT)
    deputy = page_at(*PHONE, lead)
    steps.rate_from_today(deputy, pk, says="本件建议已办结")
    chair.goto(f"/work/suggestions/{pk}/")
    follow(chair, "公开到网站")
    chair.get_by_label("我已核对").check()
    press(chair, "公开到网站", says="已按领衔代表同意的范围公开。")
    reader = page_at(*PHONE)
    public_page_shows(reader, promise, "落实中")

    report_kept(unit, promise, "七组的管道已更换。")
    look(secretary, promise, "核实未落实", "还差什么", "七组还有两户没有接通。")
    public_page_shows(reader, promise, "落实中")
    report_kept(unit, promise, "两户已接通。")
    look(secretary, promise, "核实已落实", "核查情况", "到七组看过，家家通水。")
    public_page_shows(reader, promise, "已落实")
    kept = Commitment.objects.get(suggestion=pk)
    assert (kept.state, kept.promised_on, kept.kept_on) == ("kept", by, world.today)
    for page in (reader, secretary, unit):
        sound(page)


def every_paper_opens(page: Page, pk: int) -> None:
    page.goto(f"/work/suggestions/{pk}/")
    papers = page.get_by_role("main").locator("a[href*='/papers/']").all()
    assert papers
    for paper in papers:
        assert page.request.get(str(paper.get_attribute("href"))).ok


def public_page_shows(page: Page, promise: str, state: str) -> None:
    page.goto("/suggestions/")
    page.get_by_role("main").get_by_role("link", name="通村道路").first.click()
    row = page.get_by_role("listitem").filter(has_text=promise)
    expect(row).to_contain_text(state)


def report_kept(page: Page, promise: str, what: str) -> None:
    open_promise(page, promise)
    follow(page, "报告已落实")
    page.get_by_label("落实情况").fill(what)
    press(page, "报告已落实", says="已报告落实，由人大办公室核查。")


def look(page: Page, promise: str, act: str, label: str, found: str) -> None:
    open_promise(page, promise)
    follow(page, act)
    page.get_by_label(label).fill(found)
    press(page, act, says="承诺")


def open_promise(page: Page, promise: str) -> None:
    page.goto("/work/")
    page.get_by_role("link", name="承诺事项", exact=True).first.click()
    follow(page, promise)
