"""The numbers that Word gives by itself, as text."""

from dataclasses import dataclass, field

from congress.files.word.counting import written
from congress.files.word.elements import Element, attribute, child, children, whole

BULLET = "•"
LONGEST_LABEL = 30


@dataclass
class Level:
    form: str
    text: str
    start: int


@dataclass
class Listing:
    """One running list: its levels, and how far each has counted."""

    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)

    def next_label(self, level: int) -> str:
        """The number of the next paragraph; BULLET for a bullet, empty for none."""
        for deeper in [key for key in self.counts if key > level]:
            del self.counts[deeper]
        told = self.levels.get(level, Level("decimal", f"%{level + 1}.", 1))
        self.counts[level] = self.counts.get(level, told.start - 1) + 1
        if told.form == "bullet":
            return BULLET
        if told.form == "none":
            return ""
        label = told.text
        for above in range(level + 1):
            form = self.levels.get(above, told)
            number = self.counts.get(above, form.start)
            label = label.replace(f"%{above + 1}", written(number, form.form))
        return label


class Numbering:
    """Lists that share one definition count on together unless told to start anew."""

    def __init__(self, root: Element | None) -> None:
        abstract = {attribute(e, "abstractNumId"): e for e in children(root, "w:abstractNum")}
        shared: dict[str, Listing] = {}
        self.lists: dict[str, Listing] = {}
        for element in children(root, "w:num"):
            key = attribute(child(element, "w:abstractNumId"), "val")
            if key not in shared:
                shared[key] = Listing(_levels(abstract.get(key)))
            starts = _starts(element)
            self.lists[attribute(element, "numId")] = (
                Listing(_restarted(shared[key].levels, starts)) if starts else shared[key]
            )

    def label(self, key: str, level: int) -> str:
        return self.lists[key].next_label(level) if key in self.lists else ""


def _levels(element: Element | None) -> dict[int, Level]:
    found = {}
    for row in children(element, "w:lvl"):
        start = attribute(child(row, "w:start"), "val")
        found[_whole(attribute(row, "ilvl"), 0)] = Level(
            attribute(child(row, "w:numFmt"), "val") or "decimal",
            attribute(child(row, "w:lvlText"), "val")[:LONGEST_LABEL],
            _whole(start, 1),
        )
    return found


def _starts(element: Element) -> dict[int, int]:
    rows = children(element, "w:lvlOverride")
    found = {
        _whole(attribute(row, "ilvl"), 0): attribute(child(row, "w:startOverride"), "val")
        for row in rows
    }
    return {level: int(start) for level, start in found.items() if whole(start)}


def _restarted(levels: dict[int, Level], starts: dict[int, int]) -> dict[int, Level]:
    return {
        key: Level(level.form, level.text, starts.get(key, level.start))
        for key, level in levels.items()
    }


def _whole(text: str, otherwise: int) -> int:
    return int(text) if whole(text) else otherwise
