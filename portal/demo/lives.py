"""The life of an item: each step waits for its moment and then does one act."""

from collections.abc import Iterator
from datetime import datetime
from random import Random

from django.utils import timezone

from congress.information.actions import (
    adopt_item,
    create_item,
    discard_draft,
    edit_draft,
    note_instruction,
    recall_item,
    retain_item,
    return_item,
    send_back_item,
    send_up,
    sign_off_item,
    submit_item,
    undo_adoption,
    undo_retain,
    undo_return,
    withdraw_item,
)
from congress.information.models import Adoption, Item, SentUp
from portal.demo.days import later
from portal.demo.office import Office
from portal.demo.people import Desk
from portal.demo.printing import Printed
from portal.demo.writing import Piece

Steps = Iterator[datetime]


class Life:
    """One item from its draft to its last adoption. `steps` yields the moment of the next act;
    who drives it stops at the end of the demo's time and leaves the item as it stands.

    A `fresh` one goes off at once and without detours, and then waits for the next person.
    """

    def __init__(
        self, office: Office, desk: Desk, begun: datetime, chance: Random, *, fresh: bool = False
    ) -> None:
        self.office, self.desk, self.chance, self.fresh = office, desk, chance, fresh
        self.at = begun
        self.version = 0
        self.piece: Piece
        self.item: Item

    def wait(self, *days: int) -> datetime:
        """Any of the numbers of working days from now."""
        self.at = later(self.at, self.chance.choice(days), self.chance)
        return self.at

    def happens(self, share: float) -> bool:
        return not self.fresh and self.chance.random() < share

    def say(self, list_name: str) -> str:
        return self.office.say(list_name)

    def steps(self) -> Steps:
        yield self.at
        self._begin()
        if self.happens(0.006):
            yield self.wait(2, 5)
            discard_draft(self.item, by=self.desk.secretary(self.at), at=self.at)
            return
        if self.happens(0.01):
            return
        yield self.wait(0) if self.fresh else self.wait(0, 0, 0, 0, 1, 1, 2, 4)
        yield from self._hand_in()
        yield from self._review()

    def _begin(self) -> None:
        self.piece = self.office.writer.write(self.desk.place, self.at, self.chance)
        secretary = self.desk.secretary(self.at)
        self.drafter = secretary.name if self.happens(0.8) else self.piece.filled["deputy"]
        self.item = create_item(
            self.desk.organisation,
            by=secretary,
            at=self.at,
            event_date=timezone.localdate(self.at),
            **self._text(),
        )

    def _text(self) -> dict[str, str]:
        return {
            "kind": self.piece.kind,
            "title": self.piece.title,
            "body": self.piece.body,
            "drafter": self.drafter,
            "contact": "0000-0000000",
        }

    def _edit(self, how: str) -> None:
        self.piece = self.piece.mended(how, self.chance)
        self.version = edit_draft(
            self.item,
            version=self.version,
            by=self.desk.secretary(self.at),
            at=self.at,
            **self._text(),
        )

    def _hand_in(self) -> Steps:
        """To the county, by way of the chair where the township wants the signature."""
        self.item = submit_item(self.item, by=self.desk.secretary(self.at), at=self.at)
        if self.item.state != "awaiting_sign_off":
            return
        if self.happens(0.04):
            yield self.wait(0)
            recall_item(self.item, by=self.desk.secretary(self.at), at=self.at)
            yield self.wait(0)
            self.item = submit_item(self.item, by=self.desk.secretary(self.at), at=self.at)
        if self.happens(0.08):
            yield self.wait(1)
            send_back_item(self.item, remark=self.say("remark"), by=self.desk.chair, at=self.at)
            yield self.wait(1, 2)
            self._edit("figures")
            self.item = submit_item(self.item, by=self.desk.secretary(self.at), at=self.at)
        yield self.wait(1) if self.fresh else self.wait(0, 1, 1, 2)
        self.item = sign_off_item(self.item, by=self.desk.chair, at=self.at)

    def _review(self) -> Steps:
        """Rounds of return and mending, then the decision."""
        if self.happens(0.018):
            yield self.wait(0, 1)
            self._withdraw()
            return
        for share in (0.19, 0.12):
            yield self.wait(1, 1, 2, 3, 3, 5, 7)
            if not self.happens(share):
                break
            row = self.office.pick("return")
            self._return(row)
            if self.office.once("undone_return", after=2):
                yield self.wait(0)
                self._undo_return()
                continue
            yield self.wait(1, 2, 2, 3, 4, 6, 9)
            if self.happens(0.05):
                self._withdraw()
                return
            if self.happens(0.03):
                return
            self._edit(row["mend"])
            yield from self._hand_in()
        else:
            yield self.wait(1, 2)
        yield from self._decide()

    def _return(self, row: dict[str, str]) -> None:
        return_item(
            self.item, reason=row["reason"], advice=row["advice"], by=self.office.editor, at=self.at
        )

    def _undo_return(self) -> None:
        undo_return(self.item, reason=self.say("undo_return"), by=self.office.editor, at=self.at)

    def _withdraw(self) -> None:
        reason = self.say("withdraw")
        withdraw_item(self.item, reason=reason, by=self.desk.secretary(self.at), at=self.at)

    def _decide(self) -> Steps:
        editor = self.office.editor
        liked = self.desk.place["skill"] + self.office.favour(self.piece.kind)
        if not self.happens(liked):
            retain_item(self.item, reason=self.say("retain"), by=editor, at=self.at)
            if self.office.once("undone_retain", after=3):
                yield self.wait(2, 3)
                reason = self.say("undo_retain")
                undo_retain(self.item, reason=reason, by=editor, at=self.at)
            elif not self.happens(0.05):
                return
            yield self.wait(5, 10, 15)
        yield from self._adoptions()

    def _adoptions(self) -> Steps:
        editor = self.office.editor
        for printed in self.office.press.printings(self.piece, self.desk.place, self.chance):
            sending = None
            if printed.sent_up:
                sending = send_up(
                    self.item,
                    level=printed.publication.level,
                    sent_on=timezone.localdate(self.at),
                    by=editor,
                    at=self.at,
                )
                yield self.wait(4, 7, 10, 16)
                if self.item.state == "adopted" and self.happens(0.15):
                    continue
            adoption = self._adopt(printed, sending)
            if self.office.once("undone_adoption", after=5):
                yield self.wait(1)
                reason = self.say("undo_adoption")
                undo_adoption(adoption, reason=reason, by=editor, at=self.at)
                self.item.refresh_from_db()
                yield self.wait(0)
                self._adopt(printed, None)
            yield self.wait(0, 1, 2, 4)
        if self.happens(0.05):
            row = self.office.pick("instruction")
            yield self.wait(1, 3, 6)
            note_instruction(
                self.item,
                level=row["level"],
                leader=row["leader"],
                given_on=timezone.localdate(self.at),
                gist=row["gist"].format(**self.piece.filled),
                by=editor,
                at=self.at,
            )

    def _adopt(self, printed: Printed, sending: SentUp | None) -> Adoption:
        return adopt_item(
            self.item,
            publication=printed.publication,
            adopted_on=timezone.localdate(self.at),
            issue=self.office.press.issue(printed, timezone.localdate(self.at)),
            mode=printed.mode,
            printed_title=printed.title,
            printed_text=printed.text,
            sending=sending,
            by=self.office.editor,
            at=self.at,
        )
