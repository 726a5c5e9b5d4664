"""The deputies' telephone numbers: masked on the page, in full for whoever asks, in the trail."""

from django.urls import reverse

from congress.audit.models import Entry
from tests.factories.organisations import ContactPhoneFactory
from tests.factories.suggestions import SuggestionFactory, lead_row
from tests.routes.world import World


def test_a_look_at_the_numbers_is_in_the_trail(world: World, client_as):
    suggestion = SuggestionFactory(congress=world.township, submitted=True)
    ContactPhoneFactory(user=lead_row(suggestion).deputy.user, number="13900001234")
    client = client_as("secretary")
    shown = client.get(reverse("suggestions:detail", args=[suggestion.pk])).content.decode()
    assert ("139****1234" in shown, "13900001234" in shown) == (True, False)
    asked = client.post(reverse("suggestions:numbers", args=[suggestion.pk])).content.decode()
    assert 'href="tel:13900001234"' in asked
    looks = Entry.objects.filter(act="numbers", object_id=suggestion.pk)
    assert list(looks.values_list("user_id", flat=True)) == [world.user("secretary").pk]


def test_a_deputy_is_shown_no_numbers(world: World, client_as):
    suggestion = SuggestionFactory(congress=world.township, submitted=True)
    row = lead_row(suggestion)
    row.deputy.user = world.user("deputy")
    row.deputy.user.mandates.all().delete()
    row.deputy.save()
    response = client_as("deputy").post(reverse("suggestions:numbers", args=[suggestion.pk]))
    assert response.status_code == 403
