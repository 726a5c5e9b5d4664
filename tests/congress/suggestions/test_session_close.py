"""A time limit that counts from the close of the session follows its last day.

Worked by hand: Shandong's townships give two months from the close, four with the extension.
"""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from congress.audit.models import Entry
from congress.suggestions.models import Clock
from congress.workdays import actions as workdays
from tests.factories.information import actor_of
from tests.factories.suggestions import SessionFactory, SuggestionFactory

# Handed over on the first of two days of a session, whose close nobody has entered yet.
AT = datetime(2026, 3, 5, 2, tzinfo=UTC)
OPENS, CLOSES = date(2026, 3, 5), date(2026, 3, 6)


@pytest.fixture
def session(world):
    by = actor_of("county_admin", world.county)
    workdays.choose_rules(world.county, rules="shandong-township", by=by, at=AT)
    return SessionFactory(term=world.term, opens_on=OPENS)


@pytest.fixture
def clock(session, world) -> Clock:
    SuggestionFactory(congress=world.township, session=session, in_handling=True, at=AT)
    clock = Clock.objects.get(event="reply")
    assert (clock.start, clock.due) == (date(2026, 3, 5), date(2026, 5, 5))
    return clock


@pytest.fixture
def enter(session, client_as):
    """Sends the page of the session with its last day."""
    page = reverse("organisations:session", args=[session.pk])

    def press(closes_on: date | None, **more: str):
        data = {"number": session.number, "opens_on": OPENS.isoformat(), **more}
        data["closes_on"] = closes_on.isoformat() if closes_on else ""
        return client_as("secretary").post(page, data)

    return press


def moves() -> list[str]:
    return list(Entry.objects.filter(act="move_clock").values_list("note", flat=True))


def test_the_last_day_is_shown_to_move_it_and_moves_it(clock, session, enter):
    shown = enter(CLOSES)
    assert [(row.before, row.after) for row in shown.context["moved"]] == [
        (date(2026, 5, 5), date(2026, 5, 6))
    ]
    session.refresh_from_db()
    assert (session.closes_on, moves()) == (None, [])
    assert f'name="closes_on" value="{CLOSES}"' in shown.content.decode()
    enter(CLOSES, confirmed="1")
    clock.refresh_from_db()
    assert (clock.start, clock.due) == (CLOSES, date(2026, 5, 6))
    assert len(moves()) == 1
    assert "2026-05-05 → 2026-05-06" in moves()[0]


def test_a_corrected_day_moves_it_again_with_its_extension(clock, enter):
    enter(CLOSES, confirmed="1")
    Clock.objects.update(length=4, extended=True)
    enter(date(2026, 3, 7), confirmed="1")
    clock.refresh_from_db()
    assert (clock.start, clock.due) == (date(2026, 3, 7), date(2026, 7, 7))


def test_a_day_taken_out_leaves_it(clock, enter):
    enter(CLOSES, confirmed="1")
    assert enter(None).status_code == 302
    clock.refresh_from_db()
    assert clock.due == date(2026, 5, 6)


def test_what_is_met_or_counts_from_another_day_stays(clock, session, enter):
    Clock.objects.update(stopped_on=date(2026, 4, 1), met=True)
    assert enter(CLOSES).status_code == 302
    Clock.objects.update(stopped_on=None, met=False, starts="handed_over")
    assert enter(date(2026, 3, 7)).status_code == 302
    clock.refresh_from_db()
    session.refresh_from_db()
    assert (clock.due, session.closes_on) == (date(2026, 5, 5), date(2026, 3, 7))
    assert moves() == []


def test_a_year_beyond_reason_is_refused_beside_its_field(clock, session, enter):
    shown = enter(date(9999, 12, 31))
    assert (shown.status_code, list(shown.context["form"].errors)) == (200, ["closes_on"])
    session.refresh_from_db()
    assert session.closes_on is None
