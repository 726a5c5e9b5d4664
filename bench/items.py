"""Ten years of items as rows for COPY: made by chance, the same at every run.

The proportions are an office's: of the items handed in 45 in 100 are adopted, a third of these at
a higher level too, some twice at one level; 12 in 100 come back for revision; 3 are withdrawn; and
only some of the last month still wait.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any

from bench.scale import LEVELS, PUBLICATIONS, Scale, Table, publication_id, rule_id

TITLES, SENTENCES = (
    [line for line in part.splitlines() if not line.startswith("#")]
    for part in Path(__file__).with_name("texts.txt").read_text("utf-8").split("\n\n")
)
KINDS = ("activity", "activity", "experience", "problem", "research", "opinion")
# The first years were taken over from a book: their points are lines without a rule.
BOOK_YEARS = 3


@dataclass
class Items:
    """`tables()` must be read in order: what became of the items is known when they are through."""

    scale: Scale
    chance: Random = field(default_factory=lambda: Random(2026))
    returns: list[tuple[Any, ...]] = field(default_factory=list)
    adoptions: list[tuple[Any, ...]] = field(default_factory=list)
    instructions: list[tuple[Any, ...]] = field(default_factory=list)
    lines: list[tuple[Any, ...]] = field(default_factory=list)
    numbers: Counter[tuple[int, int]] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        scale = self.scale
        self.start = date(scale.first_year, 1, 1)
        self.end = date(scale.last_year + 1, 1, 1)
        self.texts = ["".join(self.chance.choices(SENTENCES, k=k)) for k in range(8, 28)] * 5
        self.places = [
            (county, township)
            for county in range(1, scale.counties + 1)
            for township in scale.township_ids(county)
        ]

    def tables(self) -> Iterator[Table]:
        yield Table(
            "information_item",
            "id, organisation_id, kind, title, body, event_date, drafter, contact, origin,"
            " reference, state, created_at, submitted_at, retained_reason, old_book_text",
            (self.item(pk) for pk in range(1, self.scale.items + 1)),
        )
        undoable = "id, item_id, organisation_id, undone_at, undone_by, undone_reason"
        yield Table("information_return", f"{undoable}, at, by, reason, advice", self.returns)
        yield Table(
            "information_adoption",
            f"{undoable}, publication_id, level, issue, adopted_on, adopted_on_estimated, mode,"
            " printed_title, printed_text",
            self.adoptions,
        )
        yield Table(
            "information_instruction",
            f"{undoable}, level, leader, given_on, given_on_estimated, gist",
            self.instructions,
        )
        yield Table(
            "information_pointsline",
            "id, item_id, organisation_id, adoption_id, rule_id, source, date, points, counters_id",
            self.lines,
        )

    def item(self, pk: int) -> tuple[Any, ...]:
        """One item; notes what became of it."""
        days = (self.end - self.start).days
        day = self.start + timedelta(days=(pk - 1) * days // self.scale.items)
        county, township = self.chance.choice(self.places)
        title = f"{self.chance.choice(TITLES)}{day.month}月{self.chance.randint(1, 9)}次"
        state = self.state(day)
        reference = at = None
        if state != "draft":
            self.numbers[township, day.year] += 1
            reference = f"第{township}-信息-{day.year}-{self.numbers[township, day.year]:04}"
            at = self.moment(day)
            self.become(pk, county, township, day, state)
        return (
            pk,
            township,
            self.chance.choice(KINDS),
            title,
            self.chance.choice(self.texts),
            day - timedelta(days=2),
            "周明",
            "",
            "",
            reference,
            state,
            at or self.moment(day),
            at,
            "与上月信息重复" if state == "retained" else "",
            "",
        )

    def state(self, day: date) -> str:
        share = self.chance.random()
        if share < 0.01:
            return "draft"
        if self.end - day < timedelta(days=30) and share < 0.5:
            return "submitted" if share < 0.4 else "returned"
        if share < 0.55:
            return "retained"
        return "withdrawn" if share > 0.97 else "adopted"

    def moment(self, day: date) -> datetime:
        """Between eight and five by the clock of Shanghai."""
        minutes = timedelta(minutes=self.chance.randrange(9 * 60))
        return datetime.combine(day, time(0), UTC) + minutes

    def become(self, pk: int, county: int, township: int, day: date, state: str) -> None:
        if state == "returned" or self.chance.random() < 0.12:
            undone = self.undone(day, 0.03 if state != "returned" else 0)
            row = (len(self.returns) + 1, pk, township, *undone)
            text = ("周明", "缺少具体数字", "请补充接待人次和办结件数。")
            self.returns.append((*row, self.moment(day + timedelta(days=1)), *text))
        if state == "adopted":
            for place, (level, share) in enumerate(PUBLICATIONS):
                if self.chance.random() < share:
                    self.adopt(pk, county, township, day, place, level)
        if self.chance.random() < 0.015:
            row = (len(self.instructions) + 1, pk, township, *self.undone(day, 0.02))
            given = day + timedelta(days=self.chance.randint(3, 40))
            self.instructions.append((*row, "county", "县委书记", given, False, ""))

    def adopt(self, pk: int, county: int, township: int, day: date, place: int, level: str) -> None:
        """A printing and its points; a second one may be taken back with a counter-line."""
        adoption, publication = len(self.adoptions) + 1, publication_id(county, place)
        printed = min(day + timedelta(days=self.chance.randint(2, 30)), self.end)
        undone = self.undone(printed, 0.05 if place else 0)
        row = (adoption, pk, township, *undone, publication, level)
        self.adoptions.append((*row, str(printed.month), printed, False, "single", "", ""))
        book = day.year < self.scale.first_year + BOOK_YEARS
        rule = None if book else rule_id(county, level)
        line, points = len(self.lines) + 1, LEVELS[level]
        owner = (pk, township, adoption, rule)
        self.lines.append((line, *owner, "book" if book else "rule", printed, points, None))
        if undone[0]:
            self.lines.append((line + 1, *owner, "counter", printed, -points, line))

    def undone(self, day: date, share: float) -> tuple[datetime | None, str, str]:
        if self.chance.random() >= share:
            return None, "", ""
        return self.moment(day + timedelta(days=9)), "周明", "录入有误"
