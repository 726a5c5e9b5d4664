"""The figures of the yearly report; what does not add up is refused before it is printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Counted:
    """A group with its name as it is printed: 交通道路, A类（已经解决或基本解决）."""

    name: str
    count: int


@dataclass(frozen=True)
class UnitFigures:
    """`on_time` are among `replied`, those among `handed_over`."""

    unit: str
    handed_over: int
    replied: int
    on_time: int


@dataclass(frozen=True)
class Ratings:
    """Opinion forms sent out, come back, and what those say."""

    asked: int = 0
    returned: int = 0
    satisfied: int = 0
    basically_satisfied: int = 0
    dissatisfied: int = 0


@dataclass(frozen=True)
class Promise:
    """One commitment of the list; `state` as printed: 已兑现, 正在办理, 已逾期."""

    number: str
    title: str
    unit: str
    promise: str
    due: date
    state: str


@dataclass(frozen=True)
class Commitments:
    fulfilled: int = 0
    running: int = 0
    overdue: int = 0

    @property
    def made(self) -> int:
        return self.fulfilled + self.running + self.overdue


@dataclass(frozen=True)
class Figures:
    """`received` is `handed_over` with `apart` (撤回, 不予受理 …). `on_time` are among `replied`,
    `overdue` among those without a reply; `categories` divide what was handed over, `classes`
    what was replied to, where they are given. ValueError where the parts are not the whole."""

    received: int
    handed_over: int
    replied: int
    on_time: int
    overdue: int = 0
    apart: Sequence[Counted] = ()
    categories: Sequence[Counted] = ()
    classes: Sequence[Counted] = ()
    units: Sequence[UnitFigures] = ()
    ratings: Ratings = Ratings()
    rehandled: int = 0
    rehandled_replied: int = 0
    commitments: Commitments = Commitments()

    def __post_init__(self) -> None:
        ratings = self.ratings
        said = ratings.satisfied + ratings.basically_satisfied + ratings.dissatisfied
        sound = {
            "received": self.received == self.handed_over + total(self.apart),
            "replied": self.on_time <= self.replied <= self.handed_over,
            "overdue": self.overdue <= self.waiting,
            "categories": not self.categories or total(self.categories) == self.handed_over,
            "classes": not self.classes or total(self.classes) == self.replied,
            "units": all(row.on_time <= row.replied <= row.handed_over for row in self.units),
            "ratings": said == ratings.returned <= ratings.asked,
            "rehandled": self.rehandled_replied <= self.rehandled,
        }
        if wrong := [name for name, holds in sound.items() if not holds]:
            raise ValueError(f"figures that do not add up: {', '.join(wrong)}")

    @property
    def waiting(self) -> int:
        return self.handed_over - self.replied


def total(rows: Sequence[Counted]) -> int:
    return sum(row.count for row in rows)
