"""What the database itself refuses."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from congress.notices.models import Notice, Recipient
from tests.factories.notices import NoticeFactory
from tests.routes.world import World

NOW = timezone.now()
ROWS: dict[str, dict[str, Any]] = {
    "an answer without its moment": {"answer": "attend"},
    "leave without a reason": {"answer": "leave", "answered_at": NOW},
    "an answer on behalf of nothing": {"on_behalf_by": "周明"},
    "a decision without a request": {
        "decision": "granted",
        "decided_by": "周明",
        "decided_at": NOW,
    },
    "a decision of nobody": {
        "answer": "leave",
        "answered_at": NOW,
        "reason": "公务",
        "decision": "granted",
    },
    "a call by nobody": {"told_at": NOW, "told_result": "已告知"},
    "a call without result": {"told_at": NOW, "told_by": "周明"},
    "a check-in by nobody": {"checked_in_at": NOW},
    "a channel without its moment": {"channel": "sms"},
}
NOTICES: dict[str, dict[str, Any]] = {
    "an unknown state": {"state": "published"},
    "sent without a number": {"reference": None},
    "sent without an end": {"ends_on": None},
    "a draft with a number": {"state": "draft"},
    "cancelled without its moment": {"state": "cancelled"},
    "a meeting without a time": {"meeting_at": None},
    "a meeting without a place": {"place": ""},
    "an unknown request": {"asked": "sing"},
}


@pytest.mark.parametrize("fault", ROWS)
def test_a_row(fault: str, world: World):
    NoticeFactory(organisation=world.township, at=world.at, sent=True)
    Recipient.objects.update(channel="", reached_at=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Recipient.objects.update(**ROWS[fault])


@pytest.mark.parametrize("fault", NOTICES)
def test_a_notice(fault: str, world: World):
    NoticeFactory(organisation=world.township, at=world.at, sent=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Notice.objects.update(**NOTICES[fault])
