"""Before the second reply the unit speaks with the deputy again."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from congress.suggestions import actions
from congress.suggestions.models import Contact
from tests.factories.suggestions import BAD, SuggestionFactory, officer_of, part_of, rate

CONTACT = {"way": "phone", "person": "领衔代表", "gist": "说明了办理情况。"}


@pytest.fixture
def part(world):
    """Answered ten days ago; the lead deputy is not satisfied today."""
    world.term_of(world.township)
    at = world.at - timedelta(days=10)
    suggestion = SuggestionFactory(congress=world.township, replied=True, at=at)
    Contact.objects.update(entered_at=at - timedelta(minutes=5))
    rate(suggestion, world.at, **BAD)
    return part_of(suggestion)


@pytest.mark.parametrize(("days_ago", "counts"), [(10, True), (0, True), (11, False)])
def test_a_contact_before_the_first_reply_is_none_of_the_second_round(
    days_ago, counts, part, world
):
    by, at = officer_of(part), world.at + timedelta(minutes=5)
    type(part).objects.update(handed_over_at=world.at - timedelta(days=20))
    part.refresh_from_db()
    day = world.today - timedelta(days=days_ago)
    actions.record_contact(part, day=day, **CONTACT, by=by, at=at)
    reply = actions.write_reply(part, body="再次答复。", result_class="A", by=by, at=at)
    if counts:
        actions.sign_reply(reply, signed_by="陈国强", by=by, at=at)
        return
    with pytest.raises(ValidationError, match="再次"):
        actions.sign_reply(reply, signed_by="陈国强", by=by, at=at)
