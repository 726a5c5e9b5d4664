"""Rosters as other offices keep them, rule by rule."""

from datetime import date, timedelta

import pytest

from congress.audit.actors import Actor
from congress.files.refusals import FileRefused
from congress.files.reports import Report
from congress.files.spreadsheets import read_workbook
from congress.organisations.actions.importing import import_deputies
from congress.organisations.models import ContactPhone, Deputy, Organisation, Term, User
from congress.organisations.roster.rows import read_roster
from congress.organisations.rules import NotAllowed
from tests.counties import AT, sample_county
from tests.workbooks import workbook

TODAY = AT.date()
TITLE = ["石桥镇第十九届人民代表大会代表花名册"]
HEADER = ["姓名", "层级", "选区", "手机", "备注"]
ONE, TWO = "13800000001", "13900000002"


@pytest.fixture
def county(db) -> Organisation:
    return sample_county()


def take_over(county: Organisation, sheets, **kwargs) -> Report:
    at = kwargs.pop("at", AT)
    roster = read_roster(read_workbook(workbook(sheets, **kwargs)))
    by = Actor.system("import_deputies")
    return import_deputies(roster, county=county, file="名册.xlsx", by=by, at=at)


def fates(report: Report) -> list[tuple[int, str]]:
    return [(line.row, line.fate) for line in report.lines]


def reason(report: Report, row: int) -> str:
    return next(line.reason for line in report.lines if line.row == row)


def test_an_unknown_organisation_is_never_made(county):
    count = Organisation.objects.count()
    report = take_over(
        county,
        {
            "红旗镇": [["红旗镇第十九届人民代表大会代表名册"], HEADER, ["甲乙", "镇", "", ONE]],
            "石桥乡": [HEADER, ["丙丁", "乡", "", TWO]],
        },
    )
    assert report.totals["refused"] == 2
    assert "红旗镇" in report.lines[0].reason
    assert Organisation.objects.count() == count
    assert User.objects.count() == 0


def test_title_and_sheet_must_not_contradict(county):
    report = take_over(county, {"云坪镇": [TITLE, HEADER, ["甲乙", "镇", "", ONE]]})
    assert fates(report) == [(3, "refused")]
    assert "不一致" in reason(report, 3)


def test_one_sheet_for_all_with_a_merged_column_of_organisations(county):
    rows = [
        ["云岭县第十九届乡镇人大代表名册"],
        ["乡镇", "代表姓名", "联系方式", "所属小组"],
        ["石桥", "甲乙", ONE, "1"],
        [None, "丙丁", TWO, None],
        ["城东街", "戊己", "13700000003", "2"],
        ["红旗镇", "庚辛", "13700000004", "2"],
    ]
    report = take_over(county, {"全县": rows}, merged={"全县": ["A3:A4", "D3:D4"]})
    assert fates(report) == [(3, "created"), (4, "created"), (5, "created"), (6, "refused")]
    held = {
        (mandate.user.name, mandate.congress.name, mandate.group.name)
        for mandate in Deputy.objects.all()
    }
    assert held == {
        ("甲乙", "石桥镇", "第1小组"),
        ("丙丁", "石桥镇", "第1小组"),
        ("戊己", "云岭县", "第2小组"),
    }


def test_sections_in_one_sheet_name_the_organisation(county):
    rows = [
        ["第十九届人大代表名册"],
        ["序号", "姓名", "电话"],
        ["石桥镇（1人）"],
        [1, "甲乙", ONE],
        ["云坪镇（1人）"],
        [1, "丙丁", TWO],
    ]
    take_over(county, {"汇总": rows})
    assert list(Deputy.objects.values_list("user__name", "congress__name").order_by("pk")) == [
        ("甲乙", "石桥镇"),
        ("丙丁", "云坪镇"),
    ]


def test_levels(county):
    rows = [
        TITLE,
        HEADER,
        ["甲甲", "县、乡镇", "1", ONE],
        ["乙乙", "县", "1", TWO],
        ["丙丙", "", "1", "13700000003"],
        ["丁丁", "市", "1", "13700000004"],
        ["戊戊", "市、镇", "1", "13700000005"],
    ]
    report = take_over(county, {"石桥镇": rows})
    held = set(Deputy.objects.values_list("user__name", "congress__name"))
    assert held == {
        ("甲甲", "云岭县"),
        ("甲甲", "石桥镇"),
        ("乙乙", "云岭县"),
        ("丙丙", "石桥镇"),
        ("戊戊", "石桥镇"),
    }
    assert fates(report) == [
        (3, "created"),
        (4, "created"),
        (5, "created"),
        (6, "refused"),
        (7, "created"),
    ]
    assert "按乡镇登记" in reason(report, 5)
    sections = Deputy.objects.filter(user__name="甲甲").values_list(
        "constituency__organisation__name"
    )
    assert {name for (name,) in sections} == {"石桥镇"}


@pytest.mark.parametrize(
    ("first", "second", "fate"),
    [
        (("1", ONE), ("2", f"{TWO}/{ONE}"), "merged"),
        (("1", ONE), ("1", ""), "merged"),
        (("1", ""), ("1", ONE), "merged"),
        (("1", ""), ("1", ""), "merged"),
        (("1", ONE), ("1", "1380000001"), "merged"),
        (("1", ONE), ("1", TWO), "created"),
        (("1", ONE), ("2", ""), "created"),
        (("1", ONE), ("2", "1380000001"), "created"),
        (("1", ONE), ("1", "1390000001"), "created"),
    ],
)
def test_who_is_the_same_person(county, first, second, fate):
    rows = [["甲 乙", "镇", *first], ["甲乙", "镇", *second]]
    report = take_over(county, {"石桥镇": [TITLE, HEADER, *rows]})
    assert [line.fate for line in report.lines] == ["created", fate]
    assert User.objects.count() == (1 if fate == "merged" else 2)
    again = take_over(county, {"石桥镇": [TITLE, HEADER, *rows]})
    assert again.totals["created"] == 0
    assert User.objects.count() == (1 if fate == "merged" else 2)


def test_a_person_without_phone_is_another_one_in_another_organisation(county):
    row = [HEADER, ["甲乙", "镇", "第1选区", ""]]
    report = take_over(
        county, {"石桥镇": [TITLE, *row], "云坪镇": [["云坪镇第十九届代表名册"], *row]}
    )
    assert [line.fate for line in report.lines] == ["created", "created"]


def test_a_county_deputy_without_constituency_and_phone_is_found_again(county):
    sheets = {"石桥镇": [TITLE, HEADER], "城东街道": [HEADER, ["甲乙", "县", "", ""]]}
    assert take_over(county, sheets).totals["created"] == 1
    assert take_over(county, sheets).totals == {
        "created": 0,
        "merged": 0,
        "unchanged": 1,
        "refused": 0,
    }


def test_somebody_of_the_staff_is_not_entered_twice(county):
    user = User.objects.create_user("zhang", name="张三", phone=ONE)
    user.appointments.create(organisation=county, role="county_editor", starts_on=TODAY)
    report = take_over(county, {"石桥镇": [TITLE, HEADER, ["张三", "镇", "1", ONE]]})
    assert fates(report) == [(3, "created")]
    assert list(user.mandates.values_list("congress__name", flat=True)) == ["石桥镇"]
    assert ContactPhone.objects.count() == 0


def test_the_running_term_of_the_county_is_used(county):
    term = Term.objects.create(congress=county, number=18, starts_on=date(2022, 1, 5))
    take_over(county, {"石桥镇": [TITLE, HEADER, ["甲乙", "县、乡镇", "1", ONE]]})
    mandate = Deputy.objects.get(congress=county)
    assert (mandate.term, mandate.starts_on) == (term, date(2022, 1, 5))
    assert not Term.objects.filter(unverified=True).exists()


def test_most_titles_give_the_county_its_number(county):
    rows = [HEADER, ["甲乙", "县", "1", ONE]]
    take_over(
        county,
        {
            "石桥镇": [["石桥镇第20届代表名册"], HEADER, ["丙丁", "镇", "1", TWO]],
            "云坪镇": [["云坪镇第十九届代表名册"], HEADER, ["戊己", "镇", "1", "13700000003"]],
            "柳河镇": [["柳河镇第十九届代表名册"], HEADER, ["庚辛", "镇", "1", "13700000004"]],
            "城东街道": rows,
        },
    )
    term = Term.objects.get(congress=county)
    assert (term.number, term.unverified, term.starts_on) == (19, True, TODAY)
    assert Term.objects.get(congress__name="石桥镇").number == 20


def test_without_any_term_rows_are_refused(county):
    report = take_over(county, {"石桥镇": [HEADER, ["甲乙", "镇", "1", ONE]]})
    assert (fates(report), Term.objects.count()) == ([(2, "refused")], 0)
    assert "届次" in reason(report, 2)


def test_a_roster_of_a_past_term_is_refused(county):
    township = Organisation.objects.get(name="石桥镇")
    Term.objects.create(congress=township, number=20, starts_on=date(2026, 1, 5))
    report = take_over(county, {"石桥镇": [TITLE, HEADER, ["甲乙", "镇", "1", ONE]]})
    assert fates(report) == [(3, "refused")]


def test_leaving_ends_a_mandate_that_is_there(county):
    sheets = {"石桥镇": [TITLE, HEADER, ["甲乙", "镇", "1", ONE, ""]]}
    take_over(county, sheets, at=AT - timedelta(days=30))
    sheets["石桥镇"][2][4] = "已调离"
    report = take_over(county, sheets)
    mandate = Deputy.objects.get()
    assert (mandate.ends_on, mandate.ends_on_unverified, mandate.note) == (TODAY, True, "已调离")
    assert fates(report) == [(3, "unchanged")]
    assert "日期待核" in reason(report, 3)
    assert reason(take_over(county, sheets, at=AT + timedelta(days=1)), 3) == ""
    assert Deputy.objects.get().ends_on == TODAY


def test_an_ended_mandate_is_not_begun_again(county):
    sheets = {"石桥镇": [TITLE, HEADER, ["甲乙", "镇", "1", ONE, "已调离"]]}
    take_over(county, sheets)
    sheets["石桥镇"][2][4] = ""
    report = take_over(county, sheets)
    assert (fates(report), Deputy.objects.count()) == ([(3, "unchanged")], 1)
    assert "没有恢复" in reason(report, 3)


@pytest.mark.parametrize("name", ["", "（空缺）", "待补选", "123"])
def test_what_is_nobody_is_refused(county, name):
    report = take_over(county, {"石桥镇": [TITLE, HEADER, [name, "镇", "1", ONE]]})
    assert fates(report) == [(3, "refused")]
    assert reason(report, 3)


def test_texts_that_are_too_long_are_cut_and_named(county):
    rows = [["姓名", "职务", "手机"], ["甲乙", "长" * 130, ONE]]
    report = take_over(county, {"石桥镇": [TITLE, *rows]})
    assert Deputy.objects.get().occupation == "长" * 100
    assert "100" in reason(report, 3)


def test_a_file_without_a_roster_is_refused(county):
    with pytest.raises(FileRefused) as refused:
        take_over(county, {"说明": [["请认真填写"]]})
    assert "姓名" in refused.value.sentence


def test_another_county_stays_as_it_is(county):
    other = Organisation.objects.create(name="临溪县", kind="county")
    Organisation.objects.create(name="石桥镇", kind="township", parent=other)
    take_over(county, {"石桥镇": [TITLE, HEADER, ["甲乙", "县、乡镇", "1", ONE]]})
    assert set(Deputy.objects.values_list("congress__parent__name", flat=True)) == {None, "云岭县"}
    assert not Deputy.objects.filter(congress__parent=other).exists()


@pytest.mark.parametrize("role", ["county_editor", "secretary"])
def test_only_the_county_administrator_imports(county, role):
    roster = read_roster(read_workbook(workbook({"石桥镇": [TITLE, HEADER, ["甲", "镇", "1"]]})))
    by = Actor(1, "甲", role, role, county.pk, county.name)
    with pytest.raises(NotAllowed):
        import_deputies(roster, county=county, file="名册.xlsx", by=by, at=AT)
