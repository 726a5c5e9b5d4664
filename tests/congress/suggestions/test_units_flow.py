"""A unit receives, speaks with the deputy, writes and signs; the presidium checks and releases."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from congress.suggestions import actions
from congress.suggestions.models import Clock, Contact, Reply, ReturnRequest
from congress.suggestions.rules import replies_visible_to
from tests.factories.organisations import OrganisationFactory
from tests.factories.suggestions import officer_of, part_of, presidium_of, write
from tests.routes.suggestions_units import (
    CONTACT,
    REPLY_TEXT,
    TITLE,
    co_part,
    draft,
    lead_part,
    made,
    of_part,
    of_reply,
    part,
    signed,
)


def url(name: str, kwargs) -> str:
    return reverse(f"suggestions:{name}", kwargs=kwargs)


def clock_of(row, event: str = "reply") -> Clock:
    return Clock.objects.get(assignment=row, event=event)


def test_the_lead_acknowledges_once(client_as, world):
    row = part(assigned=True)(world)
    client = client_as("unit_officer")
    for _ in range(2):
        client.post(url("acknowledge", of_part(row)))
    row.refresh_from_db()
    row.suggestion.refresh_from_db()
    assert row.suggestion.state == "in_handling"
    assert row.acknowledged_at is not None


def test_from_the_receipt_to_the_answer(client_as, world):
    row = part(assigned=True)(world)
    unit, chair = client_as("unit_officer"), client_as("chair")
    unit.post(url("acknowledge", of_part(row)))
    contact = CONTACT | {"day": world.today.isoformat()}
    for _ in range(2):
        unit.post(url("contact", of_part(row)), contact)
    assert Contact.objects.count() == 1
    page = unit.post(url("reply", of_part(row)), REPLY_TEXT | {"then": "sign"})
    reply = Reply.objects.get()
    assert page.url == url("sign_reply", of_reply(reply))
    unit.post(page.url, {"signed_by": "陈国强"})
    reply.refresh_from_db()
    assert (reply.state, reply.signed_by, reply.class_label[:2]) == ("in_review", "陈国强", "A类")
    assert clock_of(row).met
    chair.post(url("release_reply", of_reply(reply)))
    row.suggestion.refresh_from_db()
    assert row.suggestion.state == "replied"


@pytest.mark.parametrize(
    "text",
    [
        {"result_class": ""},
        {"body": " "},
        {"result_class": "B"},
        {"result_class": "B", "promise": "年内完成。", "promised_on": "2020-01-01"},
        {"result_class": "C"},
    ],
)
def test_a_reply_without_what_its_class_demands_is_not_signed(text, client_as, world):
    reply = draft(world)
    client = client_as("unit_officer")
    client.post(url("reply", of_part(reply.assignment)), REPLY_TEXT | {"version": 1} | text)
    page = client.post(url("sign_reply", of_reply(reply)), {"signed_by": "陈国强"})
    assert page.status_code == 200
    assert page.context["form"].non_field_errors()
    reply.refresh_from_db()
    assert reply.state == "draft"


def test_without_contact_it_is_not_signed(client_as, world):
    row = part(in_handling=True)(world)
    reply = actions.write_reply(
        row, body="已办。", result_class="A", by=officer_of(row), at=world.at
    )
    page = client_as("unit_officer").post(url("sign_reply", of_reply(reply)), {"signed_by": "陈"})
    assert page.context["form"].non_field_errors()
    assert Reply.objects.get().state == "draft"


def test_what_is_taken_or_given_back_runs_on(client_as, world):
    reply = signed(world)
    due = clock_of(reply.assignment).due
    client_as("unit_officer").post(url("recall_reply", of_reply(reply)))
    clock = clock_of(reply.assignment)
    assert (clock.stopped_on, clock.due) == (None, due)
    actions.sign_reply(
        Reply.objects.get(), signed_by="陈国强", by=officer_of(reply.assignment), at=world.at
    )
    client_as("chair").post(url("give_back_reply", of_reply(reply)), {"remark": "请写明时间。"})
    reply.refresh_from_db()
    assert (reply.state, reply.remark) == ("draft", "请写明时间。")
    assert clock_of(reply.assignment).stopped_on is None
    page = client_as("unit_officer").get(url("detail", {"pk": reply.suggestion_id}))
    assert "请写明时间。" in page.content.decode()


def test_a_second_window_overwrites_nothing(client_as, world):
    row = part(in_handling=True)(world)
    client, at = client_as("unit_officer"), url("reply_autosave", of_part(row))
    assert client.post(at, REPLY_TEXT).json()["version"] == 1
    assert client.post(at, REPLY_TEXT | {"body": "另一窗口"}).status_code == 409
    assert client.post(at, REPLY_TEXT | {"version": 1, "body": "新"}).json()["version"] == 2
    page = client.post(url("reply", of_part(row)), REPLY_TEXT | {"body": "旧窗口"})
    assert page.status_code == 409
    assert "旧窗口" in page.content.decode()
    assert Reply.objects.get().body == "新"


def test_after_the_signature_the_old_form_keeps_what_was_typed(client_as, world):
    reply = signed(world)
    page = client_as("unit_officer").post(
        url("reply", of_part(reply.assignment)), REPLY_TEXT | {"body": "旧窗口里的字"}
    )
    assert page.status_code == 409
    assert "旧窗口里的字" in page.content.decode()


@pytest.mark.parametrize(
    ("make", "seers"),
    [
        (draft, {"unit_officer"}),
        (signed, {"unit_officer", "chair", "secretary"}),
    ],
)
def test_who_sees_a_reply_before_its_release(make, seers, world):
    make(world)
    roles = ("unit_officer", "chair", "secretary", "county_supervisor")
    seen = {role for role in roles if replies_visible_to([world.actor(role)]).exists()}
    assert seen == seers


def test_a_released_reply_is_seen_by_all_who_see_the_record(world):
    made(replied=True)(world)
    for role in ("unit_officer", "chair", "secretary", "county_supervisor"):
        assert replies_visible_to([world.actor(role)]).count() == 1
    assert replies_visible_to([world.actor("secretary", "other")]).count() == 0


def test_a_unit_asks_to_return_it_once(client_as, world):
    row = part(assigned=True)(world)
    client = client_as("unit_officer")
    for _ in range(2):
        client.post(url("request_return", of_part(row)), {"reason": "不属本单位职责。"})
    assert ReturnRequest.objects.count() == 1
    row.suggestion.refresh_from_db()
    assert row.suggestion.state == "return_requested"


def test_one_of_several_that_has_signed_returns_nothing(world):
    suggestion = made(registered=True)(world)
    other = OrganisationFactory(unit=True, parent=world.township)
    units = {world.unit: "separate", other: "separate"}
    actions.hand_over(suggestion, units=units, by=presidium_of(suggestion), at=world.at)
    row = part_of(suggestion)
    actions.acknowledge(row, by=officer_of(row), at=world.at)
    reply = write(row, world.at)
    actions.sign_reply(reply, signed_by="陈国强", by=officer_of(row), at=world.at)
    with pytest.raises(ValidationError):
        actions.request_return(row, reason="不属职责。", by=officer_of(row), at=world.at)


def test_the_co_handler_writes_no_reply(client_as, world):
    row = co_part(world)
    client = client_as("unit_officer")
    assert client.get(url("reply", of_part(row))).status_code == 403
    client.post(url("opinion", of_part(row)), {"opinion": "先修学校门口。"})
    row.refresh_from_db()
    assert row.opinion == "先修学校门口。"


def test_the_lead_asks_for_another_opinion(client_as, world):
    row = lead_part(world)
    client = client_as("unit_officer")
    page = client.get(url("detail", {"pk": row.suggestion_id}))
    assert url("again", of_part(row)) in page.content.decode()
    for _ in range(2):
        client.post(url("again", of_part(row)), {"reason": "请写明经费。"})
    row.refresh_from_db()
    assert row.opinion == ""
    assert client.get(url("opinion", of_part(row))).status_code == 403


def test_an_opinion_stands_once_the_lead_has_signed(client_as, world):
    row = co_part(world)
    lead = row.suggestion.assignments.get(role="lead")
    lead.suggestion = row.suggestion
    actions.acknowledge(lead, by=officer_of(lead), at=world.at)
    reply = write(lead, world.at)
    actions.sign_reply(reply, signed_by="陈国强", by=officer_of(lead), at=world.at)
    page = client_as("unit_officer").post(url("opinion", of_part(row)), {"opinion": "晚到的意见"})
    assert page.status_code == 409
    row.refresh_from_db()
    assert row.opinion == ""


def test_the_list_by_what_waits(client_as, world):
    late = made(in_handling=True, title="关于过期事项的建议")(world)
    Clock.objects.filter(suggestion=late, event="reply").update(due=world.today - timedelta(days=2))
    made(assigned=True, title="关于新交办事项的建议")(world)
    made(in_handling=True)(world)
    made(replied=True, title="关于已答复事项的建议")(world)
    client = client_as("unit_officer")
    page = client.get(url("unit", {}))
    titles = [row["suggestion"].title for row in page.context["rows"]]
    assert titles == [
        "关于新交办事项的建议",
        "关于过期事项的建议",
        TITLE,
        "关于已答复事项的建议",
    ]
    counts = page.context["counts"]
    assert (counts.to_acknowledge, counts.owed, counts.late) == (1, 2, 1)
    done = client.get(url("unit", {}), {"stage": "done"}).context["rows"]
    assert [row["suggestion"].title for row in done] == ["关于已答复事项的建议"]


def test_another_unit_finds_nothing(client_as, world):
    row = part(in_handling=True)(world)
    client = client_as("unit_officer", "other")
    assert client.get(url("detail", {"pk": row.suggestion_id})).status_code == 404
    assert client.get(url("unit", {})).context["rows"] == []
