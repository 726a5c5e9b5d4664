"""The figures of the handling, counted by hand beside the query's answer."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from congress.suggestions import actions
from congress.suggestions.models import Clock, Commitment, Suggestion
from congress.suggestions.queries.figures import finding, name_of
from congress.suggestions.queries.statistics import Statistics, statistics
from tests.congress.suggestions.rating_cases import cosigned
from tests.factories.suggestions import (
    GOOD,
    SuggestionFactory,
    deputy_actor,
    office_of,
    part_of,
    presidium_of,
    rate,
    release,
)
from tests.routes.table import content
from tests.routes.world import World

BASIC = GOOD | {"reply": "basically_satisfied"}


def rated(row: Any, **aspects: str) -> None:
    actions.rate(row, **aspects, by=deputy_actor(row.deputy), at=timezone.now())


def found_of(world: World) -> Statistics:
    return statistics(Suggestion.objects.submitted(), world.today)


def numbers(found: Statistics) -> dict[str, int]:
    return {code: len(rows) for code, rows in found.rows.items()}


def picked(found: Statistics, kind: str) -> dict[str, int]:
    return {code: n for code, n in numbers(found).items() if code.startswith(kind)}


def test_satisfaction_by_suggestion_and_by_signatory_with_slips_not_returned(world):
    first, lead, second = cosigned(world.township)
    rated(lead, **GOOD)
    actions.remind_to_rate(first, by=office_of(first), at=timezone.now())
    _other, lead, second = cosigned(world.township)
    rated(second, **BASIC)
    SuggestionFactory(congress=world.township, rehandling=True)
    found = found_of(world)
    assert picked(found, "lead.") == {
        "lead.1.satisfied": 1,
        "lead.1.open": 1,
        "lead.1.dissatisfied": 1,
    }
    assert picked(found, "each.") == {
        "each.1.satisfied": 1,
        "each.1.missing": 1,
        "each.1.open": 1,
        "each.1.basically_satisfied": 1,
        "each.1.dissatisfied": 1,
    }
    assert (found.rated("lead.1"), found.rated("each.1"), found.rated("each.2")) == (2, 3, 0)


def test_the_second_round_has_its_own_denominator(world):
    suggestion = SuggestionFactory(congress=world.township, rehandling=True)
    release(suggestion, timezone.now())
    rate(Suggestion.objects.get(pk=suggestion.pk), timezone.now(), **GOOD)
    found = found_of(world)
    assert picked(found, "lead.") == {"lead.1.dissatisfied": 1, "lead.2.satisfied": 1}
    unit = part_of(suggestion).unit_id
    assert picked(found, "unit.") == {f"unit.{unit}.all": 1, f"unit.{unit}.answered": 1}


def test_states_classes_and_clocks(world):
    SuggestionFactory(congress=world.township)
    SuggestionFactory(congress=world.township, submitted=True)
    SuggestionFactory(congress=world.township, promised=True)
    late = SuggestionFactory(congress=world.township, in_handling=True)
    near = SuggestionFactory(congress=world.township, in_handling=True)
    SuggestionFactory(congress=world.township, closed=True)
    days = {late.pk: world.today - timedelta(days=1), near.pk: world.today + timedelta(days=10)}
    for key, day in days.items():
        Clock.objects.filter(suggestion=key, event="reply").update(due=day)
    found = found_of(world)
    assert picked(found, "state.") == {
        "state.submitted": 1,
        "state.replied": 1,
        "state.in_handling": 2,
        "state.closed": 1,
    }
    assert (found.number("all"), picked(found, "class.")) == (5, {"class.B": 1, "class.A": 1})
    assert ([row.record for row in found.of("clock.late")]) == [late.pk]
    assert near.pk in [row.record for row in found.of("clock.soon")]
    assert found.number("reply.on_time") == 2
    assert found.number(f"unit.{part_of(late).unit_id}.late") == 1
    assert found.classes["B"].startswith("B")
    assert "1" in finding(found)


def test_promises_stand_in_one_place_each(world):
    for _number in range(3):
        SuggestionFactory(congress=world.township, promised=True)
    first, second, _third = Commitment.objects.order_by("pk")
    Commitment.objects.filter(pk=first.pk).update(promised_on=world.today - timedelta(days=1))
    Commitment.objects.filter(pk=second.pk).update(promised_on=world.today + timedelta(days=30))
    assert picked(found_of(world), "promise.") == {
        "promise.late": 1,
        "promise.soon": 1,
        "promise.later": 1,
    }


def test_what_was_reported_to_the_county_counts_once(world):
    suggestion = SuggestionFactory(congress=world.township, registered=True)
    world.term_of(world.county)
    at = timezone.now()
    actions.report_upward(suggestion, reason="超出权限。", by=presidium_of(suggestion), at=at)
    both = statistics(Suggestion.objects.submitted(), world.today)
    county = statistics(Suggestion.objects.filter(congress=world.county), world.today)
    assert ([row.record for row in both.of("all")], county.number("all")) == ([suggestion.pk], 1)


def test_the_finding_does_not_call_in_time_what_was_answered_late(world):
    for _number in range(2):
        SuggestionFactory(congress=world.township, closed=True)
    assert finding(found_of(world)) == "2件建议均在期限内办理，领衔代表没有不满意的"
    late = Clock.objects.filter(event="reply").order_by("pk").first()
    Clock.objects.filter(pk=late.pk).update(due=world.today - timedelta(days=1))
    assert finding(found_of(world)) == "目前没有超期件；2件答复中有1件是超期作出的"


def test_nothing_at_all_has_a_finding_too(world):
    found = found_of(world)
    assert (finding(found), numbers(found)) == (finding(Statistics()), {})


def test_every_figure_has_a_name_and_its_rows_open(world, client_as):
    _suggestion, lead, _second = cosigned(world.township, "B")
    rated(lead, **GOOD)
    found = found_of(world)
    client = client_as("chair")
    for code in [code for code, rows in found.rows.items() if rows]:
        assert name_of(code, found)
        page = client.get(reverse("suggestions:board_rows"), {"figure": code})
        assert page.context["number"] == found.number(code)
    for wrong in (
        "state.nothing",
        "class.Z",
        "unit.1.all.x",
        "lead.3.satisfied",
        "x",
        "unit.٣.all",
    ):
        page = client.get(reverse("suggestions:board_rows"), {"figure": wrong})
        assert page.status_code == 404


COSTS = {
    ("board", "chair"): 27,
    ("board", "county_supervisor"): 26,
    ("board_rows", "chair"): 18,
    ("board_rows_excel", "chair"): 11,
    ("commitments", "chair"): 20,
    ("commitments", "unit_officer"): 17,
    ("promises_excel", "chair"): 8,
}


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_costs_the_same_whatever_the_rows(number, world, client_as):
    for _again in range(number):
        suggestion, lead, _second = cosigned(world.township, "B")
        rated(lead, **GOOD)
        actions.remind_to_rate(suggestion, by=office_of(suggestion), at=timezone.now())
    found = {}
    for name, role in COSTS:
        client = client_as(role)
        with CaptureQueriesContext(connection) as queries:
            content(client.get(reverse(f"suggestions:{name}")))
        found[name, role] = len(queries)
    assert found == COSTS


def test_filters_stand_in_the_address(world, client_as):
    SuggestionFactory(congress=world.township, submitted=True)
    SuggestionFactory(congress=world.other, submitted=True)
    client, url = client_as("county_supervisor"), reverse("suggestions:board")

    def number(**query: Any) -> int:
        return client.get(url, query).context["cells"]["first"][0].number

    assert number() == 2
    assert number(congress=world.township.pk) == 1
    assert (number(session="between"), number(year=world.today.year)) == (2, 2)
    assert (number(year="1999"), number(session="x-y"), number(congress="x")) == (2, 2, 2)
