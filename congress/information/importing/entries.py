"""What is made, unsaved, of one line of an old book."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from congress.flow.moves import enter
from congress.information.book.rows import BookRow
from congress.information.importing.publications import Publications
from congress.information.models import Adoption, Draft, Instruction, Item, PointsLine, Round
from congress.information.models.items import ItemText, start_of
from congress.organisations.models import Organisation

LONGEST_OLD_TEXT = 500
LONGEST_LEADER = 60
LONGEST_ISSUE = 30
USUAL_KIND = "activity"


@dataclass(eq=False)
class ItemEntry:
    """An item with everything that hangs on it."""

    row: BookRow
    day: date
    item: Item
    adoptions: list[Adoption] = field(default_factory=list)
    instructions: list[Instruction] = field(default_factory=list)
    points: list[PointsLine] = field(default_factory=list)

    @property
    def round(self) -> Round:
        return Round(
            item=self.item,
            number=1,
            submitted_at=self.item.created_at,
            submitted_by=self.item.organisation.name,
            **self._text(),
        )

    @property
    def draft(self) -> Draft:
        return Draft(item=self.item, saved_at=self.item.created_at, **self._text())

    def _text(self) -> dict[str, object]:
        return {name: getattr(self.item, name) for name in ItemText.TEXT_FIELDS}

    def add_outcome(self, row: BookRow, publications: Publications) -> None:
        """Adoptions, instructions and points of the row, each adoption once. The points are the
        item's: they name no adoption."""
        common = {"item": self.item, "organisation": self.item.organisation}
        named = {(each.level, each.publication.name, each.issue) for each in self.adoptions}
        for adoption in row.outcome.adoptions:
            publication = publications.get(adoption.level, adoption.publication)
            issue = adoption.issue[:LONGEST_ISSUE]
            if (adoption.level, publication.name, issue) not in named:
                self.adoptions.append(
                    Adoption(
                        **common,
                        publication=publication,
                        level=adoption.level,
                        issue=issue,
                        adopted_on=self.day,
                        adopted_on_estimated=True,
                        printed_title=self.item.title,
                    )
                )
                named.add((adoption.level, publication.name, issue))
        for instruction in row.outcome.instructions:
            leader = instruction.leader[:LONGEST_LEADER]
            if all(
                (each.level, each.leader) != (instruction.level, leader)
                for each in self.instructions
            ):
                self.instructions.append(
                    Instruction(
                        **common,
                        level=instruction.level,
                        leader=leader,
                        given_on=self.day,
                        given_on_estimated=True,
                    )
                )
        if row.points is not None:
            self.points.append(
                PointsLine(
                    **common,
                    source=PointsLine.Source.BOOK,
                    date=self.day,
                    points=row.points,
                )
            )
        self._settle(row)

    def _settle(self, row: BookRow) -> None:
        """Adopted or kept; what could not be read stays with the item."""
        unread = [*row.outcome.unread, *row.formulas]
        if row.points is None and row.points_text:
            unread.append(f"得分：{row.points_text}")
        texts = [self.item.old_book_text, *unread]
        self.item.old_book_text = "；".join(filter(None, texts))[:LONGEST_OLD_TEXT]
        enter(self.item, "adopted" if self.adoptions else "retained")
        self.item.retained_reason = "" if self.adoptions else self._reason(row)

    def _reason(self, row: BookRow) -> str:
        if self.item.old_book_text:
            return _("The old book does not say clearly whether it was adopted.")
        if row.outcome_text and not row.outcome.instructions:
            return _("Not adopted, as the old book has it.")
        return _("The old book notes no adoption.")


def item_of(row: BookRow, organisation: Organisation, day: date) -> Item:
    moment = start_of(day)
    return Item(
        organisation=organisation,
        kind=row.kind or USUAL_KIND,
        title=row.title,
        drafter=row.drafter[:50],
        created_at=moment,
        submitted_at=moment,
    )
