"""A unit whose part has ended is told so, and no message leads it to nothing."""

import pytest
from django.urls import reverse

from congress.notifications.models import Message
from congress.suggestions import actions
from tests.factories.organisations import OrganisationFactory
from tests.factories.suggestions import officer_of, presidium_of
from tests.routes.suggestions_units import TITLE, co_part, part

GONE = "这件建议已不由本单位承办"


def granted(world):
    row = part(assigned=True)(world)
    request = actions.request_return(row, reason="不属本单位。", by=officer_of(row), at=world.at)
    actions.grant_return(request, by=presidium_of(row.suggestion), at=world.at)
    return row


def taken_back(world):
    row = part(assigned=True)(world)
    by = presidium_of(row.suggestion)
    actions.take_back_hand_over(row.suggestion, reason="重新研究。", by=by, at=world.at)
    return row


def reported(world):
    row = part(in_handling=True)(world)
    world.term_of(world.county)
    by = presidium_of(row.suggestion)
    actions.report_upward(row.suggestion, reason="属县级事权。", by=by, at=world.at)
    return row


def fallen_away(world):
    """The lead's return is granted; the unit of the place was its co-handler."""
    own = co_part(world)
    lead = own.suggestion.assignments.select_related("unit").get(role="lead")
    request = actions.request_return(lead, reason="不属本单位。", by=officer_of(lead), at=world.at)
    actions.grant_return(request, by=presidium_of(own.suggestion), at=world.at)
    return own


@pytest.mark.parametrize("end", [granted, taken_back, reported, fallen_away])
def test_the_unit_is_told_and_led_to_its_list(end, world, client_as):
    client = client_as("unit_officer")
    end(world)
    told = Message.objects.filter(user=world.user("unit_officer")).order_by("pk").last()
    assert TITLE in told.title
    shown = client.get(told.path, follow=True)
    assert shown.redirect_chain[-1][0] == reverse("suggestions:unit")
    assert GONE in shown.content.decode()


def test_whoever_never_had_it_finds_nothing(world, client_as):
    row = part(assigned=True)(world)
    other = OrganisationFactory(unit=True, parent=world.township)
    row.unit = other
    row.save(update_fields=["unit"])
    page = reverse("suggestions:detail", args=[row.suggestion_id])
    assert client_as("unit_officer").get(page).status_code == 404
