"""What a record's page is made of: buttons and sections, each floor of handling adds its own."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

from congress.audit.actors import Actor
from congress.suggestions.models import Suggestion


@dataclass(frozen=True)
class Button:
    """`post` presses at once; otherwise `url` opens the page of the act."""

    label: str | Promise
    url: str
    post: bool = False
    main: bool = False


@dataclass(frozen=True)
class Section:
    """A part of the page: its template and what the template needs, as `section.context`. What is
    `urgent` stands above the text, the others below it."""

    template: str
    context: dict[str, Any] = field(default_factory=dict)
    urgent: bool = False


Buttons = Callable[[tuple[Actor, ...], Suggestion], Iterable[Button]]
Sections = Callable[[tuple[Actor, ...], Suggestion], Iterable[Section]]
