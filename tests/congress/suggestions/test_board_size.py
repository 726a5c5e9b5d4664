"""A board of a thousand records and fifty-five units."""

from datetime import timedelta

import pytest
from django.urls import reverse

from congress.organisations.models import Organisation
from congress.suggestions.models import Assignment, Clock, Suggestion
from tests.factories.suggestions import SuggestionFactory, part_of
from tests.routes.table import sheet_text

RECORDS, UNITS = 1000, 55


def copies(first, number: int, **changes) -> list:
    """So many rows like the first; `changes` are asked for each by its number."""
    fields = {each.attname: getattr(first, each.attname) for each in first._meta.fields}
    fields.pop("id")
    return [
        type(first)(**fields | {name: value(each) for name, value in changes.items()})
        for each in range(1, number)
    ]


@pytest.fixture
def many(world):
    """Each unit has the lead of every fifty-fifth record; every other one is late."""
    world.term_of(world.township)
    suggestion = SuggestionFactory(
        congress=world.township, title="长" * 80, in_handling=True, at=world.at
    )
    part, clock = part_of(suggestion), Clock.objects.get(event="reply")
    units = [part.unit]
    units += Organisation.objects.bulk_create(
        copies(part.unit, UNITS, name=lambda n: f"{'某' * 30}第{n}办公室")
    )
    records = Suggestion.objects.bulk_create(
        copies(suggestion, RECORDS, reference=lambda n: f"石桥-建议-19-闭2020-{n:04}")
    )
    parts = Assignment.objects.bulk_create(
        copies(
            part,
            RECORDS,
            suggestion_id=lambda n: records[n - 1].pk,
            unit_id=lambda n: units[n % UNITS].pk,
        )
    )
    yesterday, later = world.today - timedelta(days=1), world.today + timedelta(days=30)
    Clock.objects.bulk_create(
        copies(
            clock,
            RECORDS,
            suggestion_id=lambda n: records[n - 1].pk,
            assignment_id=lambda n: parts[n - 1].pk,
            due=lambda n: yesterday if n % 2 else later,
        )
    )


def test_the_figures_and_the_table_hold_them_all(many, client_as, django_assert_max_num_queries):
    client = client_as("chair")
    with django_assert_max_num_queries(30):
        page = client.get(reverse("suggestions:board"))
    assert page.status_code == 200
    numbers = {cell.url.rpartition("=")[2]: cell.number for cell in page.context["cells"]["first"]}
    assert (numbers["all"], numbers["clock.late"]) == (RECORDS, RECORDS // 2)
    lines = page.context["units"]
    assert len(lines) == UNITS
    assert sum(line.cells[0].number for line in lines) == RECORDS
    assert len(page.context["chart"]["categories"]) == 15
    assert len(page.content) < 200_000


def test_the_rows_come_on_pages_and_all_in_excel(many, client_as):
    client = client_as("chair")
    rows = {"figure": "clock.late", "page": "abc"}
    page = client.get(reverse("suggestions:board_rows"), rows)
    assert (page.context["number"], len(page.context["lines"])) == (RECORDS // 2, 100)
    sheet = client.get(reverse("suggestions:board_rows_excel"), {"figure": "all"})
    assert sheet_text(sheet).count("长" * 80) == RECORDS
