"""The book of 2025 goes in as a whole, once."""

from collections import Counter

import pytest

from congress.audit.actors import Actor
from congress.audit.models import Entry
from congress.files.reports import Report
from congress.files.spreadsheets import read_path
from congress.information.actions.importing import import_items
from congress.information.book.rows import read_book
from congress.information.models import (
    Adoption,
    Draft,
    Instruction,
    Item,
    PointsLine,
    Publication,
    Round,
)
from congress.organisations.models import NumberSeries, Organisation
from tests.counties import AT, sample_county
from tests.workbooks import BOOK

KEPT = (Item, Draft, Round, Adoption, Instruction, PointsLine, Publication)


def take_over(county: Organisation, **options) -> Report:
    by = Actor.system("import_items")
    book = read_book(read_path(BOOK))
    return import_items(book, county=county, file=BOOK.name, by=by, at=AT, **options)


def counts() -> list[int]:
    return [model.objects.count() for model in KEPT]


@pytest.fixture
def county(db) -> Organisation:
    return sample_county()


@pytest.fixture
def report(county) -> Report:
    return take_over(county)


def test_states_and_reasons(report):
    states = Counter(Item.objects.values_list("state", "retained_reason"))
    adopted = Item.objects.filter(adoptions__isnull=False).distinct().count()
    assert states == {
        ("adopted", ""): adopted,
        ("retained", "登记表未注明采用。"): 533 - adopted - 30,
        ("retained", "登记表注明未采用。"): 30,
    }


def test_numbers_follow_the_order_of_the_file(report):
    own = Item.objects.filter(organisation__name="云坪镇").order_by("pk")
    numbers = list(own.values_list("reference", flat=True))
    assert numbers == [f"云坪-信息-2025-{number:04}" for number in range(1, len(numbers) + 1)]
    assert own[0].title == "云坪镇推进秸秆禁烧"
    series = NumberSeries.objects.get(organisation__name="云坪镇")
    assert (series.key, series.last) == ("信息-2025", len(numbers))


def test_an_item_of_the_book(report):
    item = Item.objects.get(title="青枫镇扎实开展代表接待选民活动", submitted_at__month=1)
    assert (item.kind, item.drafter, item.state) == ("opinion", "邱超", "adopted")
    rows = item.adoptions.values_list(
        "publication__name", "level", "issue", "adopted_on_estimated", "adopted_on"
    )
    day = item.submitted_at.astimezone(AT.tzinfo).date()
    assert set(rows) == {
        ("《每日要情》", "county", "", True, day),
        ("《人大信息》", "city", "20", True, day),
    }
    instruction = item.instructions.get()
    assert (instruction.level, instruction.leader) == ("county", "县委书记")
    assert (instruction.given_on, instruction.given_on_estimated) == (day, True)
    line = item.points_lines.get()
    assert (line.points, line.source, line.date) == (10, "book", day)
    assert item.rounds.get().title == item.draft.title == item.title


def test_publications_are_made_once_with_their_level(report, county):
    assert set(Publication.objects.values_list("name", "level", "county")) == {
        ("《每日要情》", "county", county.pk),
        ("《人大工作动态》", "county", county.pk),
        ("县人大网站", "county", county.pk),
        ("县人大公众号", "county", county.pk),
        ("《人大信息》", "city", county.pk),
        ("市人大网", "city", county.pk),
        ("《人民之声》", "province", county.pk),
    }


def test_an_adoption_named_twice_in_a_cell_is_one(report):
    item = Item.objects.get(title="竹林乡组织高标准农田建设视察")
    assert item.adoptions.count() == 1


def test_a_line_pasted_twice_is_one_item(report):
    merged = {(line.sheet, line.row): line.reason for line in report.lines if line.fate == "merged"}
    assert len(merged) == 12
    assert merged["1月", 25] == "与第24行重复，只登记一条"


def test_twice_creates_nothing_new(report, county):
    before = counts()
    again = take_over(county)
    assert counts() == before
    assert again.totals == {"created": 0, "merged": 12, "unchanged": 533, "refused": 0}


def test_a_dry_run_says_the_same_and_writes_nothing(county):
    planned = take_over(county, dry_run=True)
    assert (set(counts()), Entry.objects.count()) == ({0}, 0)
    assert take_over(county).lines == planned.lines


def test_the_trail_names_every_item(report, county):
    acts = Counter(Entry.objects.values_list("kind", "act"))
    assert acts == {
        ("item", "import"): 533,
        ("publication", "create"): 7,
        ("organisation", "import_items"): 1,
    }
    entry = Entry.objects.get(act="import_items")
    assert entry.details == {"rows": 545} | report.totals


def test_queries_do_not_grow_with_the_rows(report, county, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        take_over(county)
