"""Panels that a higher room hangs on the page of a lower room's record.

A room registers in its `announce.py`; `congress.web` loads them when all apps are ready.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models


@dataclass(frozen=True)
class Panel:
    """A template and what it is given."""

    template_name: str
    context: dict[str, Any]


Builder = Callable[[models.Model, Iterable[Any]], Panel | None]
_builders: defaultdict[type[models.Model], list[Builder]] = defaultdict(list)


def register(model: type[models.Model], builder: Builder) -> None:
    """`builder(record, actors)` gives the panel, or None where this person sees none."""
    if builder not in _builders[model]:
        _builders[model].append(builder)


def panels_for(obj: models.Model, actors: Iterable[Any]) -> list[Panel]:
    built = (builder(obj, actors) for builder in _builders[type(obj)])
    return [panel for panel in built if panel is not None]
