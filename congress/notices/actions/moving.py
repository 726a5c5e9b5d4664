"""A meeting is moved or a notice cancelled by an act of its own; everyone is told."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from congress.audit.actors import Actor
from congress.flow.moves import move
from congress.notices import states
from congress.notices.actions.holding import held_in
from congress.notices.actions.reaching import reach
from congress.notices.actions.reading import index_text
from congress.notices.actions.sending import end_of
from congress.notices.actions.signing import keep_version
from congress.notices.models import EarlierDate, Notice, Recipient
from congress.notices.rules import may_change_meeting, may_move
from congress.organisations.rules import require


@transaction.atomic
def move_meeting(
    notice: Notice, *, meeting_at: datetime, place: str, reason: str, by: Actor, at: datetime
) -> Notice:
    """The answers to the old date are kept as `EarlierDate` and asked again. The new date is a
    version of its own, signed by whoever moves it."""
    require(may_change_meeting(by, notice))
    notice = held_in(notice, states.MOVE_MEETING)
    _check_move(notice, meeting_at, place, reason, at)
    _keep_answers(notice)
    was = {"meeting_at": f"{notice.meeting_at:%Y-%m-%dT%H:%M%z}", "place": notice.place}
    notice.meeting_at, notice.place = meeting_at, place.strip()
    notice.ends_on = end_of(notice, meeting_at.date())
    notice.sequence += 1
    notice.full_clean()
    keep_version(notice, by, at, signed=True)
    fields = ["meeting_at", "place", "ends_on", "sequence"]
    move(notice, states.MOVE_MEETING, by=by, at=at, note=reason, details=was, fields=fields)
    index_text(notice)
    reach(notice, list(notice.recipients.all()), by=by, at=at)
    return notice


@transaction.atomic
def cancel_notice(notice: Notice, *, reason: str, by: Actor, at: datetime) -> Notice:
    """Final; the ledger stays as it is and everyone is told."""
    require(may_move(by, notice, states.CANCEL))
    notice = held_in(notice, states.CANCEL)
    if not reason.strip():
        raise ValidationError({"reason": _("Please give a reason.")})
    notice.sequence += 1
    notice.cancelled_at = at
    fields = ["sequence", "cancelled_at"]
    move(notice, states.CANCEL, by=by, at=at, note=reason, fields=fields)
    reach(notice, list(notice.recipients.all()), by=by, at=at)
    return notice


def _check_move(
    notice: Notice, meeting_at: datetime, place: str, reason: str, at: datetime
) -> None:
    wrong = {}
    if meeting_at <= at:
        wrong["meeting_at"] = _("The new time has passed.")
    elif (meeting_at, place.strip()) == (notice.meeting_at, notice.place):
        wrong["meeting_at"] = _("Time and place are the same as before.")
    if not place.strip():
        wrong["place"] = _("A meeting needs a place.")
    if not reason.strip():
        wrong["reason"] = _("Please give a reason.")
    if wrong:
        raise ValidationError(wrong)


def _keep_answers(notice: Notice) -> None:
    """Every row says again whether it comes; what it said of the old date goes into the history."""
    assert notice.meeting_at is not None
    rows = list(notice.recipients.select_for_update(of=("self",)))
    EarlierDate.objects.bulk_create(
        EarlierDate(
            recipient=row,
            sequence=notice.sequence,
            meeting_at=notice.meeting_at,
            place=notice.place,
            **{field: getattr(row, field) for field in Recipient.REPLY_FIELDS},
        )
        for row in rows
    )
    empty = {
        field.name: None if field.null else ""
        for field in Recipient._meta.fields
        if field.name in Recipient.REPLY_FIELDS
    }
    notice.recipients.update(**empty, reminded_at=None, checked_in_at=None, checked_in_by="")
