"""The county's office that reviews, and what it says."""

from collections import Counter, deque
from random import Random
from typing import Any

from congress.audit.actors import Actor
from portal.demo.printing import Press
from portal.demo.words import words
from portal.demo.writing import Writer

FAVOUR = {"research": 0.1, "problem": 0.06, "opinion": 0.05, "activity": -0.04}


class Office:
    """One for a loading: the editor, the press, and a memory of what was said last."""

    def __init__(self, editor: Actor, press: Press, chance: Random) -> None:
        self.editor, self.press, self.chance = editor, press, chance
        self.writer = Writer()
        self._asked: Counter[str] = Counter()
        self._last: dict[str, deque[int]] = {}

    def pick(self, name: str) -> Any:
        """One of the rows of `reviews.<name>` that was not picked of late."""
        rows = words("reviews")[name]
        last = self._last.setdefault(name, deque(maxlen=len(rows) * 2 // 3))
        number = self.chance.choice([n for n in range(len(rows)) if n not in last])
        last.append(number)
        return rows[number]

    def say(self, name: str) -> str:
        return str(self.pick(name))

    def once(self, name: str, *, after: int) -> bool:
        """True the one time that it is asked for the `after`-th time."""
        self._asked[name] += 1
        return self._asked[name] == after

    def favour(self, kind: str) -> float:
        """How much more than others a kind of item is adopted."""
        return FAVOUR.get(kind, 0)
