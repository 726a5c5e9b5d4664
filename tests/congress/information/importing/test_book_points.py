"""The points of an old book."""

from congress.information import actions
from congress.information.models import Item
from tests.congress.information.importing.test_untidy_books import county, take_over
from tests.counties import AT
from tests.factories.information import actor_of

__all__ = ["county"]


def points(item: Item) -> list[tuple[int, str]]:
    return [(int(line.points), line.source) for line in item.points_lines.order_by("pk")]


def test_the_points_of_the_book_go_with_the_last_adoption(county):
    take_over(county, [1, "石桥", "某事", "1月3日", "县人大网站采用；市人大网采用", 8])
    item = Item.objects.get()
    first, second = item.adoptions.order_by("pk")
    assert item.points_lines.get().adoption is None
    by = actor_of("county_editor", county)
    actions.undo_adoption(first, reason="登记有误", by=by, at=AT)
    assert points(item) == [(8, "book")]
    actions.undo_adoption(second, reason="登记有误", by=by, at=AT)
    assert points(item) == [(8, "book"), (-8, "counter")]
    item.refresh_from_db()
    assert item.state == "submitted"


def test_points_imported_with_an_adoption_stay_too(county):
    """Books taken over earlier named the first adoption on the line."""
    take_over(county, [1, "石桥", "某事", "1月3日", "县人大网站采用；市人大网采用", 8])
    item = Item.objects.get()
    first = item.adoptions.order_by("pk")[0]
    item.points_lines.update(adoption=first)
    by = actor_of("county_editor", county)
    actions.undo_adoption(first, reason="登记有误", by=by, at=AT)
    assert points(item) == [(8, "book")]


def test_points_without_a_stored_value_are_kept_as_unread(county):
    report = take_over(
        county,
        [1, "石桥", "某事", "1月3日", "县人大网站采用", "=5+5"],
        [None, None, None, None, None, "=5+5"],
    )
    item = Item.objects.get()
    assert (points(item), item.old_book_text) == ([], "得分：=5+5")
    assert [(line.row, line.fate) for line in report.lines] == [(3, "created")]
    assert "得分不是数字：=5+5" in report.lines[0].reason
