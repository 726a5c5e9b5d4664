"""The routes of the three reviews: the page in review, its acts, the list, the reviewers."""

from home.models import NewsPage, Section
from home.review.steps import CHECKLIST, Step
from tests.factories.home import make_news
from tests.factories.review import approved, reviewer, submitted
from tests.routes.home import TITLE, open_site
from tests.routes.table import Route, pk
from tests.routes.world import World

TICKED = list(CHECKLIST)


def draft(world: World) -> NewsPage:
    open_site(world)
    for step in Step:
        reviewer(world.township, step)
    return make_news(world.township, draft=True, title=TITLE, published_on=world.today)


def in_review(world: World) -> NewsPage:
    return submitted(draft(world))


def for_the_chair(world: World) -> NewsPage:
    return approved(in_review(world), "first")


def section(world: World) -> Section:
    open_site(world)
    return Section.objects.get(organisation=world.township)


def chosen(_record: Section) -> dict[str, list[str]]:
    return {step.value: ["role:chair"] for step in Step}


ROUTES = (
    Route("home:reviews", role="chair", make=for_the_chair, text=TITLE, wrong="county_admin"),
    Route(
        "home:review",
        role="chair",
        make=for_the_chair,
        kwargs=pk,
        text="审核通过",
        wrong="county_admin",
    ),
    Route(
        "home:review",
        role="county_editor",
        make=for_the_chair,
        kwargs=pk,
        text="等待复审",
        wrong="deputy",
    ),
    Route(
        "home:review_submit",
        method="POST",
        role="secretary",
        make=draft,
        kwargs=pk,
        text="已送初审。",
        wrong="deputy",
    ),
    Route(
        "home:review_recall",
        method="POST",
        role="secretary",
        make=in_review,
        kwargs=pk,
        text="已收回，可以修改后重新送审。",
        wrong="auditor",
    ),
    Route(
        "home:review_approve",
        method="POST",
        role="chair",
        make=for_the_chair,
        kwargs=pk,
        data=lambda _page: {"step": "second", "checked": TICKED},
        text="已审核通过。",
        wrong="secretary",
    ),
    Route(
        "home:review_send_back",
        method="POST",
        role="chair",
        make=for_the_chair,
        kwargs=pk,
        data=lambda _page: {"step": "second", "comment": "请核对人数"},
        text="已连同意见退回撰稿人。",
        wrong="secretary",
    ),
    Route("home:reviewers", role="county_admin", make=section, text="石桥镇", wrong="chair"),
    Route(
        "home:set_reviewers",
        role="county_admin",
        make=section,
        kwargs=pk,
        text="石桥镇的审核人",
        wrong="county_editor",
    ),
    Route(
        "home:set_reviewers",
        method="POST",
        role="county_admin",
        make=section,
        kwargs=pk,
        data=chosen,
        text="审核人已设定。",
        wrong="county_editor",
    ),
)
