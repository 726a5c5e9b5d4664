"""What of suggestions stands on Today and in the menu."""

from datetime import timedelta

import pytest
from django.urls import reverse

from congress.organisations.roles import CHAIR, COUNTY_SUPERVISOR, SECRETARY
from tests.congress.suggestions.entering import of
from tests.factories.notices import NoticeFactory
from tests.factories.organisations import AppointmentFactory
from tests.factories.suggestions import SuggestionFactory
from tests.routes.suggestions_entry import asked, led, mandate, to_withdraw
from tests.routes.suggestions_office import answered_above, more_time_asked, reported
from tests.routes.world import World


def lines(client) -> list[tuple[str, str]]:
    page = client.get(reverse("overview:today"))
    return [(line.title, line.act_url) for line in page.context["lines"]]


@pytest.mark.parametrize(
    ("state", "role", "act"),
    [
        ("submitted", SECRETARY, "propose"),
        ("submitted", CHAIR, "detail"),
        ("registered", CHAIR, "hand_over"),
        ("registered", SECRETARY, "detail"),
        ("return_requested", CHAIR, "detail"),
        ("reply_review", CHAIR, "detail"),
    ],
)
def test_a_line_leads_to_its_act(state: str, role: str, act: str, world: World, client_as):
    suggestion = SuggestionFactory(congress=world.township, title="修桥", **{state: True})
    url = reverse(f"suggestions:{act}", args=[suggestion.pk])
    found = [line for line in lines(client_as(role)) if "修桥" in line[0]]
    assert [line[1] for line in found] == [url]
    assert client_as(role).get(url).status_code == 200


@pytest.mark.parametrize("make", [answered_above, more_time_asked])
def test_what_waits_beside_the_state(make, world: World, client_as):
    make(world)
    assert len(lines(client_as(CHAIR))) == 1


def test_the_supervisor_has_the_countys_own_alone(world: World, client_as):
    SuggestionFactory(congress=world.township, submitted=True)
    assert lines(client_as(COUNTY_SUPERVISOR)) == []
    reported(world)
    assert len(lines(client_as(COUNTY_SUPERVISOR))) == 1


def test_the_menu_counts_what_waits(world: World, client_as):
    for _ in range(9):
        SuggestionFactory(congress=world.township, submitted=True)
    page = client_as(CHAIR).get(reverse("overview:today"))
    counts = {link.url: link.count for link in page.context["menu"]}
    assert counts[reverse("suggestions:list")] == 9
    assert (len(page.context["lines"]), page.context["waiting"]) == (7, 9)


@pytest.mark.parametrize(
    ("make", "said", "page"),
    [
        (asked, "附议", "cosign"),
        (to_withdraw, "撤回", "agree"),
        (led(replied=True), "评价", "detail"),
    ],
)
def test_a_secretary_who_is_a_deputy_finds_what_waits_for_the_deputy(make, said, page, world):
    suggestion = make(world)
    own = mandate(world)
    AppointmentFactory(user=own.user, organisation=world.township, role=SECRETARY)
    shown = of(own).get(reverse("overview:today"))
    url = reverse(f"suggestions:{page}", args=[suggestion.pk])
    (line,) = [
        line for line in shown.context["lines"] if line.act_url == url and said in line.title
    ]
    assert shown.context["waiting"] == len(shown.context["lines"])
    assert of(own).get(line.act_url).status_code == 200


def test_two_of_a_deputys_own_stand_above_a_full_desk(world):
    own = mandate(world)
    AppointmentFactory(user=own.user, organisation=world.township, role=CHAIR)
    before = world.at - timedelta(days=3)
    for _ in range(9):
        SuggestionFactory(congress=world.township, at=before, submitted=True)
    for _ in range(3):
        asked(world)
    shown = of(own).get(reverse("overview:today")).context
    said = ["附议" in line.title for line in shown["lines"]]
    assert (said, shown["waiting"]) == ([True] * 2 + [False] * 5, 12)


def test_a_chair_who_is_a_deputy_finds_the_notice_to_confirm(world):
    own = mandate(world)
    AppointmentFactory(user=own.user, organisation=world.township, role=CHAIR)
    notice = NoticeFactory(organisation=world.township, at=world.at, to_confirm=True, sent=True)
    urls = [url for _title, url in lines(of(own))]
    assert reverse("notices:reply", args=[notice.pk]) in urls
