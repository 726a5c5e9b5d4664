"""A deputy follows: the record's page, withdrawal, consent, files; also after the mandate."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from congress.organisations.models import Deputy
from congress.suggestions import actions
from congress.suggestions.models import Withdrawal
from congress.workdays.models import ClockSettings
from tests.congress.suggestions.entering import PNG, fresh, of, row_of, url
from tests.factories.organisations import DeputyFactory
from tests.factories.suggestions import SuggestionFactory, lead_of, presidium_of
from tests.routes.suggestions_entry import (
    cosigned,
    led,
    mandate,
    own_wish,
    to_withdraw,
    with_file,
)
from tests.routes.world import World


def test_a_reply_is_read_when_it_is_released(world, client_as):
    suggestion = led(reply_review=True)(world)
    client, page = client_as("deputy"), url("detail", suggestion.pk)
    assert "您的建议收悉" not in client.get(page).content.decode()
    reply = suggestion.replies.select_related("assignment__unit").get()
    actions.release_reply(reply, by=presidium_of(suggestion), at=world.at)
    shown = client.get(page).content.decode()
    assert "您的建议收悉" in shown
    assert "陈国强" in shown


def test_the_page_says_who_owes_what_until_when(world, client_as):
    shown = client_as("deputy").get(url("detail", led(in_handling=True)(world).pk))
    words = shown.content.decode()
    assert "承办单位答复" in words
    assert "这个日期是怎么算出来的" in words


def test_the_presidium_says_why(world, client_as):
    shown = client_as("deputy").get(url("detail", led(not_accepted=True)(world).pk))
    assert "请向本单位反映" in shown.content.decode()


def test_given_back_it_says_why_and_co_signers_are_asked_anew(world):
    suggestion = to_withdraw(world)
    by, why = presidium_of(suggestion), "请写明路段。"
    actions.send_back_suggestion(suggestion, reason=why, by=by, at=world.at)
    lead = of(suggestion.signatories.get(part="lead").deputy)
    for name in ("detail", "edit"):
        assert why in lead.get(url(name, suggestion.pk)).content.decode()
    assert row_of(suggestion, mandate(world)).answer == "asked"
    assert not Withdrawal.objects.exists()
    lead.post(url("submit", suggestion.pk), {"edition": 0})
    assert fresh(suggestion).signatories.count() == 1


def test_a_lone_lead_withdraws_at_once(world, client_as):
    suggestion = led(submitted=True)(world)
    client = client_as("deputy")
    empty = client.post(url("withdraw", suggestion.pk), {"reason": " "})
    assert empty.status_code == 200
    assert fresh(suggestion).state == "submitted"
    client.post(url("withdraw", suggestion.pk), {"reason": "问题已经解决。"})
    assert fresh(suggestion).state == "withdrawn"


def test_the_last_agreement_withdraws_it(world, client_as):
    suggestion = to_withdraw(world)
    client = client_as("deputy")
    assert "问题已经解决。" in client.get(url("agree", suggestion.pk)).content.decode()
    assert fresh(suggestion).state == "submitted"
    client.post(url("agree", suggestion.pk))
    assert fresh(suggestion).state == "withdrawn"
    assert client.post(url("agree", suggestion.pk)).status_code == 302


def test_the_lead_keeps_it_after_all(world, client_as):
    suggestion = own_wish(world)
    client = client_as("deputy")
    assert url("keep", suggestion.pk) in client.get(url("detail", suggestion.pk)).content.decode()
    client.post(url("keep", suggestion.pk))
    assert fresh(suggestion).signatories.exclude(agreed_to_withdraw_at=None).count() == 0


def test_only_the_lead_withdraws_and_consents(world, client_as):
    suggestion = cosigned(world)
    client = client_as("deputy")
    assert client.get(url("withdraw", suggestion.pk)).status_code == 403
    assert client.post(url("consent", suggestion.pk), {"consent": "none"}).status_code == 403
    assert client.get(url("detail", suggestion.pk)).status_code == 200


def test_without_consent_it_leaves_the_public_pages(world, client_as):
    suggestion = led(registered=True)(world)
    actions.publish_suggestion(suggestion, checked=True, by=presidium_of(suggestion), at=world.at)
    client_as("deputy").post(url("consent", suggestion.pk), {"consent": "none"})
    after = fresh(suggestion)
    assert (after.consent, after.published_at) == ("none", None)


@pytest.mark.parametrize(("stage", "offered"), [("not_accepted", False), ("registered", True)])
def test_consent_is_asked_only_of_what_may_be_published(stage, offered, world, client_as):
    suggestion = led(**{stage: True})(world)
    client, page = client_as("deputy"), url("consent", suggestion.pk)
    assert (page in client.get(url("detail", suggestion.pk)).content.decode()) is offered
    assert (client.get(page).status_code == 200) is offered
    client.post(page, {"consent": "none"})
    assert (fresh(suggestion).consent == "none") is offered


def test_a_former_deputy_follows_and_does_not_begin(world):
    suggestion = led(replied=True)(world)
    own = mandate(world)
    Deputy.objects.filter(pk=own.pk).update(ends_on=world.today)
    client = of(own)
    assert suggestion.title in client.get(url("mine")).content.decode()
    assert "您的建议收悉" in client.get(url("detail", suggestion.pk)).content.decode()
    assert url("create") not in client.get(url("mine")).content.decode()
    assert client.get(url("create")).status_code == 403
    assert client.get(reverse("overview:today")).url == url("mine")


def test_a_former_deputy_submits_nothing_and_asks_nobody(world):
    suggestion = led()(world)
    own, other = mandate(world), DeputyFactory(term=world.term)
    Deputy.objects.filter(pk=own.pk).update(ends_on=world.today)
    shown = of(own).post(url("submit", suggestion.pk), {"edition": 0}, follow=True)
    assert "任期已结束" in shown.content.decode()
    of(own).post(url("cosigners", suggestion.pk), {"then": "ask", "deputies": [other.pk]})
    assert (fresh(suggestion).state, suggestion.signatories.count()) == ("draft", 1)


def test_a_former_deputy_without_suggestions_finds_nothing(world):
    own = DeputyFactory(term=world.term, ends_on=world.today - timedelta(days=1))
    assert of(own).get(url("mine")).status_code == 403


def test_photos_are_as_private_as_the_record(world):
    row = with_file(world)
    other = of(DeputyFactory(term=row.suggestion.term))
    page = url("file", row.suggestion_id, row.pk)
    assert of(mandate(world)).get(page).status_code == 200
    assert other.get(page).status_code == 404


def test_files_are_added_and_removed_on_the_desk_alone(world, client_as):
    row = with_file(world)
    client, suggestion = client_as("deputy"), row.suggestion
    actions.submit_suggestion(suggestion, by=lead_of(suggestion), at=world.at)
    client.post(url("remove_file", suggestion.pk, row.pk))
    client.post(url("attach", suggestion.pk), {"photos": SimpleUploadedFile("二.png", PNG)})
    assert suggestion.files.count() == 1


def test_a_discarded_draft_is_gone(world, client_as):
    suggestion = led()(world)
    client = client_as("deputy")
    client.post(url("discard", suggestion.pk))
    assert client.get(url("detail", suggestion.pk)).status_code == 404
    assert client.post(url("discard", suggestion.pk)).status_code == 404


def test_long_words_stand_on_the_paper(world, client_as):
    suggestion = SuggestionFactory(
        congress=world.township, lead=mandate(world), problem="路" * 8000, title="关" * 80
    )
    shown = client_as("deputy").get(url("paper", suggestion.pk)).content.decode()
    assert "路" * 8000 in shown
    assert "☑&nbsp;同意全文公开" in shown


def test_a_clock_of_working_days_is_explained(world: World, client_as):
    """Each day that did not count, with its reason."""
    ClockSettings.objects.create(county=world.county, rules="chongqing")
    lead = world.user("deputy").mandates.get()
    suggestion = SuggestionFactory(congress=world.township, lead=lead, submitted=True)
    assert suggestion.clocks.get().skipped != []
    response = client_as("deputy").get(reverse("suggestions:detail", args=[suggestion.pk]))
    assert response.status_code == 200
    assert "第13条第2款" in response.content.decode()
