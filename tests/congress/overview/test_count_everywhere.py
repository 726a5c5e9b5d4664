"""Page, rows, Excel and command say the same of the same county."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from python_calamine import CalamineWorkbook

from congress.information import actions
from congress.information.queries.count import Figures, count
from congress.information.queries.figures import FIGURES, rows_of
from congress.periods import MONTHS_OF, month_of, period
from tests.factories.information import (
    RETURN,
    AdoptionFactory,
    ItemFactory,
    PointsRuleFactory,
    actor_of,
)
from tests.routes.table import content
from tests.routes.world import World


@pytest.fixture
def county(world: World) -> World:
    """Some of everything within this month."""
    at, editor = world.at, actor_of("county_editor", world.county)
    PointsRuleFactory(county=world.county, level="county", points=Decimal("2.5"))
    PointsRuleFactory(county=world.county, level="city", points=6)
    for organisation in (world.township, world.township, world.other, world.foreign_township):
        item = ItemFactory(organisation=organisation, at=at, submitted=True)
        actions.return_item(
            item, **RETURN, by=actor_of("county_editor", organisation.parent), at=at
        )
        secretary = actor_of("secretary", organisation)
        actions.submit_item(item, by=secretary, at=at)
        for level in ("county", "city", "county"):
            last = AdoptionFactory(item=item, level=level, at=at)
        actions.undo_adoption(
            last, reason="登错", by=actor_of("county_editor", organisation.parent), at=at
        )
    told = {"level": "county", "leader": "县委书记", "given_on": world.today}
    actions.note_instruction(item_of(world), **told, by=editor, at=at)
    ItemFactory(organisation=world.other, at=at, withdrawn=True)
    return world


def item_of(world: World) -> Any:
    return world.township.items.first()


def numbers(figures: Figures) -> Iterator[tuple[str, Decimal]]:
    """Each figure of `FIGURES` and its number."""
    for figure in FIGURES:
        if figure.startswith("adopted_"):
            yield figure, Decimal(figures.adopted[figure.removeprefix("adopted_")])
        else:
            name = "adopted_any" if figure == "adopted" else figure
            yield figure, Decimal(getattr(figures, name))


@pytest.mark.parametrize("kind", MONTHS_OF)
def test_every_number_is_the_sum_of_its_rows(kind: str, county: World):
    number = (county.today.month - 1) // MONTHS_OF[kind] + 1
    of = period(kind, county.today.year, number)
    table = count(county.county, of)
    everybody = [row.organisation for row in table.rows]
    for figures, organisations in (
        *((row, [row.organisation]) for row in table.rows),
        (table.total, everybody),
    ):
        sums = {
            figure: sum((row.amount for row in rows_of(figure, organisations, of)), Decimal(0))
            for figure in FIGURES
        }
        assert sums == dict(numbers(figures))
    assert table.total.submitted == 3


def sheet(response: Any) -> list[list[Any]]:
    book = CalamineWorkbook.from_filelike(BytesIO(content(response)))
    return book.get_sheet_by_index(0).to_python()


def test_the_excel_file_holds_the_table(county, client_as):
    of = month_of(county.today)
    url = reverse("overview:count_export")
    _title, header, *rows = sheet(client_as("county_editor").get(url, {"period": of.code}))
    table = count(county.county, of)
    assert len(header) == 13
    expected = [
        [
            row.rank,
            row.organisation.name,
            row.submitted,
            row.returned,
            *row.adopted.values(),
            float(row.adoption_rate) if row.adoption_rate is not None else "",
            row.instructions,
            float(row.points),
            float(row.cumulative),
            "" if row.change is None else row.change,
        ]
        for row in table.rows
    ]
    assert rows[:-1] == expected
    assert rows[-1][2:8] == [
        table.total.submitted,
        table.total.returned,
        *table.total.adopted.values(),
    ]


def test_every_link_of_the_page_opens_rows_that_add_up(county, client_as):
    client = client_as("county_editor")
    of = month_of(county.today)
    table = count(county.county, of)
    for row in table.rows:
        for figure, number in numbers(row):
            query = {"figure": figure, "period": of.code, "organisation": row.organisation.pk}
            page = client.get(reverse("overview:count_rows"), query)
            assert page.context["total"] == number
            rows = sheet(client.get(reverse("overview:count_rows_export"), query))[2:]
            assert sum(Decimal(str(line[-1])) for line in rows) == number


def test_a_township_opens_its_own_rows_only(county, client_as):
    client, url = client_as("secretary"), reverse("overview:count_rows")
    assert client.get(url).context["total"] == 2
    assert client.get(url, {"organisation": county.township.pk}).context["total"] == 2
    assert client.get(url, {"organisation": county.other.pk}).status_code == 404
    page = client.get(reverse("overview:count")).content.decode()
    assert f"organisation={county.township.pk}" in page
    assert f"organisation={county.other.pk}" not in page


def answer(*arguments: str) -> str:
    out = StringIO()
    call_command("count", *arguments, stdout=out)
    return out.getvalue()


def test_the_command_gives_the_same(county):
    day = county.today
    told = json.loads(
        answer(f"--year={day.year}", f"--month={day.month}", "--format=json", "--county=云岭县")
    )
    assert list(told) == ["start", "end", "rows", "total"]
    start = date(day.year, day.month, 1)
    assert (told["start"], told["end"]) == (
        start.isoformat(),
        (start + timedelta(days=32)).replace(day=1).isoformat(),
    )
    first = told["rows"][0]
    assert list(first.items()) == [
        ("organisation", "石桥镇"),
        ("submitted", 2),
        ("returned", 2),
        ("adopted", {"county": 2, "city": 2, "province": 0, "national": 0}),
        ("adoption_rate", "1.0000"),
        ("points", "17.00"),
        ("rank", 1),
        ("change", None),
    ]
    assert list(first["adopted"]) == ["county", "city", "province", "national"]
    assert list(told["total"].items()) == [
        ("submitted", 3),
        ("returned", 3),
        ("adopted", {"county": 3, "city": 3, "province": 0, "national": 0}),
        ("adoption_rate", "1.0000"),
        ("points", "25.50"),
    ]


def test_csv_and_table_have_a_line_for_each_row_and_the_total(county):
    arguments = (f"--year={county.today.year}", "--county=云岭县")
    csv = answer(*arguments, "--format=csv").splitlines()
    table = answer(*arguments).splitlines()
    assert [len(csv), len(table)] == [4, 4]
    assert csv[1].split(",") == [
        "1", "石桥镇", "2", "2", "2", "2", "0", "0", "1.0000", "17.00", "",
    ]  # fmt: skip
    assert csv[3].split(",")[1:4] == ["合计", "3", "3"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("--year=2026",),
        ("--year=2026", "--county=无此县"),
        ("--year=2026", "--month=13", "--county=云岭县"),
        ("--year=2026", "--quarter=0", "--county=云岭县"),
        ("--year=1899", "--county=云岭县"),
        ("--year=99999", "--county=云岭县"),
    ],
)
def test_the_command_refuses_with_a_sentence(arguments, world):
    with pytest.raises(CommandError) as refused:
        answer(*arguments)
    assert refused.value.returncode == 2
    assert str(refused.value) != ""


def test_the_earliest_year_and_an_empty_one_are_answered(world):
    told = json.loads(answer("--year=1900", "--format=json", "--county=云岭县"))
    row = told["rows"][0]
    assert (row["adoption_rate"], row["points"], row["rank"], row["change"]) == (
        None,
        "0.00",
        1,
        None,
    )
