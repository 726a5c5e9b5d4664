"""The counted numbers beside the rows behind them."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from congress.suggestions import actions
from congress.suggestions.models import Clock, Commitment, Signatory, Suggestion
from congress.suggestions.queries.numbers import Numbers, numbers
from congress.suggestions.queries.statistics import Statistics, statistics
from tests.congress.suggestions.rating_cases import cosigned
from tests.factories.suggestions import (
    BAD,
    GOOD,
    SORT,
    STEPS,
    SuggestionFactory,
    deputy_actor,
    office_of,
    officer_of,
    presidium_of,
    rate,
    release,
    unit_of,
    write,
)
from tests.routes.world import World

KINDS = ("all", "state", "lead", "each", "class", "clock", "reply", "promise", "unit")


def again(suggestion: Suggestion) -> Suggestion:
    return Suggestion.objects.select_related("congress__parent", "term").get(pk=suggestion.pk)


def say(row: Signatory, **aspects: str) -> None:
    actions.rate(row, **aspects, by=deputy_actor(row.deputy), at=timezone.now())


def second_round(world: World, level: str) -> None:
    suggestion = SuggestionFactory(congress=world.township, rehandling=True)
    release(suggestion, timezone.now(), "B")
    if level:
        rate(again(suggestion), timezone.now(), **(GOOD | {"result": level}))


def separately(world: World) -> None:
    at = timezone.now()
    suggestion = SuggestionFactory(congress=world.township, registered=True)
    units = {unit_of(world.township, number): "separate" for number in range(2)}
    actions.hand_over(suggestion, units=units, by=presidium_of(suggestion), at=at)
    for part, letter in zip(suggestion.assignments.order_by("pk"), "AC", strict=True):
        actions.acknowledge(part, by=officer_of(part), at=at)
        reply = write(part, at, letter)
        actions.sign_reply(reply, signed_by="陈国强", by=officer_of(part), at=at)
        actions.release_reply(reply, by=presidium_of(suggestion), at=at)


def with_co_handler(world: World) -> None:
    suggestion = SuggestionFactory(congress=world.township, registered=True)
    units = {unit_of(world.township): "lead", unit_of(world.township, 1): "co_handler"}
    actions.hand_over(suggestion, units=units, by=presidium_of(suggestion), at=timezone.now())


def upward(world: World) -> None:
    at = timezone.now()
    suggestion = SuggestionFactory(congress=world.township, registered=True)
    actions.report_upward(suggestion, reason="超出权限。", by=presidium_of(suggestion), at=at)
    raised = Suggestion.objects.get(raised_from=suggestion)
    county = again(raised)
    actions.register_suggestion(county, **SORT, by=presidium_of(county), at=at)
    units = {unit_of(world.county): "lead"}
    actions.hand_over(county, units=units, by=presidium_of(county), at=at)


@pytest.fixture
def varied(world: World) -> World:
    for step in STEPS:
        SuggestionFactory(congress=world.township, **{step: True})
    world.term_of(world.county)
    at = timezone.now()
    for levels in ((GOOD, None), (GOOD, BAD), (None, GOOD | {"reply": "basically_satisfied"})):
        suggestion, *rows = cosigned(world.township, "B")
        for row, said in zip(rows, levels, strict=True):
            if said:
                say(row, **said)
    actions.remind_to_rate(suggestion, by=office_of(suggestion), at=at)
    for level in ("", "satisfied", "dissatisfied"):
        second_round(world, level)
    separately(world)
    with_co_handler(world)
    upward(world)
    SuggestionFactory(congress=world.other, in_handling=True)
    return moved(world)


def moved(world: World) -> World:
    """Time limits and promises on every side of today; some replies came too late."""
    steps = (-1, 0, 10, 11, 31)
    for number, clock in enumerate(Clock.objects.order_by("pk")):
        if clock.met and number % 2:
            clock.due = clock.stopped_on - timedelta(days=1)
        elif not clock.met:
            clock.due = world.today + timedelta(days=steps[number % 5])
        clock.save()
    for number, promise in enumerate(Commitment.objects.order_by("pk")):
        days = (-1, 30, 31)[number % 3]
        Commitment.objects.filter(pk=promise.pk).update(
            promised_on=world.today + timedelta(days=days)
        )
    return world


def told(found: Numbers) -> dict[str, Any]:
    counts = {code: number for code, number in found.counts.items() if number}
    return {"counts": counts, "units": list(found.units.items()), "classes": found.classes}


def by_rows(found: Statistics) -> dict[str, Any]:
    counts = {code: len(rows) for code, rows in found.rows.items()}
    return {"counts": counts, "units": list(found.units.items()), "classes": found.classes}


def test_every_number_is_that_of_its_rows(varied):
    everything = Suggestion.objects.submitted()
    for scope in (
        everything,
        everything.filter(congress=varied.township),
        everything.filter(congress=varied.county),
        everything.none(),
    ):
        assert told(numbers(scope, varied.today)) == by_rows(statistics(scope, varied.today))


def test_the_world_has_every_kind_of_figure(varied):
    counts = told(numbers(Suggestion.objects.submitted(), varied.today))["counts"]
    assert {code.split(".")[0] for code in counts} == set(KINDS)
    rated = {f"each.1.{level}" for level in ("satisfied", "dissatisfied", "missing", "open")}
    second = {f"lead.2.{level}" for level in ("satisfied", "dissatisfied", "open")}
    near = {"clock.late", "clock.soon", "clock.later", "reply.on_time", "reply.late"}
    promised = {"promise.late", "promise.soon", "promise.later"}
    assert rated | second | near | promised <= set(counts)


@pytest.mark.parametrize("kind", KINDS)
def test_the_rows_of_one_kind_are_those_of_all(kind, varied):
    scope = Suggestion.objects.submitted()
    every, some = statistics(scope, varied.today), statistics(scope, varied.today, f"{kind}.x")
    codes = {code for code in every.rows if code.split(".")[0] == kind}
    assert codes
    assert all(some.of(code) == every.of(code) for code in codes)


def test_counting_asks_ten_questions(varied, django_assert_num_queries):
    with django_assert_num_queries(10):
        numbers(Suggestion.objects.submitted(), varied.today)
