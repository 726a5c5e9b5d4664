"""From the desk to the signature and back."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from congress.audit.actors import Actor
from congress.flow.moves import move
from congress.notices import states
from congress.notices.actions.holding import held_in
from congress.notices.models import Notice, NoticeVersion
from congress.notices.models.texts import NoticeText
from congress.notices.rules import may_move
from congress.organisations.rules import require


def check_complete(notice: Notice, at: datetime) -> None:
    """Raises `ValidationError` by field where the notice is not ready to be signed or sent."""
    missing = _lacks_of_meeting(notice, at) if notice.is_meeting else _lacks_of_text(notice, at)
    if not notice.title.strip():
        missing["title"] = _("Please write a title.")
    if missing:
        raise ValidationError(missing)


def _lacks_of_meeting(notice: Notice, at: datetime) -> dict[str, Any]:
    missing: dict[str, Any] = {}
    if notice.meeting_at is None:
        missing["meeting_at"] = _("A meeting needs a time.")
    elif notice.meeting_at <= at:
        missing["meeting_at"] = _("The time of the meeting has passed.")
    if not notice.place.strip():
        missing["place"] = _("A meeting needs a place.")
    return missing


def _lacks_of_text(notice: Notice, at: datetime) -> dict[str, Any]:
    missing: dict[str, Any] = {}
    if not notice.body.strip():
        missing["body"] = _("Please write what the people shall read.")
    if notice.ends_on and notice.ends_on < timezone.localdate(at):
        missing["ends_on"] = _("The last day for an answer has passed.")
    return missing


def keep_version(notice: Notice, by: Actor, at: datetime, *, signed: bool) -> NoticeVersion:
    """The text as it stands, kept for good."""
    return NoticeVersion.objects.create(
        notice=notice,
        number=notice.versions.count() + 1,
        made_at=at,
        made_by=str(by),
        signed_at=at if signed else None,
        signed_by=str(by) if signed else "",
        **{field: getattr(notice, field) for field in NoticeText.TEXT_FIELDS},
    )


@transaction.atomic
def submit_for_signature(notice: Notice, *, by: Actor, at: datetime) -> Notice:
    """Keeps the text as the version to be signed; raises `ValidationError` where it lacks
    something."""
    require(may_move(by, notice, states.SUBMIT))
    notice = held_in(notice, states.SUBMIT)
    check_complete(notice, at)
    keep_version(notice, by, at, signed=False)
    move(notice, states.SUBMIT, by=by, at=at)
    return notice


@transaction.atomic
def recall_notice(notice: Notice, *, by: Actor, at: datetime) -> Notice:
    require(may_move(by, notice, states.RECALL))
    notice = held_in(notice, states.RECALL)
    move(notice, states.RECALL, by=by, at=at)
    return notice


@transaction.atomic
def send_back_notice(notice: Notice, *, remark: str, by: Actor, at: datetime) -> Notice:
    require(may_move(by, notice, states.SEND_BACK))
    notice = held_in(notice, states.SEND_BACK)
    if not remark.strip():
        raise ValidationError({"remark": _("Please say what should be changed.")})
    move(notice, states.SEND_BACK, by=by, at=at, note=remark)
    return notice


@transaction.atomic
def sign_notice(notice: Notice, *, by: Actor, at: datetime) -> Notice:
    """Signs the version handed in last."""
    require(may_move(by, notice, states.SIGN))
    notice = held_in(notice, states.SIGN)
    version = notice.versions.get(number=notice.versions.count())
    version.signed_at, version.signed_by = at, str(by)
    version.full_clean()
    version.save(update_fields=["signed_at", "signed_by"])
    move(notice, states.SIGN, by=by, at=at, details={"version": version.number})
    return notice


@transaction.atomic
def revise_notice(notice: Notice, *, by: Actor, at: datetime) -> Notice:
    """Back to the desk; what is changed there is a new version, signed again."""
    require(may_move(by, notice, states.REVISE))
    notice = held_in(notice, states.REVISE)
    move(notice, states.REVISE, by=by, at=at)
    return notice
