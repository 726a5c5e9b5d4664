"""Two sign, send or remind at once, an answer meets a meeting that moves: one wins, no gaps."""

from datetime import timedelta

import pytest
from django.utils import timezone

from congress.audit.models import Entry
from congress.notices import actions
from congress.notices.models import Notice
from congress.notifications.models import Message, PersonalLink
from tests.congress.racing import ROUNDS, race
from tests.factories.information import actor_of
from tests.factories.notices import NoticeFactory, deputies, self_of, signer_of, writer_of
from tests.factories.organisations import OrganisationFactory

PEOPLE = 3
ROWS = Notice.objects.select_related("organisation__parent")
pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


def made(number: int = ROUNDS, *, town=None, **traits) -> list[int]:
    town = town or OrganisationFactory(name="石桥镇")
    if not town.deputies.exists():
        deputies(town, PEOPLE)
    return [NoticeFactory(organisation=town, people=0, **traits).pk for _ in range(number)]


def fates_of(seen, pk: int, people: int = 2) -> list[str]:
    return sorted(seen[number, pk][0] for number in range(people))


def acts_on(notice: Notice, act: str) -> int:
    entries = Entry.objects.filter(room="notices", kind="notice", object_id=notice.pk, act=act)
    return entries.count()


def sign(name: str):
    def act(notice: Notice) -> None:
        by = actor_of("chair", notice.organisation, name)
        actions.sign_notice(notice, by=by, at=timezone.now())

    return act


def send(notice: Notice) -> None:
    actions.send_notice(notice, by=writer_of(notice), at=timezone.now())


def remind(notice: Notice) -> None:
    actions.remind_rest(notice, by=writer_of(notice), at=timezone.now())


def move(notice: Notice) -> None:
    later = notice.meeting_at + timedelta(days=2)
    actions.move_meeting(
        notice,
        meeting_at=later,
        place="镇政府三楼",
        reason="与县里会议冲突",
        by=signer_of(notice),
        at=timezone.now(),
    )


def answer(notice: Notice) -> None:
    """To the date that stood on the page when it was opened."""
    row = notice.recipients.select_related("user", "seat").earliest("pk")
    row.notice = notice
    by, seen = self_of(row), notice.sequence
    actions.answer_attendance(row, answer="attend", sequence=seen, by=by, at=timezone.now())


def signed(notice: Notice) -> tuple:
    versions = list(notice.versions.values_list("number", "signed_by"))
    return notice.state, [bool(by) for _, by in versions], acts_on(notice, "sign")


def test_two_chairs_sign_at_once(tmp_path):
    keys = made(awaiting_signature=True)
    seen = race(tmp_path, ROWS, [(sign("孙云"), keys), (sign("李岭"), keys)], signed)
    for pk in keys:
        assert fates_of(seen, pk) == ["done", "late"]
        assert seen[0, pk][1] == seen[1, pk][1] == ("signed", [True], 1)


def sent(notice: Notice) -> tuple:
    rows = notice.recipients.count()
    links = PersonalLink.objects.for_record(notice, "notice").count()
    return notice.state, rows, links, acts_on(notice, "send"), notice.reference


def test_two_send_at_once(tmp_path):
    """One ledger, one number, and the numbers have no gap."""
    keys = made(signed=True)
    seen = race(tmp_path, ROWS, [(send, keys), (send, keys)], sent)
    year = timezone.localdate().year
    for place, pk in enumerate(keys, start=1):
        assert fates_of(seen, pk) == ["done", "late"]
        reference = f"石桥-通知-{year}-{place:03}"
        assert seen[0, pk][1] == ("sent", PEOPLE, PEOPLE, 1, reference)


def test_numbers_have_no_gaps_where_several_send(tmp_path):
    """Two desks of one township, and one of another."""
    towns = [OrganisationFactory(name=name) for name in ("石桥镇", "云坪镇")]
    desks = [made(town=town, signed=True) for town in (towns[0], towns[0], towns[1])]
    seen = race(tmp_path, ROWS, [(send, keys) for keys in desks], sent)
    assert {fate for fate, _ in seen.values()} == {"done"}
    given = sorted(found[-1] for _, found in seen.values())
    year = timezone.localdate().year
    assert given == sorted(
        f"{name}-通知-{year}-{number:03}"
        for name, last in (("石桥", 2 * ROUNDS), ("云坪", ROUNDS))
        for number in range(1, last + 1)
    )


def reminded(notice: Notice) -> tuple:
    messages = Message.objects.filter(kind="notice", object_id=notice.pk)
    left = notice.recipients.filter(reminded_at=None).count()
    return left, messages.count(), acts_on(notice, "remind")


def test_two_reminders_at_once(tmp_path):
    """Each person has the notice and one reminder of it."""
    keys = made(sent=True)
    seen = race(tmp_path, ROWS, [(remind, keys), (remind, keys)], reminded)
    for pk in keys:
        assert fates_of(seen, pk) == ["done", "late"]
        assert seen[0, pk][1] == (0, 2 * PEOPLE, 1)


def answered(notice: Notice) -> tuple:
    row = notice.recipients.earliest("pk")
    earlier = list(row.earlier_dates.values_list("answer", flat=True))
    return notice.sequence, row.answer, earlier


def test_an_answer_meets_a_meeting_that_moves(tmp_path):
    """It is kept with the old date or refused; never does it count for the new one."""
    keys = made(sent=True)
    seen = race(tmp_path, ROWS, [(answer, keys), (move, keys)], answered)
    for pk in keys:
        fate, found = seen[0, pk]
        assert seen[1, pk][0] == "done"
        assert found == (1, "", ["attend" if fate == "done" else ""])
