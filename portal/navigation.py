"""The workspace's menu as data: label, url name, the roles it is for, what it counts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from congress.audit.actors import Actor
from congress.information.queries import waiting_count
from congress.organisations import roles
from congress.overview.queries.today import line_count

type_of_count = Callable[[Iterable[Actor]], int]


@dataclass(frozen=True)
class MenuItem:
    """`namespace` marks the item as current on every page of its room."""

    label: str | Promise
    url_name: str
    roles: tuple[str, ...]
    icon: str
    group: int = 1
    primary: bool = True
    namespace: str = ""
    count: type_of_count | None = None


@dataclass(frozen=True)
class Link:
    """What the frame shows of an item."""

    label: str
    url: str
    icon: str
    count: int | None
    current: bool
    group: int
    primary: bool
