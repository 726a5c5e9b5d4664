"""The one mover and the one way in: nothing else assigns a state."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.audit.models import Entry
from congress.audit.queries import last_entry
from congress.flow.transitions import Transition


class NotNow(Exception):
    """The record is not in a state that allows the act; `str()` tells who did what, and when."""

    def __init__(self, transition: Transition, last: Entry | None) -> None:
        self.transition = transition
        self.last = last
        super().__init__(transition.act)

    def __str__(self) -> str:
        if self.last is None:
            return _("This cannot be done now. Please open the page again.")
        return _("%(who)s did this on %(when)s: %(act)s. Please open the page again.") % {
            "who": self.last.name
            + (f"（{self.last.organisation_name}）" if self.last.organisation_name else ""),
            "when": formats.date_format(timezone.localtime(self.last.at), "n月j日 H:i"),
            "act": self.last.act_label,
        }


def enter(obj: Any, state: str) -> None:
    """Gives a record taken over from paper, and not saved yet, the state it comes with."""
    if obj.pk is not None:
        raise ValueError("a saved record changes its state by a transition")
    obj.state = state


def move(
    obj: Any,
    transition: Transition,
    *,
    by: Actor,
    at: datetime,
    note: str = "",
    details: dict[str, Any] | None = None,
    fields: Iterable[str] = (),
) -> Entry:
    """Locks the row, checks its state, writes the new one and one trail entry.

    Call it inside the action's transaction, after the action's own changes are saved; `fields` of
    `obj` that the database allows only together with the new state are written with it. Raises
    `NotNow`, which undoes the whole action.
    """
    manager = type(obj)._default_manager
    with transaction.atomic():
        current = manager.select_for_update(of=("self",)).only("pk", "state").get(pk=obj.pk)
        if current.state not in transition.sources:
            raise NotNow(transition, last_entry(obj))
        values = {name: getattr(obj, name) for name in fields}
        manager.filter(pk=obj.pk).update(state=transition.target, **values)
        obj.state = transition.target
        return record(
            obj,
            transition.act,
            by=by,
            at=at,
            label=transition.done or transition.label,
            note=note,
            details=details,
            from_state=current.state,
            to_state=transition.target,
        )
