"""The routes of the sessions of congresses, and of how a congress handles suggestions."""

from typing import Any

from congress.organisations.models import CongressSession
from congress.organisations.roles import CHAIR, COUNTY_ADMIN, COUNTY_SUPERVISOR, SECRETARY
from tests.routes.table import Route, pk, sheet_text
from tests.routes.world import World

DAY = "2026-01-08"


def session(world: World) -> CongressSession:
    return CongressSession.objects.create(term=world.term, number=27, opens_on=world.today)


def term(world: World) -> Any:
    return world.term


def page(name: str, make: Any, role: str, **fields: Any) -> Route:
    fields = {"text": "第二十七次", "wrong": CHAIR} | fields
    return Route(f"organisations:{name}", role=role, make=make, **fields)


def typed(record: Any) -> dict[str, Any]:
    number = getattr(record, "number", 1)
    opens_on = getattr(record, "opens_on", None) or record.starts_on
    return {
        "term": getattr(record, "term_id", record.pk),
        "number": 27 if isinstance(record, CongressSession) else number,
        "opens_on": opens_on.isoformat(),
    }


def settings(role: str, wrong: str, text: str, **fields: Any) -> Route:
    return Route("suggestions:settings", role=role, wrong=wrong, text=text, **fields)


ROUTES = (
    *(page("sessions", session, role, text="27") for role in (SECRETARY, COUNTY_ADMIN)),
    page("sessions_excel", session, SECRETARY, text="27", reads=sheet_text, picture=False),
    page("session_create", term, SECRETARY, text="石桥镇"),
    page("session_create", term, SECRETARY, text="石桥镇", method="POST", data=typed),
    *(
        page("session", session, role, text="27", kwargs=pk, **more)
        for role in (SECRETARY, COUNTY_ADMIN)
        for more in ({}, {"method": "POST", "data": typed})
    ),
    page("session_remove", session, SECRETARY, kwargs=pk, method="POST", text="石桥镇"),
    settings(CHAIR, SECRETARY, "石桥镇"),
    settings(CHAIR, SECRETARY, "石桥镇", method="POST", data=lambda _: {"wanted": "on"}),
    settings(COUNTY_SUPERVISOR, SECRETARY, "云岭县"),
    settings(
        COUNTY_SUPERVISOR, SECRETARY, "云岭县", method="POST", data=lambda _: {"scheme": "four"}
    ),
)
