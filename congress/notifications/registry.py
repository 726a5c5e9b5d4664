"""What higher rooms hang on this one: the acts of personal links.

A room registers in its `announce.py`, which `congress.web` loads when all apps are ready.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from congress.notifications.models import PersonalLink

ActView = Callable[[HttpRequest, PersonalLink], HttpResponse]
_acts: dict[str, ActView] = {}


def register_act(act: str, view: ActView) -> None:
    """`view(request, link)` draws the page on GET and does the act on POST, and on POST only:
    chat programs open links by themselves. It may raise `Http404` where the record is gone."""
    if _acts.setdefault(act, view) is not view:
        raise ValueError(f"two rooms claim the act {act}")


def act_view(act: str) -> ActView | None:
    return _acts.get(act)
