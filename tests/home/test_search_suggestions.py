"""Suggestions in the search: found by whoever may see them, their files with them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from congress.organisations.models import Deputy
from congress.suggestions import actions
from congress.suggestions.models import Suggestion
from tests.factories.publishing import published_suggestion
from tests.factories.suggestions import SuggestionFactory, hand, lead_of, submit
from tests.home.test_search import counts, found
from tests.papers import word_file
from tests.routes.world import World

TITLE, FILE = "关于农村饮水工程的建议", "饮水照片.docx"
BOTH = {"suggestion": [TITLE], "suggestionfile": [FILE]}
EVERYWHERE = ("secretary", "chair", "county_supervisor", "unit_officer", "county_editor")


@pytest.fixture
def suggestion(site: World, django_capture_on_commit_callbacks) -> Suggestion:
    """A deputy's draft with a file."""
    lead = Deputy.objects.get(user=site.user("deputy"))
    made = SuggestionFactory(congress=site.township, lead=lead, title=TITLE, at=site.at)
    with django_capture_on_commit_callbacks(execute=True):
        upload = SimpleUploadedFile(FILE, word_file("农村饮水"))
        actions.attach_to_draft(made, upload, by=lead_of(made), at=site.at)
    return made


def finders(client_as) -> set[str]:
    return {role for role in EVERYWHERE if found(client_as(role)) == BOTH}


def test_a_draft_is_its_deputys_alone(suggestion, client_as):
    assert found(client_as("deputy")) == BOTH
    assert finders(client_as) == set()


def test_submitted_the_office_and_the_county_find_it(suggestion, site, client_as):
    submit(suggestion, site.at)
    assert finders(client_as) == {"secretary", "chair", "county_supervisor"}


def test_handed_over_the_unit_finds_it(suggestion, site, client_as):
    hand(suggestion, site.at)
    assert finders(client_as) == {"secretary", "chair", "county_supervisor", "unit_officer"}


@pytest.mark.parametrize("place", ["other", "foreign"])
@pytest.mark.parametrize("role", ["secretary", "chair", "deputy", "unit_officer"])
def test_elsewhere_nothing_is_found_or_counted(role, place, suggestion, site, client_as):
    hand(suggestion, site.at)
    assert counts(client_as(role, place)) == {}


def test_a_stranger_finds_nothing(suggestion, site, client):
    hand(suggestion, site.at)
    assert counts(client) == {}


def test_place_number_and_day_stand_apart(site, client):
    """Also where no words of the text are shown above them."""
    published_suggestion(site.township, site.at, title=TITLE, consent="title_only")
    page = client.get(reverse("search"), {"q": "饮水"}).content.decode()
    line = page.partition(TITLE.partition("饮水")[2])[2].partition("</li>")[0]
    assert f'<p class="law-facts muted small">{site.township.name}<span>' in line
