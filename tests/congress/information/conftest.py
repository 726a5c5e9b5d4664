"""What the tests of items share."""

import pytest

from congress.audit.models import Entry
from congress.information.models import Item


@pytest.fixture
def acts_on():
    """`acts_on(item)`: the acts of its trail as they were written."""

    def acts(item: Item) -> list[str]:
        entries = Entry.objects.filter(room="information", kind="item", object_id=item.pk)
        return list(entries.order_by("pk").values_list("act", flat=True))

    return acts
