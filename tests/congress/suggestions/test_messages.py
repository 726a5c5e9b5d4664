"""What asks for an act goes with the act; news stays until its person has read it."""

import pytest

from congress.notifications.models import Message
from congress.suggestions import actions
from congress.suggestions.models import Suggestion
from tests.congress.suggestions.acts import scan
from tests.factories.suggestions import (
    SuggestionFactory,
    lead_row,
    office_of,
    officer_of,
    presidium_of,
    unit_of,
    write,
)
from tests.routes.suggestions_units import co_part, part
from tests.routes.world import World


def unread(suggestion: Suggestion, user_id: int | None) -> list[str]:
    rows = Message.objects.unread().filter(user=user_id, kind="suggestion")
    titles = rows.filter(object_id=suggestion.pk).order_by("pk").values_list("title", flat=True)
    return [title.partition("：")[0] for title in titles]


def test_news_to_the_deputy_outlives_the_acts_of_others(world):
    suggestion = SuggestionFactory(congress=world.township, replied=True)
    told = unread(suggestion, lead_row(suggestion).deputy.user_id)
    assert told == [
        f"您的建议已受理，编号{suggestion.reference}",
        "已交办",
        "您的建议已答复，请评价",
    ]


def test_what_asked_the_office_or_the_deputy_goes_with_the_act(world):
    office = world.user("secretary")
    suggestion = SuggestionFactory(congress=world.township, closed=True)
    assert Message.objects.filter(user=office, room="suggestions").count() == 2
    assert unread(suggestion, office.pk) == []
    lead = unread(suggestion, lead_row(suggestion).deputy.user_id)
    assert [title for title in lead if "评价" in title] == []


def asked(world: World, role: str) -> list[str]:
    """What asks this person for an act, the record apart."""
    rows = Message.objects.unread().filter(user=world.user(role), news=False).order_by("pk")
    return [title.partition("：")[0] for title in rows.values_list("title", flat=True)]


def test_what_is_handed_over_waits_for_each_unit_until_that_one_receives_it(world):
    world.user("unit_officer")
    own = co_part(world)
    lead = own.suggestion.assignments.select_related("unit").get(role="lead")
    assert asked(world, "unit_officer") == ["交你单位办理"]
    actions.acknowledge(lead, by=officer_of(lead), at=world.at)
    assert asked(world, "unit_officer") == ["交你单位办理"]
    actions.acknowledge(own, by=officer_of(own), at=world.at)
    assert asked(world, "unit_officer") == []


def test_what_is_taken_back_or_withdrawn_waits_for_no_unit(world):
    world.user("unit_officer")
    row = part(assigned=True)(world)
    by = presidium_of(row.suggestion)
    actions.take_back_hand_over(row.suggestion, reason="重新研究。", by=by, at=world.at)
    assert asked(world, "unit_officer") == []
    units = {unit_of(world.township): "lead"}
    actions.hand_over(row.suggestion, units=units, by=by, at=world.at)
    assert asked(world, "unit_officer") == ["交你单位办理"]
    given = {"reason": "已经解决。", "scan": scan()}
    actions.withdraw_on_paper(row.suggestion, **given, by=office_of(row.suggestion), at=world.at)
    assert asked(world, "unit_officer") == []


@pytest.mark.parametrize("role", ["secretary", "chair"])
def test_a_reply_waits_for_its_check_until_it_is_given_back_or_released(role, world):
    for each in (role, "unit_officer"):
        world.user(each)
    row = part(in_handling=True)(world)
    by, unit = presidium_of(row.suggestion), officer_of(row)
    reply = write(row, world.at)
    before = asked(world, role)
    actions.sign_reply(reply, signed_by="陈国强", by=unit, at=world.at)
    assert asked(world, role) == [*before, "答复待审核"]
    actions.give_back_reply(reply, remark="类别不对。", by=by, at=world.at)
    assert asked(world, role) == before
    assert asked(world, "unit_officer") == ["答复退回修改"]
    actions.sign_reply(reply, signed_by="陈国强", by=unit, at=world.at)
    assert asked(world, "unit_officer") == []


def test_more_time_is_not_asked_for_any_more_when_the_reply_is_signed(world):
    world.user("chair")
    row = part(in_handling=True)(world)
    clock = row.clocks.select_related("assignment__suggestion").get(event="reply")
    clock.assignment = row
    actions.request_extension(clock, reason="涉及面广。", by=officer_of(row), at=world.at)
    assert len(asked(world, "chair")) == 1
    actions.sign_reply(write(row, world.at), signed_by="陈国强", by=officer_of(row), at=world.at)
    assert asked(world, "chair") == ["答复待审核"]
