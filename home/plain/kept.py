"""Parts of a body that plain text cannot say: they stand as marks, 【图片1】, and stay what they
are."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

KINDS = {"picture": "图片", "table": "表格", "document": "附件"}
MARK = re.compile(r"【 ?((?:图片|表格|附件)\d{1,3}) ?】")

Row = dict[str, Any]


@dataclass(frozen=True)
class Kept:
    """A block of the body under the name of its mark, 图片1; `row` as the database holds it."""

    name: str
    row: Row

    @property
    def key(self) -> str:
        return str(self.row["id"])

    @property
    def kind(self) -> str:
        return str(self.row["type"])

    @property
    def mark(self) -> str:
        return f"【{self.name}】"


def kept_in(rows: Iterable[Row]) -> tuple[Kept, ...]:
    """Numbered by kind, in the order of the body."""
    counts = dict.fromkeys(KINDS, 0)
    found = []
    for row in rows:
        if row["type"] in KINDS:
            counts[row["type"]] += 1
            found.append(Kept(f"{KINDS[row['type']]}{counts[row['type']]}", row))
    return tuple(found)


def named(kept: Iterable[Kept]) -> str:
    """The names with the ids of their blocks, for a form: numbers stay what they were when the page
    was opened, however often it saves itself."""
    return " ".join(f"{row.name}={row.key}" for row in kept)


def found_by(names: str, rows: Iterable[Row]) -> dict[str, Row]:
    """The blocks of the body by the names that `named` gave them."""
    by_key = {row["id"]: row for row in rows}
    pairs = [pair.partition("=") for pair in names.split()]
    return {name: by_key[key] for name, _, key in pairs if key in by_key}
