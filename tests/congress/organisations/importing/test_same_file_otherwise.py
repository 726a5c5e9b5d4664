"""The sample roster as another office would have kept it gives the same people."""

import io
import random

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from congress.audit.actors import Actor
from congress.files.spreadsheets import read_path, read_workbook
from congress.organisations.actions.importing import import_deputies
from congress.organisations.models import ContactPhone, Deputy, User
from congress.organisations.roster.rows import read_roster
from tests.counties import AT, sample_county
from tests.workbooks import ROSTER

OTHER_WORDS = {
    "姓名": "名字",
    "工作单位及职务": "单位职务",
    "代表层级": "层级",
    "选区": "所在选区",
    "代表小组": "所属小组",
    "联系电话": "联系方式",
    "手机号码": "手机",
    "备注": "情况说明",
}
ROWS_MORE = 2


def rewritten(seed: int) -> io.BytesIO:
    """Other headings in another order, two rows lower, with a column of identity numbers; merged
    cells move along."""
    shuffle = random.Random(seed)
    made = Workbook()
    made.remove(made.active)
    for old in load_workbook(ROSTER):
        order = [*range(1, old.max_column + 1), None]
        shuffle.shuffle(order)
        _copy(old, made.create_sheet(old.title), order)
    file = io.BytesIO()
    made.save(file)
    return file


def _copy(old: Worksheet, new: Worksheet, order: list[int | None]) -> None:
    for row in range(1, old.max_row + 1):
        lower = row if row < 3 else row + ROWS_MORE
        for place, column in enumerate(order, 1):
            new.cell(lower, place, _value(old, row, column))
    for area in old.merged_cells.ranges:
        if area.min_row >= 3:
            place = order.index(area.min_col) + 1
            new.merge_cells(
                start_row=area.min_row + ROWS_MORE,
                end_row=area.max_row + ROWS_MORE,
                start_column=place,
                end_column=place,
            )


def _value(old: Worksheet, row: int, column: int | None) -> object:
    if column is None:
        named = row > 3 and old.cell(row, 2).value and str(old.cell(row, 1).value).isdigit()
        return "公民身份号码" if row == 3 else f"43210119750101{row:04}" if named else None
    value = old.cell(row, column).value
    if row == 3:
        return OTHER_WORDS.get(str(value).replace(" ", "").replace("\n", ""), value)
    return value


def held() -> tuple[set, set]:
    mandates = Deputy.objects.values_list(
        "user__name", "congress__name", "constituency__name", "group__name", "occupation", "note",
        "ends_on",
    )  # fmt: skip
    return set(mandates), set(ContactPhone.objects.values_list("user__name", "number", "complete"))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_order_headings_and_place_do_not_matter(db, seed):
    county = sample_county()
    by = Actor.system("import_deputies")
    original = read_roster(read_path(ROSTER))
    plain = import_deputies(original, county=county, file="1.xlsx", by=by, at=AT)
    before = held()
    Deputy.objects.all().delete()
    ContactPhone.objects.all().delete()
    User.objects.all().delete()
    other = read_roster(read_workbook(rewritten(seed)))
    again = import_deputies(other, county=county, file="2.xlsx", by=by, at=AT)
    assert again.totals == plain.totals
    assert held() == before
    rows = [(line.sheet, line.row + ROWS_MORE, line.fate) for line in plain.lines]
    assert [(line.sheet, line.row, line.fate) for line in again.lines] == rows
