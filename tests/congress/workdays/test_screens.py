"""What the pages say and do."""

from datetime import date

import pytest
from django.urls import reverse

from congress.workdays.models import CalendarDay, DecreedYear
from tests.factories.workdays import CalendarDayFactory, DecreedYearFactory

DUE = reverse("workdays:due")
YEAR = reverse("workdays:year", args=[2026])
DAY = reverse("workdays:day", args=[2026, 10, 8])


def read(client, url: str, **data: str) -> str:
    return client.get(url, data).content.decode()


def test_the_first_page_of_the_calendar_is_this_year(client_as, world):
    response = client_as("county_admin").get(reverse("workdays:calendar"))
    assert response.url == reverse("workdays:year", args=[world.today.year])


def test_a_day_is_changed_and_put_back(client_as, world):
    client = client_as("county_admin")
    page = client.post(DAY, {"kind": "rest", "name": "县庆日"}, follow=True)
    assert page.redirect_chain == [(YEAR, 302)]
    assert "已改好。" in page.content.decode()
    row = CalendarDay.objects.get()
    assert (row.county, row.day, row.kind, row.name) == (
        world.county,
        date(2026, 10, 8),
        "rest",
        "县庆日",
    )
    client.post(reverse("workdays:clear_day", args=[2026, 10, 8]))
    assert CalendarDay.objects.count() == 0


def test_what_is_missing_stands_in_the_form(client_as):
    page = client_as("county_admin").post(DAY, {"kind": "rest", "name": ""})
    assert page.status_code == 200
    assert "请写明休息的缘由。" in page.content.decode()
    assert CalendarDay.objects.count() == 0


@pytest.mark.parametrize(
    "address",
    ["calendar/2000/", "calendar/2061/", "calendar/2026/2/30/", "calendar/2026/13/1/"],
)
def test_there_is_no_such_day(client_as, address):
    assert client_as("county_admin").get(f"/work/workdays/{address}").status_code == 404


def test_a_year_that_is_not_decreed_says_so(client_as, world):
    client, url = client_as("county_admin"), reverse("workdays:year", args=[2027])
    assert "2027年放假安排尚未公布" in read(client, url)
    assert "尚未公布" not in read(client, YEAR)
    client.post(reverse("workdays:decree", args=[2027]), {"source": "国办发明电〔2026〕9号"})
    assert list(DecreedYear.objects.values_list("county", "year")) == [(world.county.pk, 2027)]
    assert "尚未公布" not in read(client, url)
    refused = client.post(reverse("workdays:decree", args=[2026]), {"source": "文"})
    assert "已在日历中" in refused.content.decode()


def test_nothing_is_asked_before_there_is_a_start(client_as):
    page = read(client_as("secretary"), DUE)
    assert ("到期日" in page, "请改正" in page) == (False, False)


def test_a_date_is_explained(client_as):
    asked = {"event": "return", "start": "2026-02-06", "rules": "henan"}
    page = read(client_as("secretary"), DUE, **asked)
    for words in (
        "2月27日 星期五",
        "《河南省人民代表大会代表建议、批评和意见办理办法（2017年）》（条文号待核）",
        "2026年2月6日（星期五），即交办之日，从次日起算",
        "10个工作日",
        "不计入的日子：11天",
        "农历除夕",
        "周末",
    ):
        assert words in page


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"event": "notify", "rules": "national"}, "没有规定："),
        ({"event": "notify", "rules": "zhejiang", "extended": "on"}, "没有写明这一期限可以延长"),
        (
            {"event": "reply", "rules": "national", "start": "2026-07-03"},
            "到期日遇休息日（国庆节）",
        ),
        ({"event": "feedback", "rules": "chongqing", "start": "2026-12-20"}, "此日期为推算"),
        ({"event": "reply", "rules": "national", "start": "9999-12-01"}, "超出了日历范围"),
        ({"event": "reply", "rules": "national", "start": "2026-02-30"}, "field-error"),
        ({"event": "answer", "rules": "national"}, "field-error"),
    ],
)
def test_what_cannot_be_answered_is_said(client_as, asked, words):
    page = read(client_as("chair"), DUE, **({"start": "2026-03-02"} | asked))
    assert words in page


def test_a_township_counts_by_its_countys_days_and_rules(client_as, world):
    CalendarDayFactory(county=world.county, name="望江县庆日")
    asked = {"event": "first_contact", "start": "2026-09-29", "rules": "chongqing"}
    assert "望江县庆日" in read(client_as("unit_officer"), DUE, **asked)
    assert "望江县庆日" not in read(client_as("unit_officer", "foreign"), DUE, **asked)
    client_as("county_admin").post(reverse("workdays:choose_rules"), {"rules": "chongqing"})
    chosen = '<option value="chongqing" selected>'
    assert chosen in read(client_as("secretary"), DUE)
    assert chosen not in read(client_as("secretary", "foreign"), DUE)


def test_every_set_can_be_read(client_as):
    page = read(client_as("secretary"), reverse("workdays:rules"), set="shandong-township")
    assert "大会闭会之日" in page
    assert "第15条" in page
    assert reverse("workdays:choose_rules") not in page


@pytest.mark.parametrize(
    ("address", "role", "queries"),
    [
        (YEAR, "county_admin", 10),
        (DAY, "county_admin", 12),
        (f"{DUE}?event=return&start=2026-09-29&rules=henan", "secretary", 17),
        (reverse("workdays:rules"), "secretary", 14),
    ],
)
@pytest.mark.parametrize("number", [1, 3])
def test_one_row_and_three_cost_the_same(
    client_as, world, django_assert_num_queries, address, role, queries, number
):
    for index in range(number):
        CalendarDayFactory(county=world.county, day=date(2026, 10, 8 + index))
        DecreedYearFactory(county=world.county, year=2027 + index)
    client = client_as(role)
    client.get(address)
    with django_assert_num_queries(queries):
        assert client.get(address).status_code == 200
