"""Issuing and revoking: one link for a person, an act and a record; the trail says so, not how."""

from collections import Counter
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from congress.audit.actors import Actor
from congress.audit.models import Entry
from congress.notifications import tokens
from congress.notifications.actions import issue_links, revoke_links
from congress.notifications.models import PersonalLink
from congress.notifications.queries.links import paths_of
from congress.notifications.rules import actor_of_link
from congress.organisations.rules import NotAllowed
from tests.factories.information import ItemFactory, actor_of
from tests.factories.notifications import NOD, make_link
from tests.factories.organisations import AppointmentFactory, UserFactory
from tests.routes.world import World


@pytest.fixture
def given(world: World):
    """What an issue needs; the item belongs to the township."""
    return {
        "act": NOD,
        "record": ItemFactory(organisation=world.township, at=world.at, submitted=True),
        "organisation": world.township,
        "until": world.at + timedelta(days=3),
        "by": actor_of("secretary", world.township),
        "at": world.at,
    }


def acts(record) -> list[tuple[str, int]]:
    entries = Entry.objects.filter(object_id=record.pk, act__endswith="_links").order_by("pk")
    return [(entry.act, entry.details["people"]) for entry in entries]


def test_tokens_are_long_and_readable():
    made = tokens.new_tokens(2_000)
    assert len(set(made)) == 2_000
    assert {len(token) for token in made} == {22}
    assert set("".join(made)) == set(tokens.SIGNS)
    assert len(tokens.SIGNS) ** 22 > 2**100
    assert set("0o1il") & set(tokens.SIGNS) == set()


def test_no_sign_comes_more_often_than_another():
    """Of 44,000 signs each comes 1,419 times, give or take 6 standard deviations."""
    seen = Counter("".join(tokens.new_tokens(2_000)))
    assert all(abs(number - 44_000 / 31) < 6 * 37 for number in seen.values())


def test_no_tokens_for_nobody():
    assert tokens.new_tokens(0) == []


@pytest.mark.parametrize("number", [1, 3, 60])
def test_everybody_gets_a_link_in_few_questions(number, world, given, django_assert_num_queries):
    people = [UserFactory() for _ in range(number)]
    with django_assert_num_queries(5):
        links = issue_links(people, **given)
    assert set(links) == {user.pk for user in people}
    assert len({link.token for link in links.values()}) == number
    assert links[people[0].pk].path == f"/l/{links[people[0].pk].token}/"
    assert paths_of(links) == {user: link.path for user, link in links.items()}
    assert acts(given["record"]) == [("issue_links", number)]
    assert not Entry.objects.filter(details__icontains=links[people[0].pk].token).exists()


def test_who_has_a_link_keeps_it(world, given):
    first, second = UserFactory(), UserFactory()
    old = issue_links([first], **given)[first.pk]
    sooner = issue_links([first], **given | {"until": world.at + timedelta(days=1)})[first.pk]
    both = issue_links([first, second], **given | {"until": world.at + timedelta(days=9)})
    assert (sooner.token, sooner.until) == (old.token, old.until)
    assert both[first.pk].token == old.token
    assert {link.until for link in both.values()} == {world.at + timedelta(days=9)}
    assert acts(given["record"]) == [("issue_links", 1), ("issue_links", 1)]


def test_revoked_links_are_replaced(world, given):
    first, second = UserFactory(), UserFactory()
    old = issue_links([first, second], **given)
    later = given["at"] + timedelta(hours=1)
    fields = {"act": NOD, "by": given["by"], "at": later}
    assert revoke_links(given["record"], users=[first], **fields) == 1
    assert revoke_links(given["record"], users=[first], **fields) == 0
    new = issue_links([first, second], **given | {"at": later})
    assert new[first.pk].token != old[first.pk].token
    assert new[second.pk].token == old[second.pk].token
    assert revoke_links(given["record"], **fields) == 2
    assert PersonalLink.objects.standing().count() == 0
    assert acts(given["record"])[-1] == ("revoke_links", 2)


@pytest.mark.parametrize("place", ["other", "foreign"])
def test_only_the_own_organisation_issues_and_revokes(place, world, given):
    stranger = actor_of("secretary", world.places[place].township)
    user = UserFactory()
    with pytest.raises(NotAllowed):
        issue_links([user], **given | {"by": stranger})
    issue_links([user], **given | {"by": Actor.system("tests")})
    with pytest.raises(NotAllowed):
        revoke_links(given["record"], act=NOD, by=stranger, at=world.at)
    assert PersonalLink.objects.standing().count() == 1


def test_an_end_before_the_beginning_is_refused(world, given):
    with pytest.raises(ValueError, match="end after"):
        issue_links([UserFactory()], **given | {"until": world.at})


def test_the_database_keeps_one_standing_link(world):
    link = make_link(world)
    twin = PersonalLink.objects.get(pk=link.pk)
    twin.pk, twin.token = None, "another"
    with pytest.raises(IntegrityError, match=r"link_once|UNIQUE"), transaction.atomic():
        twin.save()
    twin.revoked_at = twin.issued_at - timedelta(days=1)
    with pytest.raises(IntegrityError, match="link_revoked_later"):
        twin.save()


def test_who_acts_by_a_link(world):
    link = make_link(world)
    actor = actor_of_link(link, world.at)
    assert (actor.user_id, actor.name) == (link.user_id, link.user.name)
    assert (actor.role, actor.role_label) == ("deputy", "人大代表（个人链接）")
    assert (actor.organisation_id, actor.organisation_name) == (world.township.pk, "石桥镇")


def test_the_role_is_the_one_held_where_the_link_is_from(world):
    chair = make_link(world, "chair")
    AppointmentFactory(user=chair.user, organisation=world.other, role="secretary")
    assert actor_of_link(chair, world.at).role == "chair"
    supervisor = make_link(world, "county_supervisor")
    assert actor_of_link(supervisor, world.at).role == "county_supervisor"
    assert actor_of_link(supervisor, world.at - timedelta(days=900)).role == "deputy"
