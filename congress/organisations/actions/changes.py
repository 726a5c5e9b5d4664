"""What an edit changed, in words for the trail."""

from datetime import date
from typing import Any

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import pgettext

Changes = dict[str, tuple[str, str]]


def shown(obj: models.Model, field: str) -> str:
    """The value of a field as a page shows it."""
    display = getattr(obj, f"get_{field}_display", None)
    value = display() if display else getattr(obj, field)
    if value is None or value == "":
        return pgettext("value", "none")
    if isinstance(value, bool):
        return pgettext("value", "yes") if value else pgettext("value", "no")
    return value.isoformat() if isinstance(value, date) else str(value)


def assign(obj: models.Model, values: dict[str, Any]) -> Changes:
    """Sets the values and returns, for those that differ, the words before and after."""
    changes = {}
    for field, value in values.items():
        if getattr(obj, field) != value:
            before = shown(obj, field)
            setattr(obj, field, value)
            changes[field] = (before, shown(obj, field))
    return changes


def change_words(obj: models.Model, changes: Changes) -> str:
    """名称：石桥乡 → 石桥镇；排列次序：0 → 3"""
    lines = (
        f"{capfirst(str(obj._meta.get_field(field).verbose_name))}：{before} → {after}"  # type: ignore[union-attr]
        for field, (before, after) in changes.items()
    )
    return "；".join(lines)
