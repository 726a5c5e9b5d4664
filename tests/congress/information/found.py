"""What people met in a race, and what it has left of the item."""

from typing import NamedTuple

from congress.audit.queries import timeline
from congress.information.models import Item


class Found(NamedTuple):
    """The item as it stands once all have pressed; `acts` are those that changed its state."""

    state: str
    reference: str | None
    retained_reason: str
    rounds: int
    returns: int
    adoptions: int
    acts: list[tuple[str, str]]


class Fate(NamedTuple):
    """What one person met in one round: the sentence of a refusal, or nothing."""

    refusal: str
    found: Found


def found(pk: int) -> Found:
    item = Item.objects.get(pk=pk)
    acts = timeline(item).exclude(to_state="").order_by("pk").values_list("act", "name")
    counts = (item.rounds.count(), item.returns.count(), item.adoptions.count())
    return Found(item.state, item.reference, item.retained_reason, *counts, list(acts))
