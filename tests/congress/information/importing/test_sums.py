"""The sums of the imported book equal those of the file, read here without our reader."""

import datetime
import re
from collections import Counter, defaultdict
from decimal import Decimal
from typing import NamedTuple

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from congress.audit.actors import Actor
from congress.files.spreadsheets import read_path
from congress.information.actions.importing import import_items
from congress.information.book.rows import read_book
from congress.information.models import Adoption, Instruction, Item, PointsLine
from congress.information.queries.count import count
from congress.organisations.models import Organisation
from congress.periods import period
from tests.counties import AT, sample_county
from tests.workbooks import BOOK

LEVELS = {"县": "county", "市": "city", "省": "province", "全国": "national"}


class Line(NamedTuple):
    township: str
    month: int
    title: str
    adoptions: frozenset[tuple[str, str]]
    instructions: frozenset[str]
    points: int


def day_of(value: object, year: int) -> datetime.date:
    if isinstance(value, datetime.datetime):
        return value.date()
    digits = [int(part) for part in re.findall(r"\d+", str(value))]
    if len(digits) == 1:
        return datetime.datetime.strptime(str(value), "%Y%m%d").date()  # noqa: DTZ007  a day only
    if len(digits) == 2:
        digits = [year, *digits]
    return datetime.date(*digits)


def lines_of_the_file() -> list[Line]:
    """One for each different line of the twelve sheets, whose headings stand in row 2."""
    townships = [*TOWNSHIP_NAMES]
    lines = []
    for sheet in load_workbook(BOOK):
        year = int(sheet["A1"].value[:4])
        seen = set()
        for cells in sheet.iter_rows(min_row=3, values_only=True):
            serial, unit, title, day, _kind, _author, outcome, points = cells
            if serial is None or cells[1:] in seen:
                continue
            seen.add(cells[1:])
            parts = [part for part in re.split(r"[;；，\n]", outcome or "") if part]
            lines.append(
                Line(
                    next(name for name in townships if name[:2] == unit[:2]),
                    day_of(day, year).month,
                    title,
                    frozenset(
                        (LEVELS[part[0]], part) for part in parts
                        if part.endswith("采用") and part != "未采用"
                    ),
                    frozenset(part for part in parts if part.endswith("批示")),
                    points or 0,
                )
            )  # fmt: skip
    return lines


TOWNSHIP_NAMES = (
    "石桥镇", "云坪镇", "柳河镇", "双溪镇", "白马镇", "青枫镇", "竹林乡", "大岭乡", "桃源乡",
    "清水乡", "龙泉乡", "枫木乡", "城东街道", "城西街道",
)  # fmt: skip


@pytest.fixture
def county(db) -> Organisation:
    county = sample_county()
    book = read_book(read_path(BOOK))
    by = Actor.system("import_items")
    report = import_items(book, county=county, file=BOOK.name, by=by, at=AT)
    assert report.totals == {"created": 533, "merged": 12, "unchanged": 0, "refused": 0}
    return county


def by_township_and_month(model, field: str) -> Counter[tuple[str, int]]:
    rows = model.objects.values_list("organisation__name", field)
    return Counter(
        (name, (timezone.localdate(day) if isinstance(day, datetime.datetime) else day).month)
        for name, day in rows
    )


def test_sums_by_township_and_month(county):
    lines = lines_of_the_file()
    items = Counter((line.township, line.month) for line in lines)
    adoptions: Counter[tuple[str, int]] = Counter()
    instructions: Counter[tuple[str, int]] = Counter()
    for line in lines:
        adoptions[line.township, line.month] += len(line.adoptions)
        instructions[line.township, line.month] += len(line.instructions)
    assert by_township_and_month(Item, "submitted_at") == items
    assert by_township_and_month(Adoption, "adopted_on") == +adoptions
    assert by_township_and_month(Instruction, "given_on") == +instructions


def test_points_by_township_and_month(county):
    expected: dict[tuple[str, int], Decimal] = defaultdict(Decimal)
    for line in lines_of_the_file():
        if line.points:
            expected[line.township, line.month] += line.points
    found: dict[tuple[str, int], Decimal] = defaultdict(Decimal)
    for line in PointsLine.objects.select_related("organisation"):
        found[line.organisation.name, line.date.month] += line.points
    assert found == expected
    assert set(PointsLine.objects.values_list("source", "rule")) == {("book", None)}


@pytest.mark.parametrize("month", [None, 1, 6, 12])
def test_the_count_of_the_portal_says_the_same(county, month):
    chosen = period("month", 2025, month) if month else period("year", 2025)
    lines = [line for line in lines_of_the_file() if month in (None, line.month)]
    for row in count(county, chosen).rows:
        own = [line for line in lines if line.township == row.organisation.name]
        adopted = {
            level: sum(any(each == level for each, _ in line.adoptions) for line in own)
            for level in LEVELS.values()
        }
        assert (row.submitted, dict(row.adopted), row.points) == (
            len(own),
            adopted,
            sum(line.points for line in own),
        )
