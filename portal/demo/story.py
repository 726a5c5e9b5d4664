"""An item on its way: who has it, what it says, and when the next act is due."""

from datetime import datetime
from random import Random
from typing import Any

from django.utils import timezone

from congress.audit.actors import Actor
from congress.information.actions import create_item, edit_draft
from congress.information.models import Item
from portal.demo.days import later
from portal.demo.office import Office
from portal.demo.people import Desk
from portal.demo.writing import Piece


class Story:
    def __init__(self, office: Office, desk: Desk, begun: datetime, chance: Random) -> None:
        self.office, self.desk, self.chance = office, desk, chance
        self.at = begun
        self.version = 0
        self.drafter = ""
        self.piece: Piece
        self.item: Item

    @property
    def secretary(self) -> Actor:
        return self.desk.secretary(self.at)

    def wait(self, *days: int) -> datetime:
        """Any of the numbers of working days from now."""
        self.at = later(self.at, self.chance.choice(days), self.chance)
        return self.at

    def happens(self, share: float) -> bool:
        return self.chance.random() < share

    def begin(self) -> None:
        self.piece = self.office.writer.write(self.desk.place, self.at, self.chance)
        self.drafter = self.secretary.name if self.happens(0.8) else self.piece.filled["deputy"]
        township, day = self.desk.organisation, timezone.localdate(self.at)
        by = self.secretary
        self.item = create_item(township, by=by, at=self.at, event_date=day, **self._text())

    def mend(self, how: str) -> None:
        """The text after advice; `how` as in `Piece.mended`."""
        self.piece = self.piece.mended(how, self.chance)
        self.version = edit_draft(
            self.item, version=self.version, by=self.secretary, at=self.at, **self._text()
        )

    def _text(self) -> dict[str, Any]:
        return {
            "kind": self.piece.kind,
            "title": self.piece.title,
            "body": self.piece.body,
            "drafter": self.drafter,
            "contact": "0000-0000000",
        }
