"""The rule sets as shipped in `rule_sets/`: dated rows with their sources; pure."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "rule_sets"
NATIONAL = "national"
RULES = (
    NATIONAL,
    "henan",
    "zhejiang",
    "shanghai",
    "shandong",
    "shandong-township",
    "qingdao",
    "beijing",
    "chongqing",
    "chongqing-township",
)
EVENTS = (
    "notify",
    "hand_over",
    "return",
    "reassign",
    "first_contact",
    "co_opinion",
    "reply",
    "feedback",
    "rehandling",
)


class NoAnswer(Exception):
    """Base of the reasons why there is no due date."""


class UnknownRules(NoAnswer):
    pass


class UnknownEvent(NoAnswer):
    pass


class NoRule(NoAnswer):
    """Neither the set nor the national law gives a length for the event."""


class NoExtension(NoAnswer):
    """The row gives no longer length."""


@dataclass(frozen=True)
class Row:
    """One length, from `valid_from` until a later row of the same set and event.

    `extended` is the whole length with the extension, never more; None where there is none, and
    `condition` says when it is given. `article` and `starts` are empty where no text was at hand
    to take them from.
    """

    rules: str
    event: str
    source: str
    valid_from: date
    length: int
    unit: str
    article: str = ""
    starts: str = ""
    extended: int | None = None
    condition: str = ""


@cache
def rows_of(rules: str) -> tuple[Row, ...]:
    """The rows of a set, by event and the earliest first."""
    if rules not in RULES:
        raise UnknownRules
    with (FOLDER / f"{rules}.toml").open("rb") as file:
        content = tomllib.load(file)
    shared: dict[str, Any] = {name: value for name, value in content.items() if name != "rows"}
    rows = [Row(rules=rules, **(shared | row)) for row in content["rows"]]
    return tuple(sorted(rows, key=lambda row: (EVENTS.index(row.event), row.valid_from)))


def row_for(rules: str, event: str, start: date) -> Row:
    """The row of the set that is valid on `start`, else the nation's; a start before all rows
    takes the earliest."""
    if event not in EVENTS:
        raise UnknownEvent
    for name in (rules, NATIONAL):
        rows = [row for row in rows_of(name) if row.event == event]
        if rows:
            return next((row for row in reversed(rows) if row.valid_from <= start), rows[0])
    raise NoRule
