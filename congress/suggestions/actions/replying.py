"""A unit writes and signs its reply; the office checks and releases it."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.audit.queries import last_entry
from congress.flow.moves import NotNow, move
from congress.notifications.actions import settle
from congress.organisations.rules import require
from congress.suggestions.actions.clocks import resume_clock, stop_clocks
from congress.suggestions.actions.drafting import delete_on_commit, keep_file
from congress.suggestions.actions.holding import held_part
from congress.suggestions.actions.receiving import receive
from congress.suggestions.actions.releasing import release, settle_round
from congress.suggestions.actions.telling import tell
from congress.suggestions.actions.words import require_reason
from congress.suggestions.models import Assignment, Reply, SuggestionFile
from congress.suggestions.models.choices import HandlingRole
from congress.suggestions.queries import people
from congress.suggestions.queries.replies import (
    OWED_IN,
    checks_replies,
    lack_of_contact,
    lacks_of_class,
    scheme_of,
)
from congress.suggestions.rules import is_presidium, works_at
from congress.suggestions.states import handling, replies

BACK = {1: handling.BACK_TO_HANDLING, 2: handling.BACK_TO_REHANDLING}
# What a unit writes; the signature adds the rest.
TEXT_FIELDS = (
    "body",
    "document_no",
    "result_class",
    "class_reason",
    "promise",
    "promised_on",
    "reported_to",
    "reported_on",
    "handler",
    "handler_phone",
)


class ReplyConflict(Exception):
    """Another window has saved since this one was opened; `reply` is what stands now."""

    def __init__(self, reply: Reply) -> None:
        self.reply = reply
        super().__init__(_("This text was saved from another window in the meantime."))


@transaction.atomic
def write_reply(
    assignment: Assignment, *, edition: int = 0, by: Actor, at: datetime, **text: Any
) -> Reply:
    """The draft of this round's reply, begun or changed; `text` are `TEXT_FIELDS`. Raises
    `ReplyConflict` where another window has saved meanwhile."""
    part = held_part(assignment, handling.ACKNOWLEDGE, *OWED_IN, "reply_review")
    require(works_at(by, part) and part.role in (HandlingRole.LEAD, HandlingRole.SEPARATE))
    suggestion = part.suggestion
    reply, made = Reply.objects.get_or_create(
        assignment=part, round_no=suggestion.round_no, defaults={"suggestion": suggestion}
    )
    if reply.state != "draft":
        raise NotNow(replies.SIGN_REPLY, last_entry(reply))
    if not made and reply.edition != edition:
        raise ReplyConflict(reply)
    for field, value in text.items():
        setattr(reply, field, value)
    reply.edition += 1
    reply.full_clean()
    reply.save()
    if made:
        label = pgettext("act done", "began the reply")
        record(suggestion, "write_reply", by=by, at=at, label=label, note=str(part.unit))
    return reply


@transaction.atomic
def attach_to_reply(
    reply: Reply, upload: UploadedFile, *, by: Actor, at: datetime
) -> SuggestionFile:
    part = held_part(reply.assignment, handling.ACKNOWLEDGE, *OWED_IN, "reply_review")
    reply = held_reply(reply, part, replies.SIGN_REPLY)
    require(works_at(by, part))
    purpose = SuggestionFile.Purpose.REPLY
    return keep_file(part.suggestion, upload, reply=reply, purpose=purpose, by=by, at=at)


@transaction.atomic
def remove_from_reply(row: SuggestionFile, *, by: Actor, at: datetime) -> None:
    """While the reply is a draft."""
    reply = row.reply
    assert reply is not None
    part = held_part(reply.assignment, handling.ACKNOWLEDGE, *OWED_IN, "reply_review")
    held_reply(reply, part, replies.SIGN_REPLY)
    require(works_at(by, part))
    label = pgettext("act done", "file removed")
    record(part.suggestion, "detach", by=by, at=at, label=label, note=row.name)
    file = row.file
    row.delete()
    delete_on_commit(file)


def held_reply(reply: Reply, part: Assignment, transition) -> Reply:
    """The locked reply in a state of the transition; its part is held already."""
    row = Reply.objects.select_for_update(of=("self",)).get(pk=reply.pk)
    row.assignment, row.suggestion = part, part.suggestion
    if row.state not in transition.sources:
        raise NotNow(transition, last_entry(row) or last_entry(part.suggestion))
    return row


@transaction.atomic
def sign_reply(reply: Reply, *, signed_by: str, by: Actor, at: datetime) -> Reply:
    """The head of the unit has signed: the time limit stops here. Goes out at once where the
    congress does not check replies. Raises `ValidationError` with the rule's words for a reply
    without contact, without class, or without what its class demands."""
    part = held_part(reply.assignment, handling.ACKNOWLEDGE, *OWED_IN)
    reply = held_reply(reply, part, replies.SIGN_REPLY)
    require(works_at(by, part))
    if not signed_by.strip():
        raise ValidationError({"signed_by": _("Please name the head who signed.")})
    check_reply(reply, at)
    reply.class_label = str(scheme_of(part.suggestion).named(reply.result_class))
    suggestion, day = part.suggestion, timezone.localdate(at)
    if part.acknowledged_at is None:
        receive(part, by=by, at=at)
    if suggestion.state == "assigned":
        move(suggestion, handling.ACKNOWLEDGE, by=by, at=at, note=str(part.unit))
    reply.signed_by, reply.signed_at, reply.remark = signed_by.strip(), at, ""
    reply.clean_fields()
    kept = {name: getattr(reply, name) for name in ("result_class", "signed_by", "body")}
    reply.save(update_fields=["class_label", "remark"])
    move(reply, replies.SIGN_REPLY, by=by, at=at, details=kept, fields=["signed_by", "signed_at"])
    event = "reply" if reply.round_no == 1 else "rehandling"
    stop_clocks(suggestion, [event, "return"], at=at, met=True, assignment=part)
    settle(part, at=at)
    settle(reply, at=at)
    label = replies.SIGN_REPLY.done
    note = f"{part.unit}，{reply.class_label}"
    record(suggestion, "sign_reply", by=by, at=at, label=label, note=note)
    settle_round(suggestion, by=by, at=at)
    if not checks_replies(suggestion):
        return release(reply, by=by, at=at)
    title = _("Reply to be checked: %(title)s") % {"title": suggestion.title}
    tell(people.office(suggestion, day), suggestion, title, note, about=reply, by=by, at=at)
    tell(people.presidium(suggestion, day), suggestion, title, note, about=reply, by=by, at=at)
    return reply


def check_reply(reply: Reply, at: datetime) -> None:
    """What the law and the class demand of a reply before it is signed."""
    missing = lacks_of_class(reply, timezone.localdate(at))
    if not reply.body.strip():
        missing["body"] = _("Please write the reply.")
    if missing:
        raise ValidationError(missing)
    if silence := lack_of_contact(reply):
        raise ValidationError(silence)
    if reply.assignment.returns.filter(decision="").exists():
        raise ValidationError(_("The presidium has still to decide on the request to return it."))


@transaction.atomic
def recall_reply(reply: Reply, *, by: Actor, at: datetime) -> Reply:
    """The unit takes its signature back before the release; the time limit runs on."""
    return _give_back(reply, replies.RECALL_REPLY, "", by=by, at=at)


@transaction.atomic
def give_back_reply(reply: Reply, *, remark: str, by: Actor, at: datetime) -> Reply:
    """The office found form, class or contact wanting; the time limit runs on as if it had not
    stopped."""
    return _give_back(reply, replies.GIVE_BACK_REPLY, remark, by=by, at=at)


def _give_back(reply: Reply, transition, remark: str, *, by: Actor, at: datetime) -> Reply:
    part = held_part(reply.assignment, handling.ACKNOWLEDGE, *OWED_IN, "reply_review")
    reply = held_reply(reply, part, transition)
    suggestion = part.suggestion
    if transition == replies.RECALL_REPLY:
        require(works_at(by, part))
    else:
        require(is_presidium(by, suggestion))
        remark = require_reason(remark, "remark")
    reply.signed_at, reply.remark = None, remark
    reply.save(update_fields=["remark"])
    move(reply, transition, by=by, at=at, note=remark, fields=["signed_at"])
    settle(reply, at=at)
    event = "reply" if reply.round_no == 1 else "rehandling"
    resume_clock(suggestion, event, part, met=True)
    note = f"{part.unit}：{remark}" if remark else str(part.unit)
    record(suggestion, transition.act, by=by, at=at, label=transition.done, note=note)
    if suggestion.state == "reply_review":
        move(suggestion, BACK[suggestion.round_no], by=by, at=at)
    if remark:
        title = _("Reply given back: %(title)s") % {"title": suggestion.title}
        told = people.officers(part.unit, timezone.localdate(at))
        tell(told, suggestion, title, remark, about=reply, by=by, at=at)
    return reply


@transaction.atomic
def release_reply(reply: Reply, *, by: Actor, at: datetime) -> Reply:
    """The presidium lets the reply go out to every signatory."""
    states = (*OWED_IN, "reply_review")
    part = held_part(reply.assignment, handling.ACKNOWLEDGE, *states)
    reply = held_reply(reply, part, replies.RELEASE_REPLY)
    require(is_presidium(by, part.suggestion))
    return release(reply, by=by, at=at)
