"""A deputies' roster, read from the sheets of a workbook into frozen rows."""

from collections.abc import Iterable
from dataclasses import dataclass

from congress.files.identity import without_identity
from congress.files.spreadsheets import Sheet
from congress.files.tables import SERIAL, Block, Row, read_blocks
from congress.organisations.roster import headings
from congress.organisations.roster.leaving import has_left, mentions_leaving, name_and_remark
from congress.organisations.roster.phones import Phone, phones_in
from congress.organisations.roster.private import person_name, without_private
from congress.organisations.roster.words import (
    NEW,
    levels_in,
    place_name,
    term_in,
)


@dataclass(frozen=True)
class RosterRow:
    """One line of a roster. `number` is its row in the sheet. Texts are "" where nothing stands.

    `organisation` is what the row itself says; where it says nothing, `section`, the sheet's name
    and its `titles` may. `has_level`: the sheet has a column of levels; `levels` are codes
    of `words`, empty where the cell names none. `unclear`: the note speaks of leaving, but does not
    say that this person has left. `formulas` are those whose value the file does not hold.
    """

    sheet: str
    number: int
    organisation: str
    section: str
    titles: tuple[str, ...]
    term: int | None
    name: str
    phones: tuple[Phone, ...]
    has_level: bool
    level_text: str
    levels: frozenset[str]
    constituency: str
    group: str
    certificate_no: str
    occupation: str
    note: str
    left: bool
    unclear: bool
    newly_elected: bool
    formulas: tuple[str, ...]

    @property
    def source(self) -> str:
        """Where the row stands, for the trail."""
        return f"{self.sheet} {self.number}"


@dataclass(frozen=True)
class Roster:
    """`terms` are the numbers of terms in the titles, each once for every sheet. `hidden` and
    `without_header` are the sheets that were not read."""

    rows: tuple[RosterRow, ...]
    terms: tuple[int, ...]
    hidden: tuple[str, ...]
    without_header: tuple[str, ...]


def read_roster(sheets: Iterable[Sheet]) -> Roster:
    """What the visible sheets hold; `rows` is empty where no sheet is a roster."""
    rows: list[RosterRow] = []
    terms: list[int] = []
    hidden: list[str] = []
    without_header: list[str] = []
    for sheet in sheets:
        if sheet.hidden:
            hidden.append(sheet.name)
            continue
        blocks = read_blocks(sheet, headings.ROSTER)
        if not blocks:
            without_header.append(sheet.name)
        numbers = [_term(sheet, block) for block in blocks]
        terms += {number for number in numbers if number}
        for block, number in zip(blocks, numbers, strict=True):
            rows += [_row(sheet, block, row, number) for row in block.rows]
    return Roster(tuple(rows), tuple(terms), tuple(hidden), tuple(without_header))


def _term(sheet: Sheet, block: Block) -> int | None:
    numbers = (term_in(text) for text in (*block.titles, sheet.name))
    return next((number for number in numbers if number), None)


def _row(sheet: Sheet, block: Block, row: Row, term: int | None) -> RosterRow:
    section = row.section
    in_section = "选区" in section and not block.has(headings.CONSTITUENCY)
    written, beside = name_and_remark(row.text(headings.NAME))
    name = person_name(written)
    remarks = "；".join(filter(None, (beside, row.text(headings.NOTE, "；"))))
    left = has_left(remarks, name)
    level_text = row.text(headings.LEVEL)
    return RosterRow(
        sheet=sheet.name,
        number=row.number,
        organisation=row.text(headings.ORGANISATION),
        section=section,
        titles=block.titles,
        term=term,
        name=name,
        phones=phones_in(row.cells.get(headings.PHONE, ())),
        has_level=block.has(headings.LEVEL),
        level_text=level_text,
        levels=levels_in(level_text),
        constituency=place_name(
            without_identity(section if in_section else row.text(headings.CONSTITUENCY)), "选区"
        ),
        group=place_name(without_identity(row.text(headings.GROUP)), "小组"),
        certificate_no=without_private(row.text(headings.CERTIFICATE)),
        occupation=without_private(row.text(headings.OCCUPATION)),
        note=without_private(remarks),
        left=left,
        unclear=not left and mentions_leaving(remarks),
        newly_elected=bool(NEW.search(remarks)),
        formulas=tuple(formula for code, formula in row.formulas.items() if code != SERIAL),
    )
