"""The workspace's menu for a person, and the names in its frame."""

from dataclasses import dataclass
from functools import cache

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from congress.organisations.access import actors_on_request, seats_on_request
from congress.organisations.names import congress_name
from portal.menu import MENU, MenuItem

BAR = 5


@dataclass(frozen=True)
class Link:
    """What the frame shows of an item, at up to three places."""

    label: str
    url: str
    icon: SafeString
    count: int | None
    current: bool
    group: int
    primary: bool


def workspace_menu(request: HttpRequest) -> list[Link]:
    """The items for this person's roles; the current one has the longest fitting path. The first
    five of the primary ones make the bottom bar; where there are more, "More" lists all."""
    actors, seats = actors_on_request(request), seats_on_request(request)
    held = {(actor.role, seats[actor.organisation_id or 0].kind) for actor in actors}
    items = [item for item in MENU if _is_for(item, held)]
    fitting = [item for item in items if request.path.startswith(item.covers)]
    current = max(fitting, key=lambda item: (len(item.covers), not item.whole_room), default=None)
    bar = [item for item in items if item.primary][:BAR]
    return [
        Link(
            str(item.label),
            item.url,
            _icon(item.icon),
            item.count(actors) if item.count else None,
            item is current,
            item.group,
            item in bar,
        )
        for item in items
    ]


def _is_for(item: MenuItem, held: set[tuple[str, str]]) -> bool:
    return any(role in item.roles and (not item.kinds or kind in item.kinds) for role, kind in held)


@cache
def _icon(name: str) -> SafeString:
    return SafeString(render_to_string("components/icon.html", {"name": name}).strip())


def workspace_name(request: HttpRequest) -> str:
    """The organisation for which the person works, 石桥镇人大."""
    actors = actors_on_request(request)
    if not actors:
        return ""
    return congress_name(seats_on_request(request)[actors[0].organisation_id or 0])


def role_label(request: HttpRequest) -> str:
    """All posts the person holds today."""
    labels = (actor.role_label for actor in actors_on_request(request))
    return "、".join(dict.fromkeys(labels))
