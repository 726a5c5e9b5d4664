"""Which points rule applies: pure arithmetic."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar


class Rule(Protocol):
    """What the choice asks of a rule; the model has it."""

    @property
    def level(self) -> str: ...
    @property
    def publication_id(self) -> int | None: ...
    @property
    def kind(self) -> str: ...
    @property
    def valid_from(self) -> date: ...
    @property
    def pk(self) -> int: ...


R = TypeVar("R", bound=Rule)


def best_rule(rules: Iterable[R], *, level: str, publication_id: int, kind: str) -> R | None:
    """Of the `rules` valid on the day, the one that says most: publication before type before
    level alone; of two equals the one that began later."""
    fitting = [
        rule
        for rule in rules
        if rule.level == level
        and rule.publication_id in (None, publication_id)
        and rule.kind in ("", kind)
    ]
    return max(
        fitting,
        key=lambda r: (r.publication_id is not None, bool(r.kind), r.valid_from, r.pk),
        default=None,
    )
