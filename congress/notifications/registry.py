"""What higher rooms hang on this one: the acts of personal links, the stages of reminders.

A room registers in its `announce.py`, which `congress.web` loads when all apps are ready.
"""

from collections.abc import Callable, Iterable
from datetime import datetime

from django.http import HttpRequest, HttpResponse

from congress.notifications.dues import Due
from congress.notifications.models import PersonalLink

ActView = Callable[[HttpRequest, PersonalLink], HttpResponse]
Provider = Callable[[datetime], Iterable[Due]]
_acts: dict[str, ActView] = {}
_providers: list[Provider] = []


def register_act(act: str, view: ActView) -> None:
    """`view(request, link)` draws the page on GET and does the act on POST, and on POST only:
    chat programs open links by themselves. It may raise `Http404` where the record is gone."""
    if _acts.setdefault(act, view) is not view:
        raise ValueError(f"two rooms claim the act {act}")


def act_view(act: str) -> ActView | None:
    return _acts.get(act)


def register_stages(provider: Provider) -> None:
    """`provider(at)` gives every stage due by then of every record on which somebody still owes
    an act, told before or not: the ledger knows what was told. It may give later ones too."""
    if provider not in _providers:
        _providers.append(provider)


def providers() -> tuple[Provider, ...]:
    return tuple(_providers)
