"""What whoever keeps copies of public pages must know: which answers are public, and when one
changed.

An act that changes what a public page shows calls `public_page_changed`. The keeper of copies
registers in its `announce.py`.
"""

from collections.abc import Callable
from typing import TypeVar

from django.db import transaction
from django.http import HttpResponseBase

Listener = Callable[[], object]
Response = TypeVar("Response", bound=HttpResponseBase)
_listeners: list[Listener] = []


def on_change(listener: Listener) -> None:
    if listener not in _listeners:
        _listeners.append(listener)


def public_page_changed() -> None:
    """Told when the transaction is through: before, readers would be given the old page anew. A
    listener that fails is logged and takes nothing back."""
    for listener in _listeners:
        transaction.on_commit(listener, robust=True)


def public(response: Response) -> Response:
    """Says of an answer that it is the same for everybody; no other is ever kept."""
    response.is_public = True  # type: ignore[attr-defined]
    return response


def is_public(response: HttpResponseBase) -> bool:
    return getattr(response, "is_public", False)
