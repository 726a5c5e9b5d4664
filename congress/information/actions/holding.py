"""What an act holds until its end: the item as it stands, and the text on its desk."""

from datetime import datetime

from congress.flow.moves import NotNow
from congress.flow.transitions import Transition
from congress.information.models import Draft, Item


def held(item: Item, transition: Transition) -> Item:
    """The locked row; raises `NotNow` where the draft was removed meanwhile."""
    rows = Item.objects.select_for_update(of=("self",)).select_related("organisation__parent")
    row = rows.filter(pk=item.pk).first()
    if row is None:
        raise NotNow(transition, None)
    return row


def draft_of(item: Item, at: datetime) -> Draft:
    """The text on the desk; an item from an old book gets its own text there."""
    text = {name: getattr(item, name) for name in Draft.TEXT_FIELDS}
    draft, _created = Draft.objects.get_or_create(item=item, defaults={"saved_at": at} | text)
    return draft
