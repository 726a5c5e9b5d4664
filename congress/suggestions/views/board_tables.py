"""The figures of the board in the order in which they are shown, each with its address."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import pgettext

from congress.suggestions.queries.figures import NAMES, OF_UNIT, SAID, WHOSE
from congress.suggestions.queries.numbers import Numbers
from congress.suggestions.states import SUGGESTION

FIRST = ("all", "clock.late", "clock.soon", "reply.on_time")
PROMISES = ("promise.late", "promise.soon", "promise.later", "promise.reported", "promise.kept")
TONES = {"clock.late": "error", "promise.late": "error", "clock.soon": "warning"}
AT_MOST = 15


@dataclass(frozen=True)
class Cell:
    """A figure and the address of its rows; `share` is of the whole, in full percent."""

    label: str | Promise
    number: int
    url: str
    share: int | None = None
    tone: str = ""


@dataclass(frozen=True)
class Line:
    """A row of a table of figures."""

    label: str | Promise
    cells: list[Cell]
    rated: int = 0
    rate: int | None = None


def share(part: int, whole: int) -> int | None:
    """Rounded down, so that only all of them are a hundred."""
    return part * 100 // whole if whole else None


def _cell(
    found: Numbers, code: str, label: str | Promise, address: str, whole: int | None = None
) -> Cell:
    number = found.number(code)
    part = None if whole is None else share(number, whole)
    return Cell(label, number, f"{address}&figure={code}", part, TONES.get(code, "info"))


def cells_of(found: Numbers, address: str) -> dict[str, list[Cell]]:
    number = found.number("all")
    replies = found.number("reply.on_time") + found.number("reply.late")
    promises = sum(found.number(code) for code in PROMISES)
    wholes = {"all": None, "reply.on_time": replies}
    return {
        "first": [
            _cell(found, code, NAMES[code], address, wholes.get(code, number)) for code in FIRST
        ],
        "promises": [
            _cell(found, code, NAMES[code], address, promises) for code in PROMISES if promises
        ],
    }


def satisfaction_of(found: Numbers, address: str) -> list[Line]:
    """Per suggestion and per signatory, in both rounds, where there is one."""
    lines = []
    for whose, label in WHOSE.items():
        cells = [_cell(found, f"{whose}.{code}", SAID[code], address) for code in SAID]
        rated = found.rated(whose)
        good = rated - found.number(f"{whose}.dissatisfied")
        if any(cell.number for cell in cells):
            lines.append(Line(label, cells, rated, share(good, rated)))
    return lines


def classes_of(found: Numbers, address: str) -> list[Cell]:
    whole = sum(found.number(f"class.{letter}") for letter in found.classes)
    return [
        _cell(found, f"class.{letter}", label, address, whole)
        for letter, label in sorted(found.classes.items())
    ]


def states_of(found: Numbers, address: str) -> list[Cell]:
    whole = found.number("all")
    return [
        _cell(found, f"state.{state.code}", state.label, address, whole)
        for state in SUGGESTION.states
        if found.number(f"state.{state.code}")
    ]


def units_of(found: Numbers, address: str) -> list[Line]:
    return [
        Line(name, [_cell(found, f"unit.{key}.{code}", OF_UNIT[code], address) for code in OF_UNIT])
        for key, name in found.units.items()
    ]


def chart_of(found: Numbers) -> dict[str, Any] | None:
    """The units with the most suggestions; the table has all. None where there is but one."""
    units = sorted(found.units, key=lambda key: -found.number(f"unit.{key}.all"))[:AT_MOST]
    if len(units) < 2:
        return None

    def data(what: str) -> list[int]:
        return [found.number(f"unit.{key}.{what}") for key in units]

    return {
        "type": "bar",
        "categories": [found.units[key] for key in units],
        "series": [
            {"name": pgettext("figure", "handed over"), "data": data("all"), "tone": "quiet"},
            {"name": pgettext("figure", "replied"), "data": data("answered"), "tone": "main"},
        ],
    }
