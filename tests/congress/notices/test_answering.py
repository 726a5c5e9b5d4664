"""What a person does with a notice, what counts, and what the office enters instead."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from congress.audit.models import Entry
from congress.notices import actions
from congress.notices.models import Notice, Recipient
from congress.notices.queries.ledger import left_to_call, totals
from congress.organisations.rules import NotAllowed
from tests.factories.notices import NoticeFactory, self_of, signer_of, writer_of
from tests.routes.world import World


@pytest.fixture
def meeting(world: World) -> Notice:
    return NoticeFactory(organisation=world.township, at=world.at, people=4, sent=True)


def rows_of(notice: Notice) -> list[Recipient]:
    return list(notice.recipients.select_related("notice", "user", "seat").order_by("pk"))


def answer(row: Recipient, what: str, world: World, reason: str = "") -> Recipient:
    return actions.answer_attendance(
        row, answer=what, reason=reason, sequence=row.notice.sequence, by=self_of(row), at=world.at
    )


def test_an_opening_counts_for_nothing_a_press_does(world: World, acts_on):
    notice = NoticeFactory(organisation=world.township, at=world.at, to_confirm=True, sent=True)
    (row,) = rows_of(notice)
    actions.open_notice(row, by=self_of(row), at=world.at)
    found = totals(notice)
    assert (found.opened, found.not_yet) == (1, 1)
    for _ in range(2):
        actions.confirm_notice(row, by=self_of(row), at=world.at + timedelta(minutes=1))
    row.refresh_from_db()
    assert (row.opened_at, row.confirmed_at) == (world.at, world.at + timedelta(minutes=1))
    found = totals(notice)
    assert (found.confirmed, found.not_yet) == (1, 0)
    assert acts_on(notice).count("confirm") == 1


def test_nobody_answers_for_another(world: World, meeting: Notice):
    first, second, *_ = rows_of(meeting)
    with pytest.raises(NotAllowed):
        actions.answer_attendance(
            first, answer="attend", sequence=0, by=self_of(second), at=world.at
        )
    assert totals(meeting).attend == 0


def test_leave_needs_a_reason_and_the_chair(world: World, meeting: Notice, acts_on):
    row = rows_of(meeting)[0]
    with pytest.raises(ValidationError):
        answer(row, "leave", world, " ")
    row = answer(row, "leave", world, "公务")
    with pytest.raises(NotAllowed):
        actions.grant_leave(row, by=writer_of(meeting), at=world.at)
    row = actions.grant_leave(row, by=signer_of(meeting), at=world.at)
    assert (row.decision, row.decided_by) == ("granted", str(signer_of(meeting)))
    row = actions.refuse_leave(row, by=signer_of(meeting), at=world.at)
    assert row.decision == "refused"
    row = answer(row, "attend", world)
    assert (row.answer, row.reason, row.decision, row.decided_at) == ("attend", "", "", None)
    with pytest.raises(ValidationError):
        actions.grant_leave(row, by=signer_of(meeting), at=world.at)
    assert acts_on(meeting)[-4:] == ["answer", "granted", "refused", "answer"]


def test_an_answer_after_the_beginning_is_refused(world: World, meeting: Notice):
    row = rows_of(meeting)[0]
    late = meeting.meeting_at + timedelta(minutes=1)
    with pytest.raises(ValidationError):
        actions.answer_attendance(row, answer="attend", sequence=0, by=self_of(row), at=late)


def test_both_names_stand_in_an_answer_on_behalf(world: World, meeting: Notice):
    row = rows_of(meeting)[0]
    row = actions.answer_on_behalf(
        row, answer="leave", reason="住院", sequence=0, by=writer_of(meeting), at=world.at
    )
    assert (row.user.name, row.on_behalf_by) == (row.user.name, str(writer_of(meeting)))
    last = Entry.objects.filter(act="answer_on_behalf").get()
    assert last.note == f"{row.user.name}：请假（住院）"
    assert answer(row, "attend", world).on_behalf_by == ""


def test_a_call_is_equal_in_rank_to_a_press(world: World, meeting: Notice, acts_on):
    row = rows_of(meeting)[0]
    with pytest.raises(ValidationError):
        actions.record_phone_call(row, result=" ", by=writer_of(meeting), at=world.at)
    row = actions.record_phone_call(row, result="本人接听", by=writer_of(meeting), at=world.at)
    assert (row.told_by, row.channel) == (str(writer_of(meeting)), "phone")
    assert row.pk not in [left.pk for left in left_to_call(meeting)]
    assert totals(meeting).told == 1
    actions.undo_phone_call(row, by=writer_of(meeting), at=world.at)
    assert totals(meeting).not_yet == 4
    assert acts_on(meeting)[-2:] == ["phone_call", "undo_phone_call"]


def test_only_the_rest_are_reminded_and_only_once(world: World, meeting: Notice, acts_on):
    first, second, third, fourth = rows_of(meeting)
    answer(first, "attend", world)
    answer(second, "leave", world, "生病")
    actions.record_phone_call(third, result="已告知", by=writer_of(meeting), at=world.at)
    assert actions.remind_rest(meeting, by=writer_of(meeting), at=world.at) == 1
    reminded = meeting.recipients.exclude(reminded_at=None)
    assert [row.pk for row in reminded] == [fourth.pk]
    with pytest.raises(ValidationError):
        actions.remind_rest(meeting, by=writer_of(meeting), at=world.at)
    assert acts_on(meeting).count("remind") == 1


def test_the_carriers_file_and_texts_are_channels(world: World, meeting: Notice):
    first, second, *_ = rows_of(meeting)
    answer(second, "attend", world)
    actions.note_text_sent(first, by=writer_of(meeting), at=world.at)
    rows = actions.note_carrier(meeting, by=writer_of(meeting), at=world.at)
    assert len(rows) == 3
    assert set(meeting.recipients.values_list("channel", flat=True)) == {"", "carrier"}


def test_the_totals_add_up(world: World, meeting: Notice):
    first, second, third, _fourth = rows_of(meeting)
    answer(first, "attend", world)
    actions.grant_leave(answer(second, "leave", world, "公务"), by=signer_of(meeting), at=world.at)
    actions.record_phone_call(third, result="已告知", by=writer_of(meeting), at=world.at)
    on_the_day = meeting.meeting_at
    actions.check_in(first, by=writer_of(meeting), at=on_the_day)
    found = totals(meeting)
    parts = (found.attend, found.leave, found.confirmed, found.told, found.not_yet)
    assert (parts, sum(parts)) == ((1, 1, 0, 1, 1), found.invited)
    assert (found.came, found.excused, found.absent) == (1, 1, 2)
    assert found.came + found.excused + found.absent == found.invited
    assert found.granted + found.refused + found.undecided == found.leave


def test_people_check_in_on_the_day_and_it_is_taken_back(world: World, meeting: Notice):
    row = rows_of(meeting)[0]
    with pytest.raises(ValidationError):
        actions.check_in(row, by=writer_of(meeting), at=world.at)
    for _ in range(2):
        actions.check_in(row, by=writer_of(meeting), at=meeting.meeting_at)
    assert totals(meeting).came == 1
    actions.undo_check_in(row, by=writer_of(meeting), at=meeting.meeting_at)
    assert totals(meeting).came == 0
    assert Entry.objects.filter(act__in=["check_in", "undo_check_in"]).count() == 2
