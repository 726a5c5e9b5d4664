"""A signatory reads the reply and rates it, by account and by personal link."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from congress.audit.models import Entry
from congress.notifications.models import Message, PersonalLink
from congress.organisations.models import Deputy
from congress.organisations.rules import NotAllowed
from congress.suggestions import actions
from congress.suggestions.models import Rating, Suggestion
from congress.suggestions.models.signatories import RATE_ACT
from tests.congress.suggestions.rating_cases import cosigned, link_of, typed
from tests.factories.suggestions import (
    BAD,
    GOOD,
    SuggestionFactory,
    deputy_actor,
    office_of,
    rate,
    release,
)

SCAN = b"%PDF-1.4 slip"


@pytest.fixture
def replied(world) -> Suggestion:
    world.user("deputy")
    lead = Deputy.objects.get(user=world.user("deputy"))
    return SuggestionFactory(congress=world.township, lead=lead, replied=True)


def page_of(suggestion: Suggestion) -> str:
    return reverse("suggestions:rate", args=[suggestion.pk])


def state(suggestion: Suggestion) -> str:
    return Suggestion.objects.get(pk=suggestion.pk).state


def text(response: Any) -> str:
    return response.content.decode()


def test_by_account_three_choices_for_each_aspect_and_the_last_satisfied_one_closes(
    replied, client_as
):
    client, url = client_as("deputy"), page_of(replied)
    page = text(client.get(url))
    assert (page.count('type="radio"'), "您的建议收悉，已组织修缮。" in page) == (12, True)
    assert client.post(url, typed()).url == url
    rating = Rating.objects.get()
    assert (rating.way, rating.entered_by, rating.overall) == ("account", "", "satisfied")
    assert (state(replied), 'type="radio"' in text(client.get(url))) == ("closed", False)


def test_by_link_a_get_changes_nothing_and_the_page_lives_on_after_the_closing(replied, settings):
    client, url = Client(), link_of(replied, replied.signatories.get())
    for _again in range(2):
        assert client.get(url).status_code == 200
    client.head(url)
    assert (Rating.objects.count(), Message.objects.unread().count() > 0) == (0, True)
    assert client.post(url, typed()).status_code == 302
    assert (Rating.objects.get().way, state(replied)) == ("link", "closed")
    answer = client.get(url)
    assert (answer.status_code, 'type="radio"' in text(answer)) == (200, False)
    assert settings.SESSION_COOKIE_NAME not in client.cookies


def test_a_missing_aspect_keeps_what_was_chosen(replied, client_as):
    fields = typed()
    del fields["result"]
    page = text(client_as("deputy").post(page_of(replied), fields | {"comment": "路修好了"}))
    assert (Rating.objects.count(), "路修好了" in page, page.count(" checked")) == (0, True, 3)


def test_a_double_press_rates_once(replied, client_as):
    client, url = client_as("deputy"), page_of(replied)
    client.post(url, typed())
    again = client.post(url, typed())
    assert (again.status_code, Rating.objects.count()) == (409, 1)
    assert Entry.objects.filter(act="rate").count() == 1


def test_rated_again_it_replaces_while_not_closed(world):
    suggestion, lead, _second = cosigned(world.township)
    client = Client()
    url = link_of(suggestion, lead)
    for _press in range(2):
        client.post(url, typed(reply="basically_satisfied"))
    assert Entry.objects.filter(act="rate").count() == 1
    assert 'type="radio"' not in text(client.get(url))
    assert 'type="radio"' in text(client.get(f"{url}?again=1"))
    client.post(url, typed())
    rows = Rating.objects.filter(signatory=lead).values_list("reply", flat=True)
    assert (list(rows), state(suggestion)) == (["satisfied"], "replied")


def test_the_leads_dissatisfaction_opens_the_second_round(replied, client_as):
    client, url = client_as("deputy"), page_of(replied)
    client.post(url, typed(**BAD, comment="还有一段没有修。"))
    replied.refresh_from_db()
    assert (replied.state, replied.round_no) == ("rehandling", 2)
    clocks = replied.clocks.running().values_list("event", flat=True)
    assert "feedback" not in clocks
    assert 'type="radio"' not in text(client.get(url))


def test_an_old_page_rates_no_newer_reply(replied, client_as):
    rate(replied, timezone.now(), **BAD)
    release(Suggestion.objects.get(pk=replied.pk), timezone.now())
    client, url = client_as("deputy"), page_of(replied)
    client.post(url, typed(round_no=1))
    assert (Rating.objects.filter(round_no=2).count(), state(replied)) == (0, "replied")
    client.post(url, typed(round_no=2))
    assert (Rating.objects.filter(round_no=2).count(), state(replied)) == (1, "closed")


def test_nobody_rates_for_another(world, client_as):
    suggestion, lead, _second = cosigned(world.township)
    assert client_as("deputy").get(page_of(suggestion)).status_code == 404
    for role in ("secretary", "chair", "unit_officer"):
        assert client_as(role).post(page_of(suggestion), typed()).status_code == 403
    with pytest.raises(NotAllowed):
        actions.rate(lead, **GOOD, by=office_of(suggestion), at=timezone.now())


def test_after_the_mandate_has_ended_the_own_account_still_rates(replied, client_as, world):
    client = client_as("deputy")
    Deputy.objects.filter(user=world.user("deputy")).update(
        ends_on=timezone.localdate() - timedelta(days=1)
    )
    assert client.post(page_of(replied), typed()).status_code == 302
    assert state(replied) == "closed"


def test_a_revoked_or_foreign_link_shows_nothing(replied):
    url = link_of(replied, replied.signatories.get())
    PersonalLink.objects.filter(act=RATE_ACT).update(revoked_at=timezone.now())
    assert Client().get(url).status_code == 404


def scan() -> SimpleUploadedFile:
    return SimpleUploadedFile("测评表.pdf", SCAN)


def test_a_slip_is_entered_by_the_office_with_its_scan_and_the_deputy_is_told(world, client_as):
    suggestion, lead, second = cosigned(world.township)
    client = client_as("secretary")
    url = reverse("suggestions:slip", args=[suggestion.pk])
    missing = client.post(url, typed() | {"signatory": lead.pk})
    assert (missing.status_code, Rating.objects.count()) == (200, 0)
    client.post(url, typed() | {"signatory": lead.pk, "scan": scan()})
    rating = Rating.objects.get()
    assert (rating.way, rating.entered_by) == ("slip", str(world.actor("secretary")))
    assert suggestion.files.get().purpose == "slip"
    assert Message.objects.filter(user=lead.deputy.user).order_by("pk").last().path
    rate_second(second)
    assert state(suggestion) == "closed"


def rate_second(row: Any, **aspects: str) -> None:
    actions.rate(row, **(aspects or GOOD), by=deputy_actor(row.deputy), at=timezone.now())


def test_a_slip_replaces_no_rating_that_the_deputy_gave(world, client_as):
    suggestion, _lead, second = cosigned(world.township)
    rate_second(second)
    client = client_as("secretary")
    url = reverse("suggestions:slip", args=[suggestion.pk])
    assert f'value="{second.pk}"' not in text(client.get(url))
    with pytest.raises(ValidationError, match=second.deputy.user.name):
        actions.enter_slip(second, **BAD, scan=scan(), by=office_of(suggestion), at=timezone.now())
    assert (Rating.objects.count(), suggestion.files.count()) == (1, 0)


def test_no_slip_from_somebody_who_also_works_at_the_unit(world, client_as):
    suggestion, lead, _second = cosigned(world.township)
    unit = suggestion.assignments.get().unit
    world.user("secretary").appointments.create(
        organisation=unit, role="unit_officer", starts_on=world.long_ago
    )
    url = reverse("suggestions:slip", args=[suggestion.pk])
    fields = typed() | {"signatory": lead.pk, "scan": scan()}
    assert client_as("secretary").post(url, fields).status_code == 403
    assert Rating.objects.count() == 0
