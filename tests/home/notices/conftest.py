"""What the tests of notices share."""

import pytest

from congress.audit.models import Entry
from congress.notices.models import Notice


@pytest.fixture
def acts_on():
    """`acts_on(notice)`: the acts of its trail as they were written."""

    def acts(notice: Notice) -> list[str]:
        entries = Entry.objects.filter(room="notices", kind="notice", object_id=notice.pk)
        return list(entries.order_by("pk").values_list("act", flat=True))

    return acts
