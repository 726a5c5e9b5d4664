"""Each co-signer decides for themselves, by account or personal link."""

from django.test import Client

from congress.audit.models import Entry
from congress.notifications.models import PersonalLink
from congress.organisations.models import Deputy
from congress.suggestions import actions
from tests.congress.suggestions.entering import fresh, of, row_of, url
from tests.factories.organisations import DeputyFactory
from tests.factories.suggestions import SuggestionFactory, lead_of
from tests.routes.suggestions_entry import asked, entered, led, mandate


def link_of(suggestion) -> PersonalLink:
    return PersonalLink.objects.for_record(suggestion, "cosign_suggestion").get()


def test_the_lead_finds_and_asks_without_script(world, client_as):
    suggestion = led()(world)
    first, second = (DeputyFactory(term=suggestion.term) for _ in range(2))
    client, page = client_as("deputy"), url("cosigners", suggestion.pk)
    found = client.post(
        page, {"then": "search", "search": second.user.name, "deputies": [first.pk]}
    ).content.decode()
    assert f'value="{first.pk}"' in found
    assert f'value="{second.pk}"' in found
    only = client.post(page, {"then": "search", "search": second.user.name}).content.decode()
    assert f'value="{first.pk}"' not in only
    client.post(page, {"then": "ask", "deputies": [first.pk, second.pk]})
    after = fresh(suggestion)
    assert (after.state, after.signatories.count()) == ("awaiting_cosigners", 3)


def test_nobody_chosen_is_said_beside_the_field(world, client_as):
    suggestion = led()(world)
    shown = client_as("deputy").post(url("cosigners", suggestion.pk), {"then": "ask"})
    assert "请选择请哪些代表附议" in shown.content.decode()
    assert fresh(suggestion).state == "draft"


def test_a_link_shows_and_only_a_press_counts(world):
    suggestion = asked(world)
    own, link = mandate(world), link_of(suggestion)
    client = Client()
    assert suggestion.problem in client.get(link.path).content.decode()
    assert row_of(suggestion, own).answer == "asked"
    client.post(link.path, {"answer": "confirmed", "edition": suggestion.edition})
    assert row_of(suggestion, own).answer == "confirmed"
    assert "您已附议" in client.get(link.path).content.decode()
    client.post(link.path, {"answer": "declined"})
    assert row_of(suggestion, own).answer == "declined"


def test_who_declines_is_not_named(world):
    suggestion = asked(world)
    own = mandate(world)
    of(own).post(url("cosign", suggestion.pk), {"answer": "declined"})
    lead = of(suggestion.signatories.get(part="lead").deputy)
    for name in ("detail", "submit"):
        assert own.user.name not in lead.get(url(name, suggestion.pk)).content.decode()
    assert not Entry.objects.filter(object_id=suggestion.pk, act__contains="decline").exists()
    assert of(own).get(url("cosign", suggestion.pk)).status_code == 200


def test_a_changed_text_is_not_co_signed_by_an_old_page(world):
    suggestion = asked(world)
    own, by = mandate(world), lead_of(suggestion)
    actions.take_to_desk(suggestion, by=by, at=world.at)
    actions.edit_suggestion(suggestion, edition=0, advice="另一条", by=by, at=world.at)
    actions.ask_cosigners(fresh(suggestion), deputies=[own], by=by, at=world.at)
    shown = of(own).post(url("cosign", suggestion.pk), {"answer": "confirmed", "edition": 0})
    assert "请您再看一遍" in shown.content.decode()
    assert row_of(suggestion, own).answer == "asked"
    of(own).post(url("cosign", suggestion.pk), {"answer": "confirmed", "edition": 1})
    assert row_of(suggestion, own).answer == "confirmed"


def test_a_former_deputy_co_signs_nothing_by_an_old_link(world):
    suggestion = asked(world)
    own, link = mandate(world), link_of(suggestion)
    Deputy.objects.filter(pk=own.pk).update(ends_on=world.today)
    shown = Client().post(link.path, {"answer": "confirmed", "edition": suggestion.edition})
    assert "任期已结束" in shown.content.decode()
    assert row_of(suggestion, own).answer == "asked"


def test_after_the_submission_links_are_closed(world):
    suggestion = asked(world)
    own, link = mandate(world), link_of(suggestion)
    client = of(suggestion.signatories.get(part="lead").deputy)
    client.post(url("submit", suggestion.pk), {"edition": 0})
    assert fresh(suggestion).signatories.count() == 1
    assert Client().get(link.path).status_code == 404
    assert of(own).get(url("cosign", suggestion.pk)).status_code == 404


def test_taken_back_everybody_is_asked_anew(world):
    suggestion = asked(world)
    own = mandate(world)
    of(own).post(url("cosign", suggestion.pk), {"answer": "confirmed", "edition": 0})
    of(suggestion.signatories.get(part="lead").deputy).post(url("to_desk", suggestion.pk))
    assert fresh(suggestion).state == "draft"
    assert row_of(suggestion, own).answer == "asked"
    shown = of(own).get(url("cosign", suggestion.pk), follow=True)
    assert shown.redirect_chain == [(url("mine"), 302)]


def test_the_list_says_what_waits(world):
    suggestion = asked(world)
    own = of(mandate(world))
    assert url("cosign", suggestion.pk) in own.get(url("mine")).content.decode()
    own.post(url("cosign", suggestion.pk), {"answer": "confirmed", "edition": 0})
    assert url("cosign", suggestion.pk) not in own.get(url("mine")).content.decode()


def test_a_stranger_to_it_finds_nothing(world):
    suggestion = asked(world)
    other = of(DeputyFactory(term=suggestion.term))
    page = url("cosign", suggestion.pk)
    assert other.get(page).status_code == 404
    assert other.post(page, {"answer": "confirmed", "edition": 0}).status_code == 404


def test_the_office_enters_who_signed_on_paper(world, client_as):
    suggestion = entered(world)
    other = DeputyFactory(term=suggestion.term)
    page = url("paper_signers", suggestion.pk)
    client_as("secretary").post(page, {"then": "ask", "deputies": [other.pk]})
    row = row_of(suggestion, other)
    assert (row.answer, row.on_paper) == ("confirmed", True)
    written = SuggestionFactory(congress=world.township)
    assert client_as("secretary").get(url("paper_signers", written.pk)).status_code == 404
