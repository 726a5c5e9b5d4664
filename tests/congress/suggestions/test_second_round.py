"""Before the second reply the unit speaks with the deputy again."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from congress.audit.models import Entry
from congress.suggestions import actions
from congress.suggestions.models import Contact
from tests.factories.suggestions import (
    BAD,
    SuggestionFactory,
    officer_of,
    part_of,
    presidium_of,
    rate,
    write,
)

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


@pytest.mark.parametrize("state", ["open", "reported", "kept"])
def test_what_is_promised_again_is_one_promise_unless_it_was_kept(state, world):
    world.term_of(world.township)
    suggestion = SuggestionFactory(congress=world.township, promised=True)
    (first,) = suggestion.commitments.select_related("suggestion", "reply__assignment__unit")
    words, day, at = first.text, first.promised_on, timezone.now()
    by, unit = presidium_of(suggestion), officer_of(part_of(suggestion))
    if state != "open":
        actions.report_kept(first, text="已修好。", by=unit, at=at)
    if state == "kept":
        actions.confirm_kept(first, text="看过。", by=by, at=at)
    rate(suggestion, at, **BAD)
    fresh = {"promise": "明年五月前全部修好。", "promised_on": day + timedelta(days=60)}
    reply = write(part_of(suggestion), at, "B", **fresh)
    reply = actions.sign_reply(reply, signed_by="陈国强", by=unit, at=at)
    actions.release_reply(reply, by=by, at=at)
    if state == "kept":
        states = suggestion.commitments.order_by("pk").values_list("state", flat=True)
        assert list(states) == ["kept", "open"]
        return
    after = suggestion.commitments.get()
    assert (after.pk, after.text, after.reply, after.state) == (
        first.pk, fresh["promise"], reply, "open",
    )  # fmt: skip
    assert (after.first_promised_on, after.promised_on) == (day, fresh["promised_on"])
    assert words in after.reports.get(kind="renewed").text
    (entry,) = Entry.objects.filter(kind="commitment", act="renew")
    assert words in entry.note


def test_a_promise_is_renewed_by_the_reply_and_by_no_button(world, client_as):
    promise = SuggestionFactory(congress=world.township, promised=True).commitments.get()
    page = client_as("unit_officer").get(reverse("suggestions:commitment", args=[promise.pk]))
    assert page.status_code == 200
    assert [str(button.label) for button in page.context["buttons"]] == [
        "报告已落实",
        "报告进展",
        "承诺改期",
    ]
