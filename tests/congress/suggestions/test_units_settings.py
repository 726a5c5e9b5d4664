"""A township may switch the check of replies off; the county chooses the classes."""

import pytest
from django.urls import reverse

from congress.audit.models import Entry
from congress.organisations.rules import NotAllowed
from congress.suggestions import actions
from congress.suggestions.models import Reply
from congress.suggestions.queries.replies import checks_replies, scheme_of
from tests.factories.suggestions import officer_of
from tests.routes.suggestions_units import draft, made

URL = reverse("suggestions:settings")


def test_without_the_check_a_signed_reply_goes_out(client_as, world):
    reply = draft(world)
    client_as("chair").post(URL, {})
    assert not checks_replies(reply.suggestion)
    actions.sign_reply(reply, signed_by="陈国强", by=officer_of(reply.assignment), at=world.at)
    reply = Reply.objects.get()
    assert (reply.state, reply.suggestion.state) == ("released", "replied")
    client_as("chair").post(URL, {"wanted": "on"})
    assert checks_replies(reply.suggestion)


@pytest.mark.parametrize(
    ("role", "others"), [("chair", {"wanted": "on"}), ("county_supervisor", {"scheme": "four"})]
)
def test_the_telephone_of_the_office_is_set_once(role, others, client_as, world):
    client = client_as(role)
    for _again in range(2):
        client.post(URL, others | {"phone": " 0000-5550102 "})
    assert 'value="0000-5550102"' in client.get(URL).content.decode()
    assert Entry.objects.filter(act="set_office_phone").count() == 1


def test_the_countys_classes_hold_in_its_townships(client_as, world):
    suggestion = made(in_handling=True)(world)
    client_as("county_supervisor").post(URL, {"scheme": "four"})
    assert [each.code for each in scheme_of(suggestion).classes] == ["A", "B", "C", "D"]
    assert client_as("county_supervisor").post(URL, {"scheme": "none"}).status_code == 200


def test_a_county_always_checks(world):
    by = world.actor("county_supervisor")
    with pytest.raises(NotAllowed):
        actions.set_checking(world.county, wanted=False, by=by, at=world.at)


def test_a_chair_chooses_no_classes(world):
    by = world.actor("chair")
    with pytest.raises(NotAllowed):
        actions.choose_scheme(world.township, scheme="four", by=by, at=world.at)
    with pytest.raises(NotAllowed):
        actions.set_checking(world.other, wanted=False, by=by, at=world.at)
    with pytest.raises(NotAllowed):
        actions.set_office_phone(world.other, phone="1", by=by, at=world.at)
