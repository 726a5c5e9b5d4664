"""Loaded when all apps are ready: the receivers of Wagtail's signals, what home hangs on the
pages of lower rooms, and its lines for Today."""

from collections.abc import Iterable

from django.db.models import Model

from congress.audit.actors import Actor
from congress.information.models import Item
from congress.overview import registry
from congress.web import panels
from home import mirror, page_copies, reading
from home.queries import pressed_item
from home.review import receivers, telling
from home.review.waiting import review_lines

__all__ = ["mirror", "page_copies", "reading", "receivers", "telling"]


def press_panel(item: Model, actors: Iterable[Actor]) -> panels.Panel | None:
    assert isinstance(item, Item)
    pressed = pressed_item(item, actors)
    if pressed is None:
        return None
    return panels.Panel("home/_press_panel.html", {"item": item, "pressed": pressed})


panels.register(Item, press_panel)
registry.register(review_lines)
