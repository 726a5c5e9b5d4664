"""What became of every row of an imported file."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Self

CREATED = "created"
MERGED = "merged"
UNCHANGED = "unchanged"
REFUSED = "refused"
FATES = (CREATED, MERGED, UNCHANGED, REFUSED)


@dataclass(frozen=True)
class Line:
    """`merged`: joined to an earlier row of the file; `unchanged`: already in the database.

    `reason` is in Chinese, always there where refused, else what is worth a look. `label` is the
    name or title in the row, for screens.
    """

    sheet: str
    row: int
    fate: str
    reason: str = ""
    label: str = ""


@dataclass
class Report:
    """One line for each row; `notes` are sentences about the file as a whole."""

    file: str
    lines: list[Line] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def totals(self) -> dict[str, int]:
        counted = Counter(line.fate for line in self.lines)
        return {fate: counted[fate] for fate in FATES}

    def as_json(self) -> dict[str, Any]:
        """The shape that the commands write."""
        lines = [
            {"sheet": line.sheet, "row": line.row, "fate": line.fate, "reason": line.reason}
            for line in self.lines
        ]
        return {"file": self.file, "rows": len(lines), **self.totals, "lines": lines}

    def stored(self) -> dict[str, Any]:
        """Everything, for a screen that is asked for again."""
        return asdict(self)

    @classmethod
    def restored(cls, data: Mapping[str, Any]) -> Self:
        return cls(data["file"], [Line(**line) for line in data["lines"]], data["notes"])
