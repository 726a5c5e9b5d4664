"""What a hand-over brings with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from congress.organisations.models import Organisation
from congress.organisations.models.organisations import Kind
from congress.suggestions.models import Suggestion
from congress.suggestions.queries.clocks import foreseen
from congress.workdays.deadlines import Deadline

FOLLOWS = ("reply", "first_contact", "co_opinion", "return")


@dataclass(frozen=True)
class Following:
    """A time limit that will begin; `at_receipt` where it counts from the day of the receipt, and
    `found` then supposes that it is received the same day."""

    event: str
    found: Deadline
    at_receipt: bool


def following(suggestion: Suggestion, on: date) -> list[Following]:
    """The time limits of the units after a hand-over on that day; of the second hand-over too."""
    found = ((event, foreseen(suggestion, event, on)) for event in FOLLOWS)
    return [
        Following(event, deadline, deadline.row.starts == "unit_received")
        for event, deadline in found
        if deadline
    ]


def units_of(congress: Organisation) -> Iterable[Organisation]:
    """Units of the township; of the county its own departments."""
    return congress.children.filter(kind=Kind.UNIT)
