"""What the publications make of an item."""

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from congress.information.models import Adoption, Publication
from portal.demo.words import words
from portal.demo.writing import Piece, without_place

HOW_MANY = {1: 60, 2: 27, 3: 10, 4: 3}
SENT_UP = 0.6


@dataclass(frozen=True)
class Printed:
    publication: Publication
    mode: str
    title: str
    text: str
    sent_up: bool


class Press:
    """The county's publications and those above it."""

    def __init__(self, publications: dict[str, Publication]) -> None:
        self.rows = [
            row | {"publication": publications[row["name"]]}
            for row in words("publications")["publication"]
        ]
        self.issues = {row["name"]: row["issues"] for row in self.rows}

    def printings(self, piece: Piece, place: dict[str, Any], chance: Random) -> list[Printed]:
        """Different publications, lower levels before higher ones."""
        number = chance.choices(list(HOW_MANY), list(HOW_MANY.values()))[0]
        chosen: list[dict[str, Any]] = []
        while len(chosen) < number:
            row = chance.choices(self.rows, [row["weight"] for row in self.rows])[0]
            if row not in chosen:
                chosen.append(row)
        chosen.sort(key=self.rows.index)
        return [_printed(row, piece, place, chance) for row in chosen]

    def issue(self, printed: Printed, day: date) -> str:
        """The issue of that day, such as 21; "" for a website."""
        a_year = self.issues[printed.publication.name]
        return str(1 + (day.timetuple().tm_yday - 1) * a_year // 366) if a_year else ""


def _printed(row: dict[str, Any], piece: Piece, place: dict[str, Any], chance: Random) -> Printed:
    short = without_place(piece.title, place["name"])
    title = chance.choice(row["titles"]).format(title=piece.title, short=short, place=place["name"])
    digest = chance.random() < row.get("digest", 0)
    kept = piece.paragraphs[:1] if digest else piece.paragraphs
    if not digest and len(kept) > 2 and chance.random() < 0.4:
        kept = kept[:-1]
    mode = Adoption.Mode.DIGEST if digest else Adoption.Mode.SINGLE
    sent_up = row["level"] != "county" and chance.random() < SENT_UP
    return Printed(row["publication"], mode, title[:120], "\n".join(kept), sent_up)
