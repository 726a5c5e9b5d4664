"""What the township's secretaries are told of their item."""

from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise

from congress.audit.actors import Actor
from congress.information.models import Item
from congress.notifications.actions import notify
from congress.organisations.queries.posts import holders
from congress.organisations.roles import SECRETARY


def tell_secretaries(
    item: Item, what: str | Promise, *, title: str = "", text: str, by: Actor, at: datetime
) -> None:
    """Called at the end of an act, in its transaction. `what` has a place for the title, which
    is the item's where none is given; the message leads to the item."""
    notify(
        holders(SECRETARY, item.organisation_id, timezone.localdate(at)),
        title=str(what) % {"title": title or item.title},
        text=text,
        path=reverse("information:detail", args=[item.pk]),
        record=item,
        by=by,
        at=at,
    )
