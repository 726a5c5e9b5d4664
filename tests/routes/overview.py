"""The routes of what spans rooms: the day, the count, the trail."""

from datetime import timedelta
from typing import Any

from congress.information.models import Item
from congress.organisations.roles import (
    AUDITOR,
    CHAIR,
    COUNTY_ADMIN,
    COUNTY_EDITOR,
    COUNTY_SUPERVISOR,
    DEPUTY,
    SECRETARY,
    UNIT_OFFICER,
)
from tests.factories.information import ItemFactory
from tests.routes.table import Route, sheet_text

TITLE = "望江村小水闸修复记"
STAFF = (SECRETARY, CHAIR, COUNTY_EDITOR, COUNTY_SUPERVISOR)


def item(**traits: bool) -> Any:
    return lambda world: ItemFactory(
        organisation=world.township, title=TITLE, at=world.at - timedelta(minutes=5), **traits
    )


def opens_its_rows(made: Item) -> str:
    """The link of a figure: whoever may not open the township's rows has none."""
    return f"&amp;organisation={made.organisation_id}"


def seen(name: str, role: str, **fields: Any) -> Route:
    return Route(f"overview:{name}", role=role, **({"wrong": DEPUTY} | fields))


def both(name: str, role: str, **fields: Any) -> tuple[Route, Route]:
    """A page and its Excel file."""
    return (
        seen(name, role, **fields),
        seen(f"{name}_export", role, reads=sheet_text, picture=False, **fields),
    )


ROUTES = (
    seen("today", SECRETARY, make=item(returned=True), text=TITLE, wrong=""),
    seen("today", CHAIR, make=item(awaiting_sign_off=True), text=TITLE, wrong=""),
    seen("today", COUNTY_EDITOR, make=item(submitted=True), text=TITLE, wrong=""),
    seen("today", COUNTY_SUPERVISOR, text="云岭县", wrong=""),
    seen("today", DEPUTY, text="石桥镇", wrong=""),
    seen("today", UNIT_OFFICER, text="石桥镇农业服务中心", wrong=""),
    seen("today", COUNTY_ADMIN, text="云岭县", wrong=""),
    seen("today", AUDITOR, text="云岭县", wrong=""),
    *(seen("count", role, make=item(submitted=True), text=opens_its_rows) for role in STAFF),
    # Every township reads the same file; who else may is tested with the count.
    *(
        seen(
            "count_export",
            role,
            make=item(submitted=True),
            text="石桥镇",
            reads=sheet_text,
            picture=False,
        )
        for role in (COUNTY_EDITOR, COUNTY_SUPERVISOR)
    ),
    *(
        route
        for role in STAFF
        for route in both("count_rows", role, make=item(submitted=True), text=TITLE)
    ),
    *(
        route
        for role in (AUDITOR, COUNTY_ADMIN)
        for route in both(
            "trail", role, make=item(submitted=True), text=lambda made: made.reference
        )
    ),
)
