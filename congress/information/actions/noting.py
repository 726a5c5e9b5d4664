"""What the county notes beside an item: sent up, instructed."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.audit.queries import last_entry, timeline
from congress.flow.moves import NotNow
from congress.information.actions.holding import held
from congress.information.actions.reviewing import need, strike_through
from congress.information.models import Instruction, Item, SentUp
from congress.information.models.undoable import Undoable
from congress.information.rules import NOTABLE, keeps_notes
from congress.information.states import ADOPT
from congress.organisations.rules import require


@transaction.atomic
def send_up(item: Item, *, level: str, sent_on: date, by: Actor, at: datetime) -> SentUp:
    """Sent up (上报) to a level above the county."""
    item = _notable(item, by)
    _not_in_the_future("sent_on", sent_on, at)
    row = SentUp(item=item, level=level, sent_on=sent_on)
    row.full_clean()
    row.save()
    record(
        item,
        "send_up",
        by=by,
        at=at,
        label=pgettext("act done", "sent up"),
        note=row.get_level_display(),
    )
    return row


@transaction.atomic
def note_instruction(
    item: Item, *, level: str, leader: str, given_on: date, gist: str = "", by: Actor, at: datetime
) -> Instruction:
    """A leader's instruction (批示)."""
    item = _notable(item, by)
    _not_in_the_future("given_on", given_on, at)
    row = Instruction(
        item=item,
        organisation_id=item.organisation_id,
        level=level,
        leader=leader,
        given_on=given_on,
        gist=gist,
    )
    row.full_clean()
    row.save()
    record(
        item,
        "note_instruction",
        by=by,
        at=at,
        label=pgettext("act done", "instruction entered"),
        note=leader,
    )
    return row


def undo_sending(row: SentUp, *, reason: str, by: Actor, at: datetime) -> None:
    _take_back(
        row,
        row.item,
        "undo_sending",
        pgettext("act done", "took a sending up back"),
        reason,
        by,
        at,
    )


def undo_instruction(row: Instruction, *, reason: str, by: Actor, at: datetime) -> None:
    _take_back(
        row,
        row.item,
        "undo_instruction",
        pgettext("act done", "took an instruction back"),
        reason,
        by,
        at,
    )


@transaction.atomic
def _take_back(
    row: Undoable, item: Item, act: str, label: str, reason: str, by: Actor, at: datetime
) -> None:
    item = _notable(item, by)
    need(reason=reason)
    if not strike_through(row, reason=reason, by=by, at=at):
        raise NotNow(ADOPT, timeline(item).filter(act=act).last())
    record(item, act, by=by, at=at, label=label, note=f"{row}：{reason}")


def _notable(item: Item, by: Actor) -> Item:
    """The locked item, where the county may write beside it now."""
    require(keeps_notes(by, item))
    current = held(item, ADOPT)
    if current.state not in NOTABLE:
        raise NotNow(ADOPT, last_entry(item))
    return current


def _not_in_the_future(field: str, day: date, at: datetime) -> None:
    if day > timezone.localdate(at):
        raise ValidationError({field: _("This date lies in the future.")})
