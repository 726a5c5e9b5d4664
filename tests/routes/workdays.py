"""The routes of the working calendar, the rule sets and the question for a due date."""

from typing import Any

from django.utils import timezone

from congress.organisations.roles import AUDITOR, COUNTY_ADMIN, COUNTY_ROLES, DEPUTY, UNIT_OFFICER
from congress.workdays import actions
from congress.workdays.rules import ASKERS
from tests.factories.information import actor_of
from tests.factories.workdays import CalendarDayFactory, DecreedYearFactory
from tests.routes.table import Route
from tests.routes.world import World

NAME = "望江县庆日"
SOURCE = "国办发明电〔2026〕9号"
# The question counts over the county's own day.
QUESTION = "?event=first_contact&start=2026-09-29&rules=chongqing"


def day(world: World) -> Any:
    return CalendarDayFactory(county=world.county, name=NAME)


def year(world: World) -> Any:
    return DecreedYearFactory(county=world.county, source=SOURCE)


def rules(world: World) -> Any:
    by = actor_of(COUNTY_ADMIN, world.county)
    return actions.choose_rules(world.county, rules="chongqing", by=by, at=timezone.now())


def page(name: str, role: str = COUNTY_ADMIN, **fields: Any) -> Route:
    return Route(f"workdays:{name}", role=role, **({"wrong": AUDITOR} | fields))


def at(**kwargs: int) -> dict[str, Any]:
    """An address that names a day or a year, which every county has."""
    return {"kwargs": lambda _: kwargs, "outside": 200}


def own(role: str, text: str) -> str:
    """A county's word holds in all its townships; there the place of work is what differs."""
    if role in COUNTY_ROLES:
        return text
    return "石桥镇农业服务中心" if role == UNIT_OFFICER else "石桥镇"


DAY = at(year=2026, month=10, day=8)
ROUTES = (
    *(
        page("due", role, make=day, text=own(role, NAME), query=QUESTION, wrong=DEPUTY)
        for role in ASKERS
    ),
    *(
        page("rules", role, make=rules, text=own(role, "云岭县执行：重庆市"), wrong=DEPUTY)
        for role in ASKERS
    ),
    page("choose_rules", text="云岭县"),
    page(
        "choose_rules",
        method="POST",
        data=lambda _: {"rules": "henan"},
        text="云岭县执行：河南省",
    ),
    page("calendar", text="云岭县", picture=False),
    page("year", make=day, text=NAME, **at(year=2026)),
    page("year", make=year, text=SOURCE, note="entered", **at(year=2027)),
    page("day", make=day, text=NAME, **DAY),
    page(
        "day",
        method="POST",
        data=lambda _: {"kind": "rest", "name": NAME},
        text=NAME,
        **(DAY | {"outside": 302}),
    ),
    page("clear_day", method="POST", make=day, text="已恢复", **(DAY | {"outside": 404})),
    page("decree", text="云岭县", **at(year=2027)),
    page(
        "decree",
        method="POST",
        data=lambda _: {"source": SOURCE},
        text=SOURCE,
        **(at(year=2027) | {"outside": 302}),
    ),
    page(
        "undo_decree",
        method="POST",
        make=year,
        text="已撤回",
        **(at(year=2027) | {"outside": 404}),
    ),
)
