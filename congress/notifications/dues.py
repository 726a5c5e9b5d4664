"""What a room says is due: a stage of a record for a person."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.db import models


class Citation(NamedTuple):
    """How a record is named across rooms."""

    room: str
    kind: str
    object_id: int
    reference: str = ""


def cite(record: models.Model) -> Citation:
    meta = record._meta
    reference = getattr(record, "reference", None) or ""
    return Citation(meta.app_label, str(meta.model_name), record.pk, reference)


@dataclass(frozen=True)
class Due:
    """`stage` is a code, unique among the stages of the record for this person; a deadline that
    moves needs new codes. `path` leads to the act within this site. For a superior to whom it is
    escalated `user_id` is theirs."""

    stage: str
    due_at: datetime
    record: Citation
    user_id: int
    title: str
    text: str
    path: str
