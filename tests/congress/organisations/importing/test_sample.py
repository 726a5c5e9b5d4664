"""The sample roster goes in as a whole, once."""

from collections import Counter

import pytest
from openpyxl import load_workbook

from congress.audit.actors import Actor
from congress.audit.models import Entry
from congress.files.reports import Report
from congress.files.spreadsheets import read_path
from congress.organisations.actions.importing import import_deputies
from congress.organisations.models import (
    Constituency,
    ContactPhone,
    Deputy,
    DeputyGroup,
    Organisation,
    Term,
    User,
)
from congress.organisations.roster.rows import read_roster
from tests.counties import AT, SUBDISTRICTS, TOWNSHIPS, sample_county
from tests.workbooks import ROSTER

SYSTEM = Actor.system("import_deputies")
KEPT = (User, Deputy, Term, Constituency, DeputyGroup, ContactPhone)


def take_over(county: Organisation, **options) -> Report:
    roster = read_roster(read_path(ROSTER))
    return import_deputies(roster, county=county, file=ROSTER.name, by=SYSTEM, at=AT, **options)


def counts() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in KEPT}


@pytest.fixture
def county(db) -> Organisation:
    return sample_county()


@pytest.fixture
def report(county) -> Report:
    return take_over(county)


def rows_of_the_file() -> list[tuple[str, int, str, str]]:
    """Sheet, row, name and level of every row with a serial number, read without our reader."""
    found = []
    for sheet in load_workbook(ROSTER):
        for row in sheet.iter_rows(min_row=4):
            if isinstance(row[0].value, (int, float)):
                name = str(row[1].value or "").replace(" ", "")
                found.append((sheet.title, row[0].row, name, row[7].value))
    return found


def test_every_row_has_one_line(report):
    expected = [(sheet, row) for sheet, row, _name, _level in rows_of_the_file()]
    assert [(line.sheet, line.row) for line in report.lines] == expected
    assert report.totals == {"created": 644, "merged": 8, "unchanged": 0, "refused": 7}


def test_rows_without_a_name_are_refused_with_a_reason(report):
    nameless = [(sheet, row) for sheet, row, name, _level in rows_of_the_file() if not name]
    refused = [line for line in report.lines if line.fate == "refused"]
    assert [(line.sheet, line.row) for line in refused] == nameless
    assert {line.reason for line in refused} == {"姓名为空，请补填。"}


def test_mandates_by_congress(report, county):
    """Counted from the file by names: the same name in one township is one person but for 杨长青,
    高文斌 and 李一鸣, who have two numbers each."""
    expected: Counter[str] = Counter()
    seen = set()
    for sheet, row, name, level in rows_of_the_file():
        two = row if (name in ("杨长青", "高文斌", "李一鸣")) else 0
        congresses = set()
        if sheet in SUBDISTRICTS or "县" in level:
            congresses.add("云岭县")
        if sheet not in SUBDISTRICTS and "乡镇" in level:
            congresses.add(sheet)
        for congress in congresses:
            if name and (sheet, name, two, congress) not in seen:
                seen.add((sheet, name, two, congress))
                expected[congress] += 1
    found = Counter(Deputy.objects.values_list("congress__name", flat=True))
    assert found == expected


def test_terms_are_read_from_the_titles(report, county):
    terms = {(term.congress.name, term.number, term.unverified) for term in Term.objects.all()}
    assert terms == {(name, 19, False) for name in TOWNSHIPS} | {("云岭县", 19, True)}
    assert any("云岭县" in note and "届次待核" in note for note in report.notes)
    listed = [(line.sheet, line.row) for line in report.lines if "届次待核" in line.reason]
    assert listed == [("石桥镇", 10)]


def test_people_have_contacts_and_no_log_in(report):
    assert User.objects.exclude(username=None, phone=None).count() == 0
    assert not any(user.has_usable_password() for user in User.objects.all()[:20])
    user = User.objects.get(name="于秀英", mandates__congress__name="云坪镇")
    numbers = list(user.contact_phones.values_list("number", "complete", "position"))
    assert numbers == [("18600008975", True, 0), ("07455606594", True, 1)]
    assert set(user.mandates.values_list("congress__name", flat=True)) == {"云岭县", "云坪镇"}


def test_a_number_with_a_digit_missing_is_kept_and_marked(report):
    marked = ContactPhone.objects.filter(complete=False)
    assert marked.count() == 15
    assert marked.get(user__name="苏志强").number == "1300000080"
    line = next(line for line in report.lines if (line.sheet, line.row) == ("石桥镇", 5))
    assert (line.fate, "位数不对" in line.reason, "1300000080" in line.reason) == (
        "created",
        True,
        False,
    )


def test_merged_constituencies_reach_every_row(report):
    section = Constituency.objects.get(organisation__name="石桥镇", name="第1选区")
    assert set(section.deputies.values_list("user__name", flat=True)) == {
        "林新华",
        "苏志强",
        "任晓东",
        "姚向阳",
        "邹凤仙",
    }
    assert Deputy.objects.filter(constituency=None).count() == 0


def test_who_has_left_is_ended_on_the_day_of_import_and_listed(report):
    ended = Deputy.objects.exclude(ends_on=None)
    assert set(ended.values_list("ends_on", "ends_on_unverified")) == {(AT.date(), True)}
    marked = [line for line in report.lines if "日期待核" in line.reason]
    # 111 rows say so; two of them have no name, and one person is named twice.
    assert len(marked) == 111 - 2 - 1
    assert all("已调离" in line.reason for line in marked)


def test_the_same_person_twice_is_one_line_merged(report):
    merged = {(line.sheet, line.row): line.reason for line in report.lines if line.fate == "merged"}
    assert list(merged) == [
        ("石桥镇", 28),
        ("白马镇", 8),
        ("青枫镇", 23),
        ("青枫镇", 34),
        ("青枫镇", 53),
        ("龙泉乡", 14),
        ("城东街道", 8),
        ("城东街道", 10),
    ]
    assert merged["白马镇", 8].startswith("与“白马镇”第4行为同一人")
    assert User.objects.filter(name="宋敏").count() == 1


def test_a_sub_district_enters_the_county_alone(report):
    lines = [line for line in report.lines if line.sheet in SUBDISTRICTS and "乡镇" in line.reason]
    levels = [
        name for sheet, _row, name, level in rows_of_the_file()
        if sheet in SUBDISTRICTS and "乡镇" in level and name
    ]  # fmt: skip
    assert len(lines) == len(levels) > 0
    assert not Term.objects.filter(congress__kind="subdistrict").exists()


def test_twice_creates_nothing_new(report, county):
    before = counts()
    again = take_over(county)
    assert counts() == before
    assert again.totals == {"created": 0, "merged": 8, "unchanged": 644, "refused": 7}


def test_a_dry_run_says_the_same_and_writes_nothing(county):
    planned = take_over(county, dry_run=True)
    assert set(counts().values()) == {0}
    assert Entry.objects.count() == 0
    assert take_over(county).lines == planned.lines


def test_every_person_and_mandate_stands_in_the_trail(report, county):
    acts = Counter(Entry.objects.values_list("act", flat=True))
    assert acts == {
        "create_term": 13,
        "create_person": User.objects.count(),
        "give_mandate": Deputy.objects.count(),
        "import_deputies": 1,
    }
    entry = Entry.objects.get(act="import_deputies")
    assert (entry.object_id, entry.note, entry.name) == (county.pk, ROSTER.name, "import_deputies")
    assert entry.details == {"rows": 659} | report.totals


def test_a_second_import_takes_few_queries(report, county, django_assert_max_num_queries):
    with django_assert_max_num_queries(14):
        take_over(county)
