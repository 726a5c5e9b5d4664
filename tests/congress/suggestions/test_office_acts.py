"""What an act of office or presidium refuses, tells and leaves behind."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from congress.audit.models import Entry
from congress.flow.moves import NotNow
from congress.organisations.roles import CHAIR, COUNTY_SUPERVISOR, SECRETARY
from congress.suggestions import actions
from congress.suggestions.models import Suggestion
from congress.suggestions.queries.merging import candidates
from congress.suggestions.queries.waiting import waiting_count
from tests.factories.suggestions import (
    SuggestionFactory,
    office_of,
    officer_of,
    part_of,
    presidium_of,
    unit_of,
)
from tests.routes.suggestions_office import SORTED, WHY, answered_above, reported
from tests.routes.world import World


def url(name: str, suggestion: Suggestion, *more: int) -> str:
    return reverse(f"suggestions:{name}", args=[suggestion.pk, *more])


def test_pressed_twice_it_is_registered_once(world: World, client_as):
    suggestion = SuggestionFactory(congress=world.township, submitted=True)
    client = client_as(CHAIR)
    first = client.post(url("register", suggestion), SORTED)
    second = client.post(url("register", suggestion), SORTED)
    assert (first.status_code, second.status_code) == (302, 409)
    suggestion.refresh_from_db()
    assert suggestion.reference
    assert suggestion.category == "roads"
    assert Entry.objects.filter(object_id=suggestion.pk, act="register").count() == 1


def test_a_stale_page_keeps_what_was_typed(world: World, client_as):
    suggestion = SuggestionFactory(congress=world.township, registered=True)
    answer = client_as(CHAIR).post(
        url("refuse", suggestion), {"refusal": "academic", "note": "属于学术探讨"}
    )
    assert answer.status_code == 409
    assert "属于学术探讨" in answer.content.decode()


@pytest.mark.parametrize("data", [{"note": "说明"}, {"refusal": "academic", "note": " "}])
def test_a_refusal_needs_reason_and_words(data, world: World, client_as):
    suggestion = SuggestionFactory(congress=world.township, submitted=True)
    answer = client_as(CHAIR).post(url("refuse", suggestion), data)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    suggestion.refresh_from_db()
    assert suggestion.state == "submitted"


def test_a_hand_over_is_one_lead_or_only_separate_ones(world: World, client_as):
    suggestion = SuggestionFactory(congress=world.township, registered=True)
    first, second = unit_of(world.township).pk, unit_of(world.township, 1).pk
    client = client_as(CHAIR)
    for data in (
        {},
        {"co_handlers": [first]},
        {"lead": first, "separate": [second]},
        {"lead": first, "co_handlers": [first]},
        {"lead": unit_of(world.other).pk},
    ):
        answer = client.post(url("hand_over", suggestion), data)
        assert answer.status_code == 200
        assert answer.context["form"].errors
    assert client.post(url("hand_over", suggestion), {"lead": first, "co_handlers": [second]})
    roles = suggestion.assignments.values_list("unit", "role")
    assert dict(roles) == {first: "lead", second: "co_handler"}


def test_separate_units(world: World, client_as):
    suggestion = SuggestionFactory(congress=world.township, registered=True)
    units = [unit_of(world.township).pk, unit_of(world.township, 1).pk]
    client_as(CHAIR).post(url("hand_over", suggestion), {"separate": units})
    assert {part.role for part in suggestion.assignments.all()} == {"separate"}


def test_the_hand_over_shows_the_dates_that_then_begin(world: World, client_as):
    suggestion = SuggestionFactory(congress=world.township, registered=True)
    client = client_as(CHAIR)
    shown = client.get(url("hand_over", suggestion)).context["following"]
    client.post(url("hand_over", suggestion), {"lead": unit_of(world.township).pk})
    begun = dict(suggestion.clocks.filter(stopped_on=None).values_list("event", "due"))
    foreseen = {row.event: row.found.due for row in shown if not row.at_receipt}
    assert foreseen["reply"] == begun["reply"]
    assert begun.items() >= foreseen.items() - {("co_opinion", foreseen.get("co_opinion"))}


def test_taken_back_only_before_the_receipt(world: World, client_as):
    suggestion = SuggestionFactory(congress=world.township, assigned=True)
    part = part_of(suggestion)
    client = client_as(CHAIR)
    client.post(
        url("add_unit", suggestion), {"unit": unit_of(world.township, 1).pk, "role": "co_handler"}
    )
    co_handler = suggestion.assignments.select_related("unit", "suggestion__congress").last()
    actions.acknowledge(co_handler, by=officer_of(co_handler), at=world.at)
    assert client.get(url("take_back", suggestion)).status_code == 302
    answer = client.post(url("take_back", suggestion), WHY)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    part.refresh_from_db()
    assert part.ended_at is None


def test_a_request_belongs_to_its_record(world: World, client_as):
    suggestion = SuggestionFactory(congress=world.township, return_requested=True)
    other = SuggestionFactory(congress=world.township, registered=True)
    asked = part_of(suggestion).returns.get()
    assert client_as(CHAIR).get(url("grant_return", other, asked.pk)).status_code == 404


def test_a_return_is_decided_once(world: World, client_as):
    suggestion = SuggestionFactory(congress=world.township, return_requested=True)
    asked = part_of(suggestion).returns.get()
    client = client_as(CHAIR)
    assert client.post(url("grant_return", suggestion, asked.pk), {}).status_code == 302
    late = client.post(url("refuse_return", suggestion, asked.pk), {"remark": "不同意"})
    assert late.status_code == 409
    suggestion.refresh_from_db()
    assert suggestion.state == "registered"


def test_the_most_alike_stand_first(world: World):
    made = {
        title: SuggestionFactory(congress=world.township, title=title, registered=True)
        for title in ("关于整治垃圾的建议", "关于修缮石桥学校门口道路的建议", "关于办好食堂的建议")
    }
    asked = SuggestionFactory(
        congress=world.township, title="关于石桥学校道路的建议", registered=True
    )
    SuggestionFactory(congress=world.other, title="关于石桥学校道路的建议", registered=True)
    found = [row.suggestion.title for row in candidates(asked)]
    assert found[0] == "关于修缮石桥学校门口道路的建议"
    assert sorted(found) == sorted(made)


def test_merged_and_separated(world: World, client_as):
    into = SuggestionFactory(congress=world.township, registered=True)
    suggestion = SuggestionFactory(congress=world.township, registered=True)
    client = client_as(CHAIR)
    client.post(url("merge", suggestion), {"into": into.pk})
    assert into.signatories.count() == 2
    page = client.get(url("detail", into))
    assert [row.pk for row in page.context["page"].merged] == [suggestion.pk]
    client.post(url("separate", suggestion), WHY)
    suggestion.refresh_from_db()
    assert (suggestion.state, into.signatories.count()) == ("registered", 1)


def test_what_a_township_reported_stays_whole_at_the_county(world: World, client_as):
    below = reported(world)
    above = Suggestion.objects.get(raised_from=below)
    by, at = presidium_of(above), world.at
    scan = SimpleUploadedFile("a.pdf", b"%PDF-1.4 a")
    with pytest.raises(ValidationError):
        actions.send_back_suggestion(above, reason="请修改", by=by, at=at)
    with pytest.raises(ValidationError):
        actions.withdraw_on_paper(above, reason="撤回", scan=scan, by=by, at=at)
    actions.register_suggestion(above, **SORTED, by=by, at=at)
    into = SuggestionFactory(congress=world.county, registered=True)
    with pytest.raises(ValidationError):
        actions.merge_suggestion(above, into=into, by=by, at=at)
    assert not above.clocks.filter(event="notify").exists()
    client = client_as(COUNTY_SUPERVISOR)
    for name in ("send_back", "withdraw_on_paper", "merge", "publish"):
        assert client.get(url(name, above)).status_code == 302
    assert client.get(url("hand_over", above)).status_code == 200


def test_the_countys_reply_is_taken_over(world: World, client_as):
    suggestion = answered_above(world)
    client = client_as(CHAIR)
    page = client.get(url("take_over", suggestion)).content.decode()
    assert "望江码头已列入计划。" in page
    client.post(url("take_over", suggestion))
    suggestion.refresh_from_db()
    assert suggestion.state == "replied"
    assert Suggestion.objects.get(raised_from=suggestion).state == "closed"


def test_before_the_county_has_replied_there_is_nothing_to_take_over(world: World, client_as):
    suggestion = reported(world)
    client = client_as(CHAIR)
    assert client.get(url("take_over", suggestion)).status_code == 302
    page = client.get(url("detail", suggestion))
    assert page.context["page"].words == "已上报县"
    assert url("add_unit", suggestion) not in page.content.decode()


def test_no_unit_beside_the_county(world: World):
    suggestion = reported(world)
    unit = unit_of(world.township)
    suggestion.refresh_from_db()
    with pytest.raises(NotNow):
        actions.add_unit(
            suggestion, unit=unit, role="lead", by=presidium_of(suggestion), at=world.at
        )


def test_published_only_when_checked(world: World, client_as):
    suggestion = SuggestionFactory(congress=world.township, registered=True)
    client = client_as(CHAIR)
    refused = client.post(url("publish", suggestion), {})
    assert refused.status_code == 200
    assert "checked" in refused.context["form"].errors
    client.post(url("publish", suggestion), {"checked": "on"})
    suggestion.refresh_from_db()
    assert suggestion.published_at
    client.post(url("unpublish", suggestion), WHY)
    suggestion.refresh_from_db()
    assert suggestion.published_at is None


def test_told_is_noted_once_and_stops_the_clock(world: World, client_as):
    suggestion = SuggestionFactory(congress=world.township, registered=True)
    client = client_as(SECRETARY)
    for _ in range(2):
        client.post(url("told", suggestion))
    assert Entry.objects.filter(object_id=suggestion.pk, act="tell_deputy").count() == 1
    assert not suggestion.clocks.running().filter(event="notify").exists()


def test_a_paper_withdrawal_needs_its_scan(world: World, client_as):
    suggestion = SuggestionFactory(congress=world.township, in_handling=True)
    client = client_as(SECRETARY)
    assert client.post(url("withdraw_on_paper", suggestion), WHY).context["form"].errors
    scan = SimpleUploadedFile("撤回书.pdf", b"%PDF-1.4 a")
    client.post(url("withdraw_on_paper", suggestion), WHY | {"scan": scan})
    suggestion.refresh_from_db()
    assert suggestion.state == "withdrawn"
    page = client_as(CHAIR).get(url("detail", suggestion))
    assert [file.name for file in page.context["page"].files] == ["撤回书.pdf"]


def test_prepared_it_waits_for_the_presidium_alone(world: World, client_as):
    at = world.at - timedelta(minutes=5)
    suggestion = SuggestionFactory(congress=world.township, submitted=True, at=at)
    office, presidium = office_of(suggestion), presidium_of(suggestion)
    assert (waiting_count([office]), waiting_count([presidium])) == (1, 1)
    client_as(SECRETARY).post(url("propose", suggestion), SORTED)
    assert (waiting_count([office]), waiting_count([presidium])) == (0, 1)
    actions.register_suggestion(suggestion, **SORTED, by=presidium, at=world.at)
    assert (waiting_count([office]), waiting_count([presidium])) == (1, 1)
    client_as(SECRETARY).post(url("told", suggestion))
    assert (waiting_count([office]), waiting_count([presidium])) == (0, 1)
