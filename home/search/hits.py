"""A hit as the page shows it, and whom it is shown to."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.safestring import SafeString

from congress.audit.actors import Actor
from congress.bigrams import Term


@dataclass(frozen=True)
class Reader:
    """Who reads, what was sought, and the names of the organisations by their keys."""

    request: HttpRequest
    actors: tuple[Actor, ...]
    terms: tuple[Term, ...]
    places: dict[int, str]


@dataclass(frozen=True)
class Hit:
    """`title` and `snippet` have their hits marked; `state` is empty for a page."""

    title: SafeString
    url: str
    snippet: SafeString
    place: str
    day: date
    reference: str = ""
    state: str | Promise = ""
    tone: str = ""
