"""Four suggestions from the first word to the last, on days worked out on paper.

The county follows Chongqing's rules. Days off of 2026 as decreed: 15–23 February (work on 14 and
28), 4–6 April, 1–5 May (work on 9 May), 19–21 June.
"""

from datetime import date, datetime, time
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from congress.organisations.models import Organisation
from congress.suggestions import actions
from congress.suggestions.models import Assignment, Clock, Commitment, Suggestion
from congress.workdays.models import ClockSettings
from tests.factories.organisations import DeputyFactory, OrganisationFactory, TermFactory
from tests.factories.suggestions import (
    BAD,
    GOOD,
    SORT,
    TEXT,
    SessionFactory,
    deputy_actor,
    office_of,
    officer_of,
    presidium_of,
    unit_of,
    write,
)


def on(month: int, day: int, year: int = 2026) -> datetime:
    return datetime.combine(date(year, month, day), time(10), timezone.get_current_timezone())


@pytest.fixture
def town(db) -> Organisation:
    town = OrganisationFactory(name="石桥镇")
    ClockSettings.objects.create(county=town.parent, rules="chongqing")
    TermFactory(congress=town)
    TermFactory(congress=town.parent)
    return town


def begun(town: Organisation, at: datetime, **more: Any) -> Suggestion:
    lead = DeputyFactory(term=town.terms.get())
    return actions.draft_suggestion(town, lead=lead, by=deputy_actor(lead), at=at, **(TEXT | more))


def fresh(suggestion: Suggestion) -> Suggestion:
    return Suggestion.objects.select_related("congress__parent", "term", "session").get(
        pk=suggestion.pk
    )


def parts(suggestion: Suggestion) -> list[Assignment]:
    rows = suggestion.assignments.running().order_by("pk")
    return list(rows.select_related("unit", "suggestion__congress__parent"))


def due(suggestion: Suggestion, event: str, part: Assignment | None = None) -> date:
    return Clock.objects.running().get(suggestion=suggestion, event=event, assignment=part).due


def signs(suggestion: Suggestion, number: int = 0) -> Any:
    rows = suggestion.signatories.order_by("pk").select_related("deputy__user", "deputy__congress")
    row = rows[number]
    row.suggestion = suggestion
    return row


def rated(suggestion: Suggestion, number: int, aspects: dict[str, str], at: datetime) -> None:
    row = signs(suggestion, number)
    actions.rate(row, **aspects, by=deputy_actor(row.deputy), at=at)


def reply(part: Assignment, signed: datetime, letter: str = "A", **more: Any) -> Any:
    written = write(part, signed, letter, **more)
    return actions.sign_reply(written, signed_by="陈国强", by=officer_of(part), at=signed)


def release(given: Any, at: datetime) -> None:
    actions.release_reply(given, by=presidium_of(given.suggestion), at=at)


def accept(suggestion: Suggestion, at: datetime) -> None:
    actions.register_suggestion(suggestion, **SORT, by=presidium_of(suggestion), at=at)


def hand(suggestion: Suggestion, roles: list[str], at: datetime) -> list[Assignment]:
    units = {unit_of(suggestion.congress, place): role for place, role in enumerate(roles)}
    actions.hand_over(suggestion, units=units, by=presidium_of(suggestion), at=at)
    return parts(suggestion)


def test_between_sessions_with_two_co_signers_and_a_dissatisfied_first_round(town):
    suggestion = begun(town, on(2, 27))
    lead = deputy_actor(signs(suggestion).deputy)
    asked = [DeputyFactory(term=town.terms.get()) for _ in range(2)]
    actions.ask_cosigners(suggestion, deputies=asked, by=lead, at=on(2, 27))
    for number in (1, 2):
        row = signs(suggestion, number)
        actions.confirm_signature(row, by=deputy_actor(row.deputy), at=on(2, 28))
    actions.submit_suggestion(suggestion, by=lead, at=on(3, 2))
    assert due(suggestion, "hand_over") == date(2026, 3, 16)
    accept(suggestion, on(3, 9))
    assert fresh(suggestion).reference == "石桥-建议-19-闭2026-001"
    (part,) = hand(suggestion, ["lead"], on(3, 10))
    assert due(suggestion, "return", part) == date(2026, 3, 24)
    assert due(suggestion, "reply", part) == date(2026, 6, 10)
    actions.acknowledge(part, by=officer_of(part), at=on(3, 10))
    assert due(suggestion, "first_contact", part) == date(2026, 4, 8)
    given = reply(part, on(4, 20))
    assert not Clock.objects.running().filter(suggestion=suggestion, event="reply").exists()
    release(given, on(4, 22))
    assert due(suggestion, "feedback") == date(2026, 5, 22)
    rated(suggestion, 1, GOOD, on(4, 24))
    rated(suggestion, 0, BAD, on(4, 28))
    assert (fresh(suggestion).state, fresh(suggestion).round_no) == ("rehandling", 2)
    clock = Clock.objects.running().get(suggestion=suggestion, event="rehandling")
    assert (clock.due, clock.rest) == (date(2026, 6, 28), "weekend")
    second = reply(parts(suggestion)[0], on(6, 10))
    release(second, on(6, 11))
    for number in range(3):
        rated(suggestion, number, GOOD, on(6, 12 + number))
    closed = fresh(suggestion)
    assert (closed.state, timezone.localdate(closed.closed_at)) == ("closed", date(2026, 6, 14))
    assert closed.ratings.filter(round_no=2).count() == 3
    assert not Clock.objects.running().filter(suggestion=suggestion).exists()


def test_in_session_with_a_lead_and_two_co_handlers_one_returned(town):
    session = SessionFactory(
        term=town.terms.get(), number=2, opens_on=date(2026, 1, 20), closes_on=date(2026, 1, 22)
    )
    suggestion = begun(town, on(1, 20), session=session)
    actions.submit_suggestion(suggestion, by=deputy_actor(signs(suggestion).deputy), at=on(1, 21))
    assert not Clock.objects.filter(suggestion=suggestion).exists()
    accept(suggestion, on(1, 21))
    assert fresh(suggestion).reference == "石桥-建议-19-2-001"
    lead, water, roads = hand(suggestion, ["lead", "co_handler", "co_handler"], on(1, 22))
    assert due(suggestion, "reply", lead) == date(2026, 4, 22)
    assert due(suggestion, "return", roads) == date(2026, 2, 5)
    assert due(suggestion, "co_opinion", water) == date(2026, 3, 11)
    actions.acknowledge(lead, by=officer_of(lead), at=on(1, 23))
    asked = actions.request_return(roads, reason="不属职责。", by=officer_of(roads), at=on(1, 26))
    assert fresh(suggestion).state == "in_handling"
    actions.grant_return(asked, by=presidium_of(suggestion), at=on(1, 27))
    assert [part.unit for part in parts(suggestion)] == [lead.unit, water.unit]
    assert not Clock.objects.running().filter(assignment=roads).exists()
    actions.give_opinion(water, opinion="建议先修渠。", by=officer_of(water), at=on(3, 2))
    actions.redo_opinion(water, reason="请写明长度。", by=officer_of(lead), at=on(3, 3))
    assert due(suggestion, "co_opinion", water) == date(2026, 3, 18)
    actions.give_opinion(water, opinion="先修 300 米。", by=officer_of(water), at=on(3, 5))
    release(reply(lead, on(3, 20)), on(3, 23))
    rated(suggestion, 0, GOOD, on(3, 25))
    assert fresh(suggestion).state == "closed"


def test_reported_upward(town):
    suggestion = begun(town, on(3, 2))
    actions.submit_suggestion(suggestion, by=deputy_actor(signs(suggestion).deputy), at=on(3, 2))
    accept(suggestion, on(3, 3))
    by = presidium_of(suggestion)
    actions.report_upward(suggestion, reason="属县级事权。", by=by, at=on(3, 4))
    assert fresh(suggestion).state == "in_handling"
    above = Suggestion.objects.select_related("congress", "term").get(raised_from=suggestion)
    assert (above.origin, above.state) == ("石桥-建议-19-闭2026-001", "submitted")
    accept(above, on(3, 9))
    (part,) = hand(above, ["lead"], on(3, 10))
    actions.acknowledge(part, by=officer_of(part), at=on(3, 11))
    with pytest.raises(ValidationError):
        actions.take_over_reply(suggestion, by=by, at=on(3, 12))
    promised = date(2026, 12, 20)
    given = reply(part, on(5, 6), "B", promised_on=promised, promise="年底前通车。")
    release(given, on(5, 7))
    assert (fresh(above).state, fresh(suggestion).state) == ("replied", "in_handling")
    actions.take_over_reply(suggestion, by=by, at=on(5, 8))
    assert (fresh(above).state, fresh(suggestion).state) == ("closed", "replied")
    taken = suggestion.replies.get()
    assert (taken.body, taken.result_class) == (given.body, "B")
    promise = Commitment.objects.get()
    assert (promise.suggestion_id, promise.promised_on) == (suggestion.pk, promised)
    rated(suggestion, 0, GOOD, on(5, 10))
    assert fresh(suggestion).state == "closed"


def test_a_promise_is_kept_a_year_later(town):
    suggestion = begun(town, on(3, 2))
    actions.submit_suggestion(suggestion, by=deputy_actor(signs(suggestion).deputy), at=on(3, 2))
    accept(suggestion, on(3, 3))
    (part,) = hand(suggestion, ["lead"], on(3, 4))
    actions.acknowledge(part, by=officer_of(part), at=on(3, 4))
    wanting = write(part, on(4, 1), "B", promised_on=None)
    with pytest.raises(ValidationError, match="承诺完成的日期"):
        actions.sign_reply(wanting, signed_by="陈国强", by=officer_of(part), at=on(4, 1))
    given = reply(part, on(4, 1), "B", edition=1, promised_on=date(2026, 12, 31))
    release(given, on(4, 2))
    rated(suggestion, 0, GOOD, on(4, 6))
    assert fresh(suggestion).state == "closed"
    promise = Commitment.objects.get(suggestion=suggestion)
    officer = officer_of(part)
    actions.promise_later(
        promise, text="资金推迟。", promised_on=date(2027, 4, 30), by=officer, at=on(12, 28)
    )
    actions.report_kept(promise, text="已修好。", by=officer, at=on(4, 10, 2027))
    office = office_of(suggestion)
    actions.find_not_kept(promise, text="还差路肩。", by=office, at=on(4, 12, 2027))
    actions.report_kept(promise, text="路肩已修。", by=officer, at=on(4, 25, 2027))
    actions.confirm_kept(promise, text="现场看过。", by=office, at=on(4, 26, 2027))
    promise.refresh_from_db()
    assert (promise.state, promise.kept_on) == ("kept", date(2027, 4, 26))
    assert (promise.first_promised_on, promise.promised_on) == (
        date(2026, 12, 31),
        date(2027, 4, 30),
    )
    kinds = list(promise.reports.values_list("kind", flat=True))
    assert kinds == ["later", "kept", "not_kept", "kept", "confirmed"]
