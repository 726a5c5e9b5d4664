"""The county's review: return, keep, and taking either back."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.audit.actors import Actor
from congress.flow.moves import move
from congress.information import states
from congress.information.actions.telling import tell_secretaries
from congress.information.models import Item, Return
from congress.information.models.undoable import Undoable
from congress.information.rules import may_move
from congress.organisations.rules import require

RETURNED = pgettext_lazy("message", "Returned for revision: %(title)s")
RETAINED = pgettext_lazy("message", "Kept without adopting: %(title)s")
LONGEST = {"reason": 500, "advice": 2000}


def need(**texts: str) -> None:
    """Raises `ValidationError` for every text that is blank or longer than its column."""
    faults: dict[str, Promise | str] = {}
    for name, text in texts.items():
        if not text.strip():
            faults[name] = _("Please fill this in.")
        elif len(text) > LONGEST[name]:
            words = _("Please write at most %(limit)s characters.")
            faults[name] = words % {"limit": LONGEST[name]}
    if faults:
        raise ValidationError(faults)


def strike_through(row: Undoable, *, reason: str, by: Actor, at: datetime) -> bool:
    """Marks the row as taken back; False where somebody else did so before."""
    return bool(
        type(row)
        .objects.filter(pk=row.pk, undone_at=None)
        .update(undone_at=at, undone_by=str(by), undone_reason=reason)
    )


@transaction.atomic
def return_item(item: Item, *, reason: str, advice: str, by: Actor, at: datetime) -> Return:
    """Returns it for revision (退回修改): reason and advice are both required."""
    require(may_move(by, item, states.RETURN))
    need(reason=reason, advice=advice)
    row = Return(
        item=item,
        organisation_id=item.organisation_id,
        at=at,
        by=str(by),
        reason=reason,
        advice=advice,
    )
    row.full_clean()
    row.save()
    move(item, states.RETURN, by=by, at=at, note=reason, details={"advice": advice})
    tell_secretaries(item, RETURNED, text=reason, by=by, at=at)
    return row


@transaction.atomic
def undo_return(item: Item, *, reason: str, by: Actor, at: datetime) -> Item:
    """Takes the last standing return back. The township's edits stay on its desk; the item reads
    again as it was handed in."""
    require(may_move(by, item, states.UNDO_RETURN))
    need(reason=reason)
    move(item, states.UNDO_RETURN, by=by, at=at, note=reason)
    last = item.returns.filter(undone_at=None).last()
    if last is not None:
        strike_through(last, reason=reason, by=by, at=at)
    return item


@transaction.atomic
def retain_item(item: Item, *, reason: str, by: Actor, at: datetime) -> Item:
    """Keeps it without adopting (留存), with a reason the township reads."""
    require(may_move(by, item, states.RETAIN))
    need(reason=reason)
    item.retained_reason = reason
    item.save(update_fields=["retained_reason"])
    move(item, states.RETAIN, by=by, at=at, note=reason)
    tell_secretaries(item, RETAINED, text=reason, by=by, at=at)
    return item


@transaction.atomic
def undo_retain(item: Item, *, reason: str, by: Actor, at: datetime) -> Item:
    require(may_move(by, item, states.UNDO_RETAIN))
    need(reason=reason)
    move(item, states.UNDO_RETAIN, by=by, at=at, note=reason)
    item.retained_reason = ""
    item.save(update_fields=["retained_reason"])
    return item
