"""The second round, the joint study, the reminder, closing and opening again."""

from datetime import datetime, time, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from congress.audit.models import Entry
from congress.notifications.models import Message
from congress.suggestions import actions
from congress.suggestions.models import JointStudy, Rating, Suggestion
from congress.suggestions.queries.following import to_close
from congress.workdays.models import ClockSettings
from tests.congress.suggestions.acts import scan
from tests.congress.suggestions.rating_cases import cosigned, link_of, typed
from tests.factories.suggestions import (
    BAD,
    GOOD,
    SuggestionFactory,
    deputy_actor,
    office_of,
    officer_of,
    part_of,
    presidium_of,
    rate,
    release,
    unit_of,
)

REOPEN = "重新打开"


def press(client: Client, name: str, suggestion: Suggestion, **data: Any) -> Any:
    args = [suggestion.pk]
    if "rating" in data:
        args.append(data.pop("rating"))
    return client.post(reverse(f"suggestions:{name}", args=args), data)


def rated(row: Any, **aspects: str) -> Rating:
    return actions.rate(row, **aspects, by=deputy_actor(row.deputy), at=timezone.now())


def now(suggestion: Suggestion) -> tuple[str, int]:
    suggestion.refresh_from_db()
    return suggestion.state, suggestion.round_no


@pytest.fixture
def case(world) -> tuple[Suggestion, Any, Any]:
    """A co-signer is dissatisfied, the lead deputy is satisfied."""
    suggestion, lead, second = cosigned(world.township)
    rated(lead, **GOOD)
    rated(second, **BAD, comment="没有解决。")
    return suggestion, lead, second


def test_a_co_signers_dissatisfaction_waits_for_the_chair(case, client_as, world):
    suggestion, _lead, second = case
    rating = Rating.objects.get(signatory=second)
    assert now(suggestion) == ("replied", 1)
    assert press(client_as("secretary"), "close", suggestion).status_code == 302
    assert now(suggestion) == ("replied", 1)
    assert (
        press(client_as("secretary"), "open_round", suggestion, rating=rating.pk).status_code == 403
    )
    client = client_as("chair")
    for _press in range(2):
        press(client, "open_round", suggestion, rating=rating.pk, note="")
    assert now(suggestion) == ("rehandling", 2)
    assert Entry.objects.filter(act="open_second_round").count() == 1
    rating.refresh_from_db()
    assert (rating.decision, rating.decided_by) == ("opened", str(world.actor("chair")))


def test_the_chair_notes_why_not_and_the_last_decision_closes(case, client_as):
    suggestion, _lead, second = case
    rating = Rating.objects.get(signatory=second)
    client = client_as("chair")
    empty = press(client, "no_round", suggestion, rating=rating.pk, note=" ")
    assert (empty.status_code, now(suggestion)) == (200, ("replied", 1))
    press(client, "no_round", suggestion, rating=rating.pk, note="明年列入计划。")
    assert now(suggestion) == ("closed", 1)
    told = Message.objects.filter(user=second.deputy.user).order_by("pk").last()
    assert told.text == "明年列入计划。"


def test_the_leads_rating_is_not_put_before_the_chair(world, client_as):
    suggestion, lead, _second = cosigned(world.township)
    rating = rated(lead, **GOOD)
    answer = press(client_as("chair"), "open_round", suggestion, rating=rating.pk)
    assert (answer.status_code, now(suggestion)) == (409, ("replied", 1))


def test_a_reminder_once_then_the_time_then_closed_without_the_slip(world, client_as):
    suggestion, lead, second = cosigned(world.township)
    rated(lead, **GOOD)
    client = client_as("secretary")
    press(client, "close", suggestion)
    assert now(suggestion) == ("replied", 1)
    for _press in range(2):
        press(client, "remind_to_rate", suggestion)
    assert Entry.objects.filter(act="remind_to_rate").count() == 1
    told = Message.objects.filter(user=second.deputy.user).order_by("pk").last()
    assert told.path == link_of(suggestion, second)
    press(client, "close", suggestion)
    assert now(suggestion) == ("replied", 1)
    by = office_of(suggestion)
    actions.close_suggestion(suggestion, by=by, at=timezone.now() + timedelta(days=60))
    assert now(suggestion) == ("closed", 1)
    last = Entry.objects.filter(act="close").get()
    assert second.deputy.user.name in last.note


def test_who_is_reminded_late_has_a_week_to_answer(world):
    ClockSettings.objects.create(county=world.county, rules="chongqing")
    suggestion, *_signed = cosigned(world.township)
    by, due = office_of(suggestion), suggestion.clocks.running().get(event="feedback").due
    at = timezone.make_aware(datetime.combine(due + timedelta(days=3), time(9)))
    assert to_close([by], due + timedelta(days=3)).get() == suggestion
    actions.remind_to_rate(suggestion, by=by, at=at)
    for days in (0, 7):
        with pytest.raises(ValidationError, match="代表反馈的期限到"):
            actions.close_suggestion(suggestion, by=by, at=at + timedelta(days))
        assert not to_close([by], due + timedelta(days=3 + days)).exists()
    assert to_close([by], due + timedelta(days=11)).get() == suggestion
    actions.close_suggestion(suggestion, by=by, at=at + timedelta(days=8))
    assert now(suggestion) == ("closed", 1)


def test_after_a_second_dissatisfaction_the_joint_study_comes_before_the_closing(world, client_as):
    suggestion = SuggestionFactory(congress=world.township, replied=True)
    rate(suggestion, timezone.now(), **BAD)
    release(Suggestion.objects.get(pk=suggestion.pk), timezone.now())
    fields = {"people_present": "主席、代表、单位", "outcome": "明年春天修。"}
    client = client_as("chair")
    press(client, "joint_study", suggestion, day=world.today, **fields)
    assert JointStudy.objects.count() == 0
    rate(Suggestion.objects.get(pk=suggestion.pk), timezone.now(), **BAD)
    assert now(suggestion) == ("replied", 2)
    press(client_as("secretary"), "close", suggestion)
    assert now(suggestion) == ("replied", 2)
    tomorrow = world.today + timedelta(days=1)
    press(client, "joint_study", suggestion, day=tomorrow, **fields)
    assert JointStudy.objects.count() == 0
    for _press in range(2):
        press(client, "joint_study", suggestion, day=world.today, **fields)
    assert JointStudy.objects.get().outcome == "明年春天修。"
    press(client_as("secretary"), "close", suggestion)
    assert now(suggestion) == ("closed", 2)


def test_opened_again_with_a_reason_and_rated_anew_by_the_old_link(world, client_as):
    suggestion = SuggestionFactory(congress=world.township, closed=True)
    assert press(client_as("secretary"), "reopen", suggestion, reason="x").status_code == 403
    client = client_as("chair")
    assert press(client, "reopen", suggestion, reason="").status_code == 200
    press(client, "reopen", suggestion, reason="代表要求。")
    assert now(suggestion) == ("replied", 1)
    row = suggestion.signatories.get()
    Client().post(link_of(suggestion, row), typed(**BAD))
    assert now(suggestion) == ("rehandling", 2)


@pytest.mark.parametrize("withdrawn", [False, True])
def test_a_county_record_from_a_township_is_closed_with_that_one_alone(world, withdrawn, client_as):
    suggestion = SuggestionFactory(congress=world.township, registered=True)
    world.term_of(world.county)
    at = timezone.now()
    actions.report_upward(suggestion, reason="超出权限。", by=presidium_of(suggestion), at=at)
    above = Suggestion.objects.select_related("congress__parent", "term").get(
        raised_from=suggestion
    )
    by = presidium_of(above)
    fields = {"category": "roads", "jurisdiction": "county"}
    actions.register_suggestion(above, **fields, by=by, at=at)
    actions.hand_over(above, units={unit_of(above.congress): "lead"}, by=by, at=at)
    part = part_of(above)
    actions.acknowledge(part, by=officer_of(part), at=at)
    release(above, at)
    with pytest.raises(ValidationError):
        actions.close_suggestion(above, by=by, at=at)
    assert now(above) == ("replied", 1)
    if withdrawn:
        given = {"reason": "问题已经解决。", "scan": scan()}
        actions.withdraw_on_paper(suggestion, **given, by=office_of(suggestion), at=at)
    else:
        actions.take_over_reply(suggestion, by=presidium_of(suggestion), at=at)
    assert now(above)[0] == "closed"
    assert now(suggestion)[0] == ("withdrawn" if withdrawn else "replied")
    client = client_as("county_supervisor")
    assert REOPEN not in client.get(reverse("suggestions:detail", args=[above.pk])).content.decode()
    press(client, "reopen", above, reason="县里再研究。")
    assert now(above)[0] == "closed"
