"""A meeting that is moved or cancelled: answers kept, asked again, the calendar follows."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from icalendar import Calendar

from congress.flow.moves import NotNow
from congress.notices import actions
from congress.notices.calendars import calendar_of
from congress.notices.models import EarlierDate, Notice
from congress.notices.queries.ledger import totals
from congress.notifications.models import PersonalLink
from tests.factories.notices import NoticeFactory, self_of, signer_of
from tests.routes.world import World


def moved(notice: Notice, world: World, **fields) -> Notice:
    later = notice.meeting_at + timedelta(days=2)
    given = {"meeting_at": later, "place": "镇政府三楼", "reason": "与县里会议冲突"} | fields
    return actions.move_meeting(notice, **given, by=signer_of(notice), at=world.at)


def test_the_old_answers_are_kept_and_asked_again(world: World, acts_on):
    notice = NoticeFactory(organisation=world.township, at=world.at, people=2, sent=True)
    row = notice.recipients.select_related("notice", "user", "seat").first()
    actions.answer_attendance(row, answer="attend", sequence=0, by=self_of(row), at=world.at)
    before = notice.meeting_at
    notice = moved(notice, world)
    found = totals(notice)
    assert (found.attend, found.not_yet, notice.sequence) == (0, 2, 1)
    kept = EarlierDate.objects.get(recipient=row)
    assert (kept.answer, kept.meeting_at, kept.place) == ("attend", before, "镇文化站大会议室")
    assert [(v.number, v.meeting_at, v.signed_by) for v in notice.versions.all()][-1] == (
        2,
        notice.meeting_at,
        str(signer_of(notice)),
    )
    ends = PersonalLink.objects.values_list("until", flat=True).distinct()
    assert [until > notice.meeting_at for until in ends] == [True]
    assert acts_on(notice)[-1] == "move_meeting"


def test_an_answer_to_the_old_date_is_refused(world: World):
    notice = NoticeFactory(organisation=world.township, at=world.at, sent=True)
    row = notice.recipients.select_related("notice", "user", "seat").get()
    moved(notice, world)
    with pytest.raises(ValidationError):
        actions.answer_attendance(row, answer="attend", sequence=0, by=self_of(row), at=world.at)
    row = actions.answer_attendance(row, answer="attend", sequence=1, by=self_of(row), at=world.at)
    assert row.answer == "attend"


@pytest.mark.parametrize(
    ("field", "value"),
    [("place", " "), ("reason", ""), ("meeting_at", "past"), ("meeting_at", "same")],
)
def test_what_a_move_needs(world: World, field, value):
    notice = NoticeFactory(organisation=world.township, at=world.at, sent=True)
    given = {field: value}
    if value == "past":
        given = {"meeting_at": world.at - timedelta(hours=1)}
    if value == "same":
        given = {"meeting_at": notice.meeting_at, "place": notice.place}
    with pytest.raises(ValidationError) as refused:
        moved(notice, world, **given)
    assert list(refused.value.message_dict) == [field]
    assert not EarlierDate.objects.exists()


def test_a_cancelled_notice_takes_no_more_answers(world: World):
    notice = NoticeFactory(organisation=world.township, at=world.at, sent=True)
    row = notice.recipients.select_related("notice", "user", "seat").get()
    with pytest.raises(ValidationError):
        actions.cancel_notice(notice, reason=" ", by=signer_of(notice), at=world.at)
    notice = actions.cancel_notice(
        notice, reason="改为书面征求意见", by=signer_of(notice), at=world.at
    )
    assert (notice.state, notice.cancelled_at, notice.sequence) == ("cancelled", world.at, 1)
    with pytest.raises(NotNow):
        actions.answer_attendance(row, answer="attend", sequence=1, by=self_of(row), at=world.at)
    with pytest.raises(NotNow):
        actions.cancel_notice(notice, reason="再次", by=signer_of(notice), at=world.at)
    assert notice.reference.endswith("-001")


def event_of(notice: Notice, world: World):
    calendar = Calendar.from_ical(calendar_of(notice, at=world.at))
    (event,) = calendar.walk("VEVENT")
    return calendar, event


def test_the_calendar_file_follows(world: World):
    notice = NoticeFactory(organisation=world.township, at=world.at, sent=True)
    calendar, event = event_of(notice, world)
    uid = str(event["UID"])
    assert event["DTSTART"].dt == notice.meeting_at.replace(microsecond=0)
    assert (event["SEQUENCE"], str(event["STATUS"]), str(event["LOCATION"])) == (
        0,
        "CONFIRMED",
        "镇文化站大会议室",
    )
    notice = moved(notice, world)
    _, event = event_of(notice, world)
    assert (str(event["UID"]), event["SEQUENCE"]) == (uid, 1)
    assert event["DTSTART"].dt == notice.meeting_at.replace(microsecond=0)
    notice = actions.cancel_notice(notice, reason="停水", by=signer_of(notice), at=world.at)
    calendar, event = event_of(notice, world)
    assert (str(calendar["METHOD"]), str(event["STATUS"])) == ("CANCEL", "CANCELLED")
    assert (str(event["UID"]), event["SEQUENCE"]) == (uid, 2)
