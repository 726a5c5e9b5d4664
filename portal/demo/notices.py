"""Notices and their ledgers: running, past, moved and cancelled, by the acts of an office."""

from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from django.utils import timezone

from congress.audit.actors import Actor
from congress.notices import actions
from congress.notices.models import Notice, Recipient
from congress.notices.queries.audience import Audience, offices_of
from congress.organisations.models import Organisation
from congress.organisations.roles import DEPUTY, ROLES
from portal.demo.people import Cast
from portal.demo.words import words

COUNTY = "county"


class Sender:
    """The office that writes a notice, as it stood on the day."""

    def __init__(self, cast: Cast, office: str, at: datetime) -> None:
        if office == COUNTY:
            self.organisation: Organisation = cast.county
            self.writer = self.signer = cast.staff["supervisor"]
            offices = tuple(offices_of(cast.county).values_list("pk", flat=True))
            self.audience = Audience(offices=offices)
            return
        desk = cast.desk(office)
        self.organisation = desk.organisation
        self.writer, self.signer = desk.secretary(at), desk.chair
        self.audience = Audience(all_deputies=True)


def send_notices(cast: Cast, *, today: date) -> None:
    """Every notice of the texts, each act before the morning of `today`."""
    for number, text in enumerate(words("notices")["notice"]):
        _live(cast, text, today, Random(f"notice {number}"))


def _live(cast: Cast, text: dict[str, Any], today: date, chance: Random) -> None:
    at = _moment(today - timedelta(days=text["sent"]), 9)
    sender = Sender(cast, text["office"], at)
    notice = _draft(sender, text, today, at)
    later = at + timedelta(minutes=25)
    actions.submit_for_signature(notice, by=sender.writer, at=later)
    if text.get("fate") == "awaiting_signature":
        return
    actions.sign_notice(notice, by=sender.signer, at=later + timedelta(minutes=40))
    sent = later + timedelta(hours=1)
    notice = actions.send_notice(notice, by=sender.writer, at=sent)
    actions.note_carrier(notice, by=sender.writer, at=sent + timedelta(minutes=10))
    turn = sent + timedelta(days=text["sent"] / 2) if "fate" in text else _moment(today, 0)
    last = min(turn, notice.meeting_at or turn)
    _answers(notice, sender, text, (sent, last), chance)
    _fate(notice, sender, text, turn, chance)
    if "came" in text:
        _attendance(notice, sender, text["came"], chance)


def _draft(sender: Sender, text: dict[str, Any], today: date, at: datetime) -> Notice:
    fields: dict[str, Any] = {
        name: text[name] for name in ("title", "asked", "place", "bring") if name in text
    }
    if "meeting" in text:
        fields["meeting_at"] = _moment(today + timedelta(days=text["meeting"]), text["hour"])
    return actions.draft_notice(
        sender.organisation,
        audience=sender.audience,
        body=text["body"].strip(),
        contact_name=sender.writer.name,
        contact_phone="0000-0000000",
        by=sender.writer,
        at=at,
        **fields,
    )


def _answers(
    notice: Notice,
    sender: Sender,
    text: dict[str, Any],
    span: tuple[datetime, datetime],
    chance: Random,
) -> None:
    """Each person presses, asks for leave, is told by phone, or says nothing."""
    begin, end = span
    for row in _rows(notice):
        drawn = chance.random()
        at = begin + (end - begin) * chance.uniform(0.01, 0.9)
        attend, leave = text.get("attend", 0), text.get("leave", 0)
        by = self_of(row)
        if drawn < attend and notice.is_meeting:
            actions.answer_attendance(row, answer="attend", sequence=0, by=by, at=at)
        elif drawn < attend:
            actions.confirm_notice(row, by=by, at=at)
        elif drawn < attend + leave:
            _leave(row, sender, at, chance)
        elif drawn < attend + leave + text.get("told", 0):
            result = chance.choice(words("notices")["call_results"])
            actions.record_phone_call(row, result=result, by=sender.writer, at=at)
        elif drawn > 0.94:
            actions.open_notice(row, by=by, at=at)


def _leave(row: Recipient, sender: Sender, at: datetime, chance: Random) -> None:
    reason = chance.choice(words("notices")["leave_reasons"])
    row = actions.answer_attendance(
        row, answer="leave", reason=reason, sequence=0, by=self_of(row), at=at
    )
    if chance.random() < 0.6:
        actions.grant_leave(row, by=sender.signer, at=at + timedelta(minutes=30))


def _fate(
    notice: Notice, sender: Sender, text: dict[str, Any], at: datetime, chance: Random
) -> None:
    if text.get("fate") == "moved" and notice.meeting_at:
        actions.move_meeting(
            notice,
            meeting_at=notice.meeting_at + timedelta(days=2),
            place=notice.place,
            reason=text["reason"],
            by=sender.signer,
            at=at,
        )
        for row in _rows(notice):
            if chance.random() < 0.35:
                actions.answer_attendance(
                    row, answer="attend", sequence=1, by=self_of(row), at=at + timedelta(hours=3)
                )
    elif text.get("fate") == "cancelled":
        actions.cancel_notice(notice, reason=text["reason"], by=sender.signer, at=at)


def _attendance(notice: Notice, sender: Sender, share: float, chance: Random) -> None:
    assert notice.meeting_at is not None
    for row in _rows(notice).filter(answer="attend"):
        if chance.random() < share:
            early = timedelta(minutes=chance.randrange(2, 25))
            actions.check_in(row, by=sender.writer, at=notice.meeting_at - early)


def _rows(notice: Notice):
    return notice.recipients.select_related("notice", "user", "seat").order_by("pk")


def self_of(row: Recipient) -> Actor:
    """The person invited, pressing on the own phone."""
    label = str(ROLES[DEPUTY].label)
    return Actor(row.user_id, row.user.name, DEPUTY, label, row.seat_id, row.seat.name)


def _moment(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))
