"""The only way into the trail."""

from datetime import datetime
from typing import Any

from django.db import models
from django.utils.functional import Promise

from congress.audit.actors import Actor
from congress.audit.models import Entry


def entry_for(
    obj: models.Model,
    act: str,
    *,
    by: Actor,
    at: datetime,
    label: str | Promise = "",
    note: str = "",
    details: dict[str, Any] | None = None,
    from_state: str = "",
    to_state: str = "",
) -> Entry:
    """An unsaved entry; actions on many rows collect these and save them by `bulk_create`.

    `label` is the act in the words of that day, kept beside its stable code.
    """
    return Entry(
        at=at,
        user_id=by.user_id,
        name=by.name,
        role=by.role,
        role_label=by.role_label,
        organisation_id=by.organisation_id,
        organisation_name=by.organisation_name,
        act=act,
        act_label=str(label or act),
        room=obj._meta.app_label,
        kind=str(obj._meta.model_name),
        object_id=obj.pk,
        reference=getattr(obj, "reference", None) or "",
        from_state=from_state,
        to_state=to_state,
        note=note,
        details=details or {},
    )


def record(obj: models.Model, act: str, *, by: Actor, at: datetime, **fields: Any) -> Entry:
    """Writes one entry in the transaction of the act; `fields` as in `entry_for`."""
    entry = entry_for(obj, act, by=by, at=at, **fields)
    entry.save(force_insert=True)
    return entry
