"""How a township's secretary writes: patterns of events with slots, filled by seeded chance."""

from collections import deque
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random
from typing import Any

from django.utils import timezone

from congress.organisations.names import short_form
from portal.demo.slots import slots
from portal.demo.words import words

KINDS = {
    "activity": 50,
    "experience": 15,
    "problem": 14,
    "research": 7,
    "opinion": 9,
    "commissioned": 5,
}
SEASONAL = 2.5


@dataclass(frozen=True)
class Piece:
    """A text as it goes to `create_item`; `other_titles` are for its later rounds."""

    kind: str
    title: str
    paragraphs: tuple[str, ...]
    other_titles: tuple[str, ...]
    filled: dict[str, Any]

    @property
    def body(self) -> str:
        return "\n".join(self.paragraphs)

    def mended(self, how: str, chance: Random) -> "Piece":
        """The text after the county's advice: `how` names a row of `reviews.mend`."""
        added = chance.choice(words("reviews")["mend"][how]).format(**self.filled)
        *before, last = self.paragraphs
        paragraphs = (*before, added) if how == "shorten" else (*before, added, last)
        title = self.title
        if how == "title" and self.other_titles:
            title = chance.choice(self.other_titles)
        return replace(self, title=title, paragraphs=paragraphs)


class Writer:
    """Picks for each township what was not written of late, there or next door."""

    def __init__(self) -> None:
        kept = [words(kind) for kind in KINDS]
        self.patterns = [
            {"kind": kind} | row
            for kind, file in zip(KINDS, kept, strict=True)
            for row in file["pattern"]
        ]
        self.share = {
            kind: weight / len(file["pattern"])
            for (kind, weight), file in zip(KINDS.items(), kept, strict=True)
        }
        self.of_late: deque[str] = deque(maxlen=38)
        self.by_place: dict[str, deque[str]] = {}
        self.used: dict[str, int] = {}
        self.written = 0

    def write(self, place: dict[str, Any], at: datetime, chance: Random) -> Piece:
        pattern = self._pattern(place, timezone.localdate(at).month, chance)
        filled = slots(place, timezone.localdate(at), chance)
        titles = self._titles(pattern, filled, chance)
        paragraphs = tuple(part.format(**filled) for part in _parts(pattern, chance))
        return Piece(pattern["kind"], titles[0], paragraphs, tuple(titles[1:]), filled)

    def _titles(self, pattern: dict[str, Any], filled: dict[str, Any], chance: Random) -> list[str]:
        """The pattern's titles, first the one whose wording was not used for longest."""
        wordings = list(pattern["titles"])
        chance.shuffle(wordings)
        wordings.sort(key=lambda wording: self.used.get(wording, 0))
        self.written += 1
        self.used[wordings[0]] = self.written
        return [wording.format(**filled) for wording in wordings]

    def _pattern(self, place: dict[str, Any], month: int, chance: Random) -> dict[str, Any]:
        mine = self.by_place.setdefault(place["name"], deque(maxlen=30))
        kind = place.get("kind", "township")
        fitting = [
            row
            for row in self.patterns
            if month in row.get("months", (month,)) and row.get("where", kind) == kind
        ]
        fresh = [
            row for row in fitting if row["key"] not in mine and row["key"] not in self.of_late
        ]
        choice = fresh or [row for row in fitting if row["key"] not in list(mine)[-8:]] or fitting
        weights = [self.share[row["kind"]] * (SEASONAL if "months" in row else 1) for row in choice]
        pattern = chance.choices(choice, weights)[0]
        mine.append(pattern["key"])
        self.of_late.append(pattern["key"])
        return pattern


def _parts(pattern: dict[str, Any], chance: Random) -> list[str]:
    """Lead, one or two paragraphs of facts, closing; the pattern's own closing comes first."""
    facts = pattern["facts"]
    if len(facts) > 1 and chance.random() < 0.25:
        facts = [chance.choice(facts)]
    parts = [chance.choice(pattern["lead"]), *facts]
    own = pattern.get("close", [])
    shared = words("shared")["closing"][pattern.get("closing", pattern["kind"])]
    if own:
        parts.append(chance.choice(own))
    if not own or (pattern["kind"] != "activity" and chance.random() < 0.6):
        parts.append(chance.choice(shared))
    return parts


def without_place(title: str, place: str) -> str:
    """石桥镇：代表走访… and 石桥镇代表走访… without the township."""
    for start in (f"{place}：", f"{place}人大：", place, f"{short_form(place)}："):
        if title.startswith(start) and len(title) > len(start) + 5:
            return title.removeprefix(start)
    return title
