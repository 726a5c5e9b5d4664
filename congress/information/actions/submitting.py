"""From the township's desk to the county: signature, submission, withdrawal."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.audit.actors import Actor
from congress.audit.queries import last_entry
from congress.flow.moves import NotNow, move
from congress.flow.transitions import Transition
from congress.information import states
from congress.information.actions.holding import draft_of, held
from congress.information.actions.reading import index_text
from congress.information.actions.telling import tell_secretaries
from congress.information.models import Item, Round
from congress.information.models.items import ItemText
from congress.information.rules import may_move, signs_off
from congress.organisations.numbers import next_reference
from congress.organisations.rules import require

SENT_BACK = pgettext_lazy("message", "The chair gives it back to you: %(title)s")


def check_complete(text: ItemText) -> None:
    """Raises `ValidationError` by field where the text is not ready to be handed in."""
    missing = {
        field: _("Please fill this in before submitting.")
        for field in ("title", "body", "drafter")
        if not getattr(text, field).strip()
    }
    if missing:
        raise ValidationError(missing)


@transaction.atomic
def submit_item(item: Item, *, by: Actor, at: datetime) -> Item:
    """Hands the draft in; to the chair first where the township wants the signature.

    Raises `ValidationError` where something is missing, `NotNow` in a wrong state.
    """
    item = held(item, states.SUBMIT)
    if signs_off(item.organisation):
        return _move_text(item, states.REQUEST_SIGN_OFF, by, at)
    return _hand_in(item, states.RESUBMIT if item.handed_in else states.SUBMIT, by, at)


@transaction.atomic
def sign_off_item(item: Item, *, by: Actor, at: datetime) -> Item:
    """The chair signs: the item goes to the county at once."""
    return _hand_in(held(item, states.SIGN_OFF), states.SIGN_OFF, by, at)


@transaction.atomic
def send_back_item(item: Item, *, remark: str, by: Actor, at: datetime) -> Item:
    """The chair gives it back to the secretary with a remark."""
    item = held(item, states.SEND_BACK)
    transition = states.SEND_BACK_RETURNED if item.handed_in else states.SEND_BACK
    require(may_move(by, item, transition))
    if not remark.strip():
        raise ValidationError({"remark": _("Please say what should be changed.")})
    move(item, transition, by=by, at=at, note=remark)
    title = draft_of(item, at).title
    tell_secretaries(item, SENT_BACK, title=title, text=remark, by=by, at=at)
    return item


@transaction.atomic
def recall_item(item: Item, *, by: Actor, at: datetime) -> Item:
    """The secretary takes it back from the chair before the signature."""
    item = held(item, states.RECALL)
    transition = states.RECALL_RETURNED if item.handed_in else states.RECALL
    require(may_move(by, item, transition))
    move(item, transition, by=by, at=at)
    return item


@transaction.atomic
def withdraw_item(item: Item, *, reason: str = "", by: Actor, at: datetime) -> Item:
    """Final; the number stays, the county sees number and title."""
    item = held(item, states.WITHDRAW)
    require(may_move(by, item, states.WITHDRAW))
    move(item, states.WITHDRAW, by=by, at=at, note=reason)
    return item


def _move_text(item: Item, transition: Transition, by: Actor, at: datetime) -> Item:
    require(may_move(by, item, transition))
    if item.state in transition.sources:
        check_complete(draft_of(item, at))
    move(item, transition, by=by, at=at)
    return item


def _hand_in(item: Item, transition: Transition, by: Actor, at: datetime) -> Item:
    """The draft becomes the item's text and a round of its own; the first one gives the number."""
    require(may_move(by, item, transition))
    if item.state not in transition.sources:
        raise NotNow(transition, last_entry(item))
    draft = draft_of(item, at)
    check_complete(draft)
    text = {field: getattr(draft, field) for field in ItemText.TEXT_FIELDS}
    for field, value in text.items():
        setattr(item, field, value)
    if item.submitted_at is None:
        year = timezone.localtime(at).year
        item.submitted_at = at
        item.reference = next_reference(item.organisation, f"信息-{year}", width=4)
    number = item.rounds.count() + 1
    Round.objects.create(item=item, number=number, submitted_at=at, submitted_by=str(by), **text)
    item.attachments.filter(round_number=None).update(round_number=number)
    move(item, transition, by=by, at=at, fields=[*text, "submitted_at", "reference"])
    index_text(item)
    return item
