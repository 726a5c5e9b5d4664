"""What the pages of items say about states and points."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django import template

from congress.information.models import Item, PointsLine
from congress.information.states import ITEM

register = template.Library()


@dataclass(frozen=True)
class Shown:
    label: object
    tone: str


@register.simple_tag
def state_of(item: Item, is_county: bool) -> Shown:
    """The state in the words of the township's people or, for the county, the public ones."""
    state = ITEM.state(item.state)
    return Shown(state.public_label if is_county else state.label, state.tone)


@register.filter
def points_sum(lines: Iterable[PointsLine]) -> Decimal:
    return sum((line.points for line in lines), Decimal(0))
