"""A county changes a day: running dates are shown first, then move with it; closed ones never."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from congress.audit.models import Entry
from congress.suggestions import actions
from congress.suggestions.models import Clock
from congress.workdays import actions as workdays
from congress.workdays.models import CalendarDay
from tests.factories.information import actor_of
from tests.factories.suggestions import SuggestionFactory, officer_of, part_of, write

# Handed over on a Monday; ten working days later is Monday the 23rd, without a festival between.
AT = datetime(2026, 11, 9, 2, tzinfo=UTC)
DUE, LATER = date(2026, 11, 23), date(2026, 11, 24)
DAY = reverse("workdays:day", args=[2026, 11, 12])
CLEAR = reverse("workdays:clear_day", args=[2026, 11, 12])
REST = {"kind": "rest", "name": "县庆日"}


@pytest.fixture
def clock(world) -> Clock:
    """The window of a return: ten working days in Henan."""
    workdays.choose_rules(
        world.county, rules="henan", by=actor_of("county_admin", world.county), at=AT
    )
    world.term_of(world.township)
    part = part_of(SuggestionFactory(congress=world.township, assigned=True, at=AT))
    clock = part.clocks.get(event="return")
    assert clock.due == DUE
    return clock


def moves() -> list[str]:
    return list(Entry.objects.filter(act="move_clock").values_list("note", flat=True))


def test_what_moves_is_shown_first_and_moves_with_the_press(clock, client_as):
    client = client_as("county_admin")
    page = client.post(DAY, REST)
    assert [(row.before, row.after) for row in page.context["moved"]] == [(DUE, LATER)]
    assert (CalendarDay.objects.count(), moves()) == (0, [])
    client.post(DAY, REST | {"confirmed": "1"})
    clock.refresh_from_db()
    assert clock.due == LATER
    assert ["2026-11-12", "县庆日"] in clock.skipped
    assert len(moves()) == 1
    assert "2026-11-23 → 2026-11-24" in moves()[0]
    assert "moved" in client.post(CLEAR).context
    client.post(CLEAR, {"confirmed": "1"})
    clock.refresh_from_db()
    assert (clock.due, len(moves()), CalendarDay.objects.count()) == (DUE, 2, 0)


def test_what_is_over_never_moves(clock, client_as):
    Clock.objects.filter(pk=clock.pk).update(stopped_on=date(2026, 11, 20), met=True)
    client = client_as("county_admin")
    assert client.post(DAY, REST).status_code == 302
    clock.refresh_from_db()
    assert (clock.due, moves()) == (DUE, [])


def test_another_countys_day_moves_nothing_here(clock, client_as):
    assert client_as("county_admin", "foreign").post(DAY, REST).status_code == 302
    clock.refresh_from_db()
    assert (clock.due, moves()) == (DUE, [])


def test_months_do_not_move(clock, client_as):
    reply = Clock.objects.get(suggestion=clock.suggestion_id, event="reply")
    page = client_as("county_admin").post(DAY, REST)
    assert reply.suggestion.title not in [row.what for row in page.context["moved"]]
    assert len(page.context["moved"]) == 1


def test_who_spoke_with_the_deputy_before_the_receipt_owes_no_first_contact(world):
    by = actor_of("county_admin", world.county)
    workdays.choose_rules(world.county, rules="chongqing", by=by, at=AT)
    world.term_of(world.township)
    part = part_of(SuggestionFactory(congress=world.township, assigned=True, at=AT))
    write(part, AT)
    actions.acknowledge(part, by=officer_of(part), at=AT)
    assert not part.clocks.running().filter(event="first_contact").exists()
