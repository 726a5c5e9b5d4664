"""The routes of the two importers."""

import functools
from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from congress.files.reports import CREATED, Line, Report
from congress.organisations.deposits import Deposit, deposit
from tests.routes.table import Route
from tests.routes.world import World
from tests.workbooks import workbook

ROSTER = [
    ["石桥镇第十九届人民代表大会代表名册"],
    ["姓名", "手机"],
    ["万里程", "13800000001"],
]
BOOK = [
    ["标题", "单位", "时间", "采用情况"],
    ["石桥镇开展秋季巡河", "石桥镇", "2025年1月3日", "县委办《每日要情》采用"],
]


def upload(rows: list[list[str]]) -> SimpleUploadedFile:
    return SimpleUploadedFile("石桥镇.xlsx", workbook({"石桥镇": rows}).getvalue())


def waiting(kind: str, role: str, rows: list[list[str]], world: World) -> Deposit:
    """A file of this person that waits for its confirmation."""
    at = timezone.now() - timedelta(minutes=1)
    report = Report("石桥镇.xlsx", [Line("石桥镇", 2, CREATED, label=rows[-1][0])])
    return deposit(
        upload(rows),
        report,
        kind=kind,
        user_id=world.user(role).pk,
        county_id=world.county.pk,
        at=at,
    )


def token(record: Deposit) -> dict[str, Any]:
    return {"token": record.token}


deputies = functools.partial(waiting, "deputies", "county_admin", ROSTER)
items = functools.partial(waiting, "items", "county_editor", BOOK)

ROUTES = (
    Route(
        "organisations:import_deputies", role="county_admin", text="云岭县", wrong="county_editor"
    ),
    Route(
        "organisations:import_deputies",
        method="POST",
        role="county_admin",
        data=lambda _: {"file": upload(ROSTER)},
        text="石桥镇第19届",
        wrong="county_editor",
    ),
    Route(
        "organisations:import_deputies_preview",
        role="county_admin",
        make=deputies,
        kwargs=token,
        text="万里程",
        wrong="county_editor",
    ),
    Route(
        "organisations:import_deputies_preview",
        method="POST",
        role="county_admin",
        make=deputies,
        kwargs=token,
        text="万里程",
        wrong="county_editor",
    ),
    Route("information:import_items", role="county_editor", text="云岭县", wrong="secretary"),
    Route("information:import_items", role="county_admin", text="云岭县", picture=False),
    Route(
        "information:import_items",
        method="POST",
        role="county_editor",
        data=lambda _: {"file": upload(BOOK)},
        text="《每日要情》",
        wrong="secretary",
    ),
    Route(
        "information:import_items_preview",
        role="county_editor",
        make=items,
        kwargs=token,
        text="石桥镇开展秋季巡河",
        wrong="secretary",
    ),
    Route(
        "information:import_items_preview",
        method="POST",
        role="county_editor",
        make=items,
        kwargs=token,
        text="石桥镇开展秋季巡河",
        wrong="secretary",
    ),
)
