"""Last year's register of items, read from the sheets of a workbook into frozen rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from congress.files.headings import squeezed
from congress.files.spreadsheets import Cell, Sheet
from congress.files.tables import SERIAL, Row, read_blocks
from congress.information.book import headings
from congress.information.book.adoptions import Outcome, read_outcome
from congress.information.book.frames import Frame, frame_of

RESEARCH, EXPERIENCE, PROBLEM = "research", "experience", "problem"
ACTIVITY, COMMISSIONED, OPINION = "activity", "commissioned", "opinion"
KINDS = (
    (COMMISSIONED, ("约稿",)),
    (OPINION, ("社情", "民意", "舆情")),
    (RESEARCH, ("调研", "调查")),
    (PROBLEM, ("问题", "建议")),
    (EXPERIENCE, ("经验", "做法", "典型", "创新")),
    (ACTIVITY, ("动态", "简讯", "活动", "信息", "综合", "简报", "工作")),
)

CENT = Decimal("0.01")
MOST_POINTS = Decimal(9_999_999)


@dataclass(frozen=True)
class BookRow:
    """One line of the register. `number` is its row in the sheet; `day` the cell as it is.

    `kind` is None where the words name none; `points` is None where the cell is empty or, with
    `points_text`, no number. `continues` marks a line whose title is merged with the line above.
    `same` is equal for lines that are equal in every cell but the serial number. `formulas` stand
    in cells, those of points apart, whose value the file does not hold.
    """

    sheet: str
    number: int
    organisation: str
    section: str
    titles: tuple[str, ...]
    title: str
    day: Cell
    frame: Frame
    kind: str | None
    kind_text: str
    drafter: str
    outcome: Outcome
    outcome_text: str
    points: Decimal | None
    points_text: str
    continues: bool
    same: tuple[str, ...]
    formulas: tuple[str, ...]


@dataclass(frozen=True)
class Book:
    """`hidden` and `without_header` are the sheets that were not read."""

    rows: tuple[BookRow, ...]
    hidden: tuple[str, ...]
    without_header: tuple[str, ...]


def read_book(sheets: Iterable[Sheet]) -> Book:
    """What the visible sheets hold; `rows` is empty where no sheet is a register."""
    rows: list[BookRow] = []
    hidden: list[str] = []
    without_header: list[str] = []
    for sheet in sheets:
        if sheet.hidden:
            hidden.append(sheet.name)
            continue
        blocks = read_blocks(sheet, headings.BOOK)
        if not blocks:
            without_header.append(sheet.name)
        for block in blocks:
            frame = frame_of(block.titles, sheet.name)
            rows += [_row(sheet.name, block.titles, frame, row) for row in block.rows]
    return Book(tuple(rows), tuple(hidden), tuple(without_header))


def _row(sheet: str, titles: tuple[str, ...], frame: Frame, row: Row) -> BookRow:
    said = [row.text(code, "\n") for code in (headings.ADOPTION, headings.INSTRUCTION)]
    outcome_text = "\n".join(text for text in said if text)
    kind_text = row.text(headings.KIND)
    points, points_text = _points(row)
    return BookRow(
        sheet=sheet,
        number=row.number,
        organisation=row.text(headings.ORGANISATION),
        section=row.section,
        titles=titles,
        title=row.text(headings.TITLE),
        day=row.value(headings.DATE),
        frame=frame,
        kind=kind_in(kind_text),
        kind_text=kind_text,
        drafter=row.text(headings.DRAFTER, "、"),
        outcome=read_outcome(outcome_text),
        outcome_text=outcome_text,
        points=points,
        points_text=points_text,
        continues=headings.TITLE in row.carried,
        same=row.whole,
        formulas=tuple(
            formula
            for code, formula in row.formulas.items()
            if code not in (headings.POINTS, SERIAL)
        ),
    )


def _points(row: Row) -> tuple[Decimal | None, str]:
    """A merged cell of points belongs to its first row alone."""
    text = "" if headings.POINTS in row.carried else row.text(headings.POINTS)
    if not text:
        return None, row.formulas.get(headings.POINTS, "")
    number = squeezed(text).removesuffix("分")
    try:
        points = Decimal(number)
    except InvalidOperation:
        return None, text
    if not points.is_finite() or abs(points) > MOST_POINTS:
        return None, text
    return points.quantize(CENT, rounding=ROUND_HALF_UP), text


def kind_in(text: str) -> str | None:
    words = squeezed(text)
    return next((kind for kind, signs in KINDS if any(sign in words for sign in signs)), None)
