"""The demo county is the same for the same day."""

from datetime import date

from django.db import transaction

from congress.audit.models import Entry
from portal.demo.loading import load


def told() -> list[tuple]:
    """What the trail tells of items and suggestions, without the keys of rows."""
    fields = ("at", "name", "act", "reference", "from_state", "to_state", "note")
    acts = Entry.objects.filter(kind__in=("item", "suggestion"))
    return list(acts.order_by("at", "pk").values_list(*fields))


def test_the_same_day_gives_the_same_county(db):
    stories = []
    for _time in range(2):
        with transaction.atomic():
            load(today=date(2027, 3, 1), scale=0.05)
            stories.append(told())
            transaction.set_rollback(True)
    assert stories[0] == stories[1]
    assert len(stories[0]) > 100
